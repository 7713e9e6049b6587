//! Transfers, one by one and in batches.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{Line, Payouts, Retry, beneficiary};
use crate::call::{Call, Outcome, Refusal};
use crate::flows::amount;
use crate::journal::{Action, Effect};
use crate::world::World;

/// Largest amount of an IMPS transfer, in rupees.
const IMPS_LIMIT: u32 = 200_000;

pub(super) fn single(world: &World, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let (answer, effect) = transfer(world, &mut world.payouts(), &call.body, false)?;
    Ok(Outcome::whole(answer).with([effect]))
}

pub(super) fn batch(world: &World, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let id = call.text("batchTransactionId").unwrap_or_default();
    let mut store = world.payouts();
    if !store.batches.insert(id.to_owned()) {
        return Err(Refusal::duplicate("Batch", id));
    }
    let mut effects = vec![Effect::new(Action::BatchTaken, id)];
    let (mut taken, mut failed) = (Vec::new(), Vec::new());
    for request in call.body["transfers"].as_array().into_iter().flatten() {
        match transfer(world, &mut store, request, true) {
            Ok((answer, effect)) => {
                let list = if effect.action == Action::TransferMade { &mut taken } else { &mut failed };
                list.push(answer);
                effects.push(effect);
            }
            Err(refusal) => failed.push(json!({
                "transactionId": request["transactionId"],
                "message": refusal.message,
            })),
        }
    }
    let answer = json!({
        "batchTransactionId": id,
        "successfulPayoutTransactionCreateResponses": taken,
        "failedPayoutTransactionCreateResponses": failed,
    });
    Ok(Outcome::whole(answer).with(effects))
}

/// Takes one transfer in. Money leaves the account here or never.
fn transfer(
    world: &World,
    store: &mut Payouts,
    request: &Value,
    in_batch: bool,
) -> Result<(Value, Effect), Refusal> {
    let text = |name: &str| request[name].as_str();
    let id = text("transactionId").unwrap_or_default();
    if store.transfers.get(id) == Some(&Retry::Refused) {
        return Err(Refusal::duplicate("Transaction", id));
    }
    payee(store, request)?;
    let sum = amount(&request["transferAmount"]).unwrap_or(Decimal::MAX);
    let mode = text("transferMode").unwrap_or_default();
    let reference = world.ids.next("EKTXN", 12);
    let answer =
        |status: &str| json!({"transactionId": id, "enkashTransactionId": reference, "payoutStatus": status});
    if let Some(code) = rejection(world, request, sum, mode) {
        store.transfers.insert(id.to_owned(), Retry::Allowed);
        let mut answer = answer("REJECTED");
        answer["rejectCode"] = json!(code);
        return Ok((answer, Effect::new(Action::TransferRejected, id)));
    }
    store.transfers.insert(id.to_owned(), Retry::Refused);
    if sum > store.balance {
        return Ok((answer("FAILED"), Effect::new(Action::TransferFailed, id)));
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
        _ if in_batch => "PENDING",
        "IMPS" | "UPI" => "SUCCESS",
        _ => "PROCESSING",
    };
    Ok((answer(status), Effect::paid(Action::TransferMade, id, sum)))
}

/// The payee is a stored one or given inline.
fn payee(store: &Payouts, request: &Value) -> Result<(), Refusal> {
    match (request["beneficiaryId"].as_str(), &request["beneficiaryDetail"]) {
        (Some(id), _) if store.beneficiaries.contains(id) => Ok(()),
        (Some(_), Value::Null) => Err(Refusal::unprocessable("Invalid beneficiary id")),
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
