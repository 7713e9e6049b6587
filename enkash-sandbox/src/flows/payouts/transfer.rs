//! Transfers, one by one and in batches.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::beneficiary;
use crate::assumptions::{Assumption, Assumptions};
use crate::exchange::{Call, Outcome, Refusal, amount};
use crate::journal::{Action, Effect};
use crate::state::{Line, Payouts, State, TransferStatus};

/// Largest amount of an IMPS transfer, in rupees.
const IMPS_LIMIT: u32 = 200_000;

pub(super) fn single(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let taken = transfer(state, &mut state.payouts(), &call.body, false)?;
    Ok(Outcome::whole(taken.response).with([taken.effect]).assuming([taken.assumption]))
}

pub(super) fn batch(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let id = call.string("batchTransactionId").unwrap_or_default();
    let mut store = state.payouts();
    if !store.batches.insert(id.to_owned()) {
        return Err(Refusal::duplicate("Batch", id));
    }
    let mut effects = vec![Effect::new(Action::BatchTaken, id)];
    let (mut taken, mut failed) = (Vec::new(), Vec::new());
    let mut assumptions = Assumptions::from([Assumption::Batch]);
    for request in call.body["transfers"].as_array().into_iter().flatten() {
        match transfer(state, &mut store, request, true) {
            Ok(Taken { response, effect, assumption }) => {
                let list =
                    if effect.action == Action::TransferMade { &mut taken } else { &mut failed };
                list.push(response);
                effects.push(effect);
                assumptions.insert(assumption);
            }
            Err(refusal) => {
                failed.push(
                    json!({"transactionId": request["transactionId"], "message": refusal.message}),
                );
                assumptions.extend(refusal.assumptions);
            }
        }
    }
    let response = json!({
        "batchTransactionId": id,
        "successfulPayoutTransactionCreateResponses": taken,
        "failedPayoutTransactionCreateResponses": failed,
    });
    Ok(Outcome::whole(response).with(effects).assuming(assumptions))
}

/// What became of one transfer.
struct Taken {
    response: Value,
    effect: Effect,
    assumption: Assumption,
}

/// Accepts one transfer. Money leaves the account here or never.
fn transfer(
    state: &State,
    store: &mut Payouts,
    request: &Value,
    in_batch: bool,
) -> Result<Taken, Refusal> {
    let text = |name: &str| request[name].as_str();
    let id = text("transactionId").unwrap_or_default();
    if store.transfers.get(id).is_some_and(|status| *status != TransferStatus::Rejected) {
        return Err(Refusal::duplicate("Transaction", id).assuming(Assumption::TransferRejection));
    }
    payee(store, request)?;
    let sum = amount(&request["transferAmount"]).unwrap_or(Decimal::MAX);
    let mode = text("transferMode").unwrap_or_default();
    let reference = state.ids.next("EKTXN", 12);
    let response = |status: TransferStatus| json!({"transactionId": id, "enkashTransactionId": reference, "payoutStatus": status.as_str()});
    if let Some(code) = rejection(state, request, sum, mode) {
        store.transfers.insert(id.to_owned(), TransferStatus::Rejected);
        let mut response = response(TransferStatus::Rejected);
        response["rejectCode"] = json!(code);
        let effect = Effect::new(Action::TransferRejected, id);
        return Ok(Taken { response, effect, assumption: Assumption::TransferRejection });
    }
    if sum > store.balance {
        store.transfers.insert(id.to_owned(), TransferStatus::Failed);
        let effect = Effect::new(Action::TransferFailed, id);
        let response = response(TransferStatus::Failed);
        return Ok(Taken { response, effect, assumption: Assumption::InsufficientBalance });
    }
    store.balance -= sum;
    store.statement.push(Line {
        at: state.clock.instant(),
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
    Ok(Taken { response: response(status), effect, assumption: Assumption::TransferStatus })
}

/// The payee is a stored one or given inline.
fn payee(store: &Payouts, request: &Value) -> Result<(), Refusal> {
    match (request["beneficiaryId"].as_str(), &request["beneficiaryDetail"]) {
        (Some(id), _) if store.beneficiaries.contains(id) => Ok(()),
        (Some(_), Value::Null) => Err(Refusal::unprocessable("Invalid beneficiary id")
            .assuming(Assumption::UnknownBeneficiary)),
        (_, detail) => beneficiary::inline_destination(detail),
    }
}

/// The documented code with which a transfer fails validation.
fn rejection(state: &State, request: &Value, sum: Decimal, mode: &str) -> Option<&'static str> {
    let plain = |text: &str| text.chars().all(|sign| sign == ' ' || sign.is_ascii_alphanumeric());
    let remark = request["transferRemark"].as_str();
    let fund_source = request["fundSourceId"].as_str();
    if sum.normalize().scale() > 2 || (mode == "IMPS" && sum > Decimal::from(IMPS_LIMIT)) {
        Some("REJECT_TRF_AMT")
    } else if remark.is_some_and(|remark| !plain(remark)) {
        Some("REJECT_TRF_RMK")
    } else if fund_source.is_some_and(|own| own != state.initial.fund_source_id) {
        Some("REJECT_FND_SRC_ID")
    } else {
        None
    }
}
