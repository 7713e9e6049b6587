//! Transfers, one by one and in batches.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::beneficiary;
use crate::assumptions::{Assumption, Assumptions};
use crate::exchange::{Call, Outcome, Refusal, amount};
use crate::journal::{Action, Effect};
use crate::state::{Line, Payouts, TransferStatus, World};

/// Largest amount of an IMPS transfer, in rupees.
const IMPS_LIMIT: u32 = 200_000;

pub(super) fn single(world: &World, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let taken = transfer(world, &mut world.payouts(), &call.body, false)?;
    Ok(Outcome::whole(taken.answer).with([taken.effect]).assuming([taken.assumption]))
}

pub(super) fn batch(world: &World, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let id = call.text("batchTransactionId").unwrap_or_default();
    let mut store = world.payouts();
    if !store.batches.insert(id.to_owned()) {
        return Err(Refusal::duplicate("Batch", id));
    }
    let mut effects = vec![Effect::new(Action::BatchTaken, id)];
    let (mut taken, mut failed) = (Vec::new(), Vec::new());
    let mut assumptions = Assumptions::from([Assumption::Batch]);
    for request in call.body["transfers"].as_array().into_iter().flatten() {
        match transfer(world, &mut store, request, true) {
            Ok(Taken { answer, effect, assumption }) => {
                let list = if effect.action == Action::TransferMade { &mut taken } else { &mut failed };
                list.push(answer);
                effects.push(effect);
                assumptions.insert(assumption);
            }
            Err(refusal) => {
                failed.push(json!({"transactionId": request["transactionId"], "message": refusal.message}));
                assumptions.extend(refusal.assumptions);
            }
        }
    }
    let answer = json!({
        "batchTransactionId": id,
        "successfulPayoutTransactionCreateResponses": taken,
        "failedPayoutTransactionCreateResponses": failed,
    });
    Ok(Outcome::whole(answer).with(effects).assuming(assumptions))
}

/// What became of one transfer.
struct Taken {
    answer: Value,
    effect: Effect,
    assumption: Assumption,
}

/// Takes one transfer in. Money leaves the account here or never.
fn transfer(world: &World, store: &mut Payouts, request: &Value, in_batch: bool) -> Result<Taken, Refusal> {
    let text = |name: &str| request[name].as_str();
    let id = text("transactionId").unwrap_or_default();
    if store.transfers.get(id).is_some_and(|status| *status != TransferStatus::Rejected) {
        return Err(Refusal::duplicate("Transaction", id).assuming(Assumption::TransferRejection));
    }
    payee(store, request)?;
    let sum = amount(&request["transferAmount"]).unwrap_or(Decimal::MAX);
    let mode = text("transferMode").unwrap_or_default();
    let reference = world.ids.next("EKTXN", 12);
    let answer = |status: TransferStatus| json!({"transactionId": id, "enkashTransactionId": reference, "payoutStatus": status.as_str()});
    if let Some(code) = rejection(world, request, sum, mode) {
        store.transfers.insert(id.to_owned(), TransferStatus::Rejected);
        let mut answer = answer(TransferStatus::Rejected);
        answer["rejectCode"] = json!(code);
        let effect = Effect::new(Action::TransferRejected, id);
        return Ok(Taken { answer, effect, assumption: Assumption::TransferRejection });
    }
    if sum > store.balance {
        store.transfers.insert(id.to_owned(), TransferStatus::Failed);
        let effect = Effect::new(Action::TransferFailed, id);
        let answer = answer(TransferStatus::Failed);
        return Ok(Taken { answer, effect, assumption: Assumption::InsufficientBalance });
    }
    store.balance -= sum;
    store.statement.push(Line {
        at: world.clock.instant(),
        kind: "DEBIT",
        reference: reference.clone(),
        own: Some(id.to_owned()),
        remarks: text("transferRemark").unwrap_or_default().to_owned(),
        mode: Some(mode.to_owned()),
        amount: sum,
        balance: store.balance,
    });
    let status = match mode {
        _ if in_batch => TransferStatus::Pending,
        "IMPS" | "UPI" => TransferStatus::Success,
        _ => TransferStatus::Processing,
    };
    store.transfers.insert(id.to_owned(), status);
    if status != TransferStatus::Success {
        store.unsettled.push(id.to_owned());
    }
    let effect = Effect::paid(Action::TransferMade, id, sum);
    Ok(Taken { answer: answer(status), effect, assumption: Assumption::TransferStatus })
}

/// The payee is a stored one or given inline.
fn payee(store: &Payouts, request: &Value) -> Result<(), Refusal> {
    match (request["beneficiaryId"].as_str(), &request["beneficiaryDetail"]) {
        (Some(id), _) if store.beneficiaries.contains(id) => Ok(()),
        (Some(_), Value::Null) => {
            Err(Refusal::unprocessable("Invalid beneficiary id").assuming(Assumption::UnknownBeneficiary))
        }
        (_, detail) => beneficiary::inline_destination(detail),
    }
}

/// The documented code with which a transfer fails validation.
fn rejection(world: &World, request: &Value, sum: Decimal, mode: &str) -> Option<&'static str> {
    let plain = |text: &str| text.chars().all(|sign| sign == ' ' || sign.is_ascii_alphanumeric());
    let remark = request["transferRemark"].as_str();
    let fund_source = request["fundSourceId"].as_str();
    if sum.normalize().scale() > 2 || (mode == "IMPS" && sum > Decimal::from(IMPS_LIMIT)) {
        Some("REJECT_TRF_AMT")
    } else if remark.is_some_and(|remark| !plain(remark)) {
        Some("REJECT_TRF_RMK")
    } else if fund_source.is_some_and(|own| own != world.initial.fund_source_id) {
        Some("REJECT_FND_SRC_ID")
    } else {
        None
    }
}
