//! Beneficiaries, transfers, balance and statement of the payout account.

mod beneficiary;
mod transfer;

use jiff::Timestamp;
use jiff::civil::DateTime;
use serde_json::{Value, json};

use crate::assumptions::Assumption;
use crate::exchange::{Call, Outcome, Refusal, number};
use crate::journal::{Action, Effect};
use crate::state::{Line, World};

/// Performs the operations of the flow; `None` for all others.
pub(super) fn perform(world: &World, call: &Call<'_>) -> Option<Result<Outcome, Refusal>> {
    Some(match call.operation.id() {
        "CreatePayoutBeneficiary" => beneficiary::create(world, call),
        "InitiatePayoutTransfer" => transfer::single(world, call),
        "InitiateBatchPayoutTransfer" => transfer::batch(world, call),
        "GetPayoutAccountBalance" => balance(world, call),
        "FetchPayoutBankStatement" => statement(world, call),
        "WhitelistSourceBankAccount" => Ok(whitelist(call)),
        "CreatePayoutWebhookConfiguration" => Ok(webhook(world, call)),
        _ => return None,
    })
}

/// Refuses fund sources and accounts that are not the sandbox's own.
fn known_account(world: &World, fund_source: &str, account: Option<&str>) -> Result<(), Refusal> {
    if fund_source != world.initial.fund_source_id {
        return Err(Refusal::unknown("Fund source", fund_source));
    }
    match account {
        Some(account) if account != world.initial.debit_account_number => {
            Err(Refusal::unknown("Account", account))
        }
        _ => Ok(()),
    }
}

fn balance(world: &World, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let fund_source = call.query("fundSourceId").unwrap_or_default();
    known_account(world, fund_source, call.query("debitAccountNumber"))?;
    let mut store = world.payouts();
    let settled = store.settle();
    let outcome = Outcome::whole(json!({"totalBalance": number(store.balance)}));
    Ok(reading(outcome, settled))
}

fn statement(world: &World, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let fund_source = call.text("fundSourceId").unwrap_or_default();
    known_account(world, fund_source, call.text("debitAccountNumber"))?;
    let from = call.text("fromDate").and_then(moment);
    let to = call.text("toDate").and_then(moment);
    let mut store = world.payouts();
    let settled = store.settle();
    let lines = store.statement.iter().filter(|line| {
        let at = moment(&line.at);
        at >= from && at <= to
    });
    let lines = lines.map(Line::to_value).collect::<Vec<_>>();
    let outcome = Outcome::whole(json!({
        "response_code": "0",
        "response_message": "Success",
        "requestId": world.ids.next("REQ", 12),
        "data": lines,
    }));
    Ok(reading(outcome, settled))
}

/// A reading of the account that may have settled transfers.
fn reading(outcome: Outcome, settled: Vec<Effect>) -> Outcome {
    let assumption = (!settled.is_empty()).then_some(Assumption::TransferStatus);
    outcome.with(settled).assuming(assumption)
}

/// A moment with an offset from UTC, or without and then in UTC.
fn moment(text: &str) -> Option<Timestamp> {
    let civil = || jiff::tz::TimeZone::UTC.to_timestamp(text.parse::<DateTime>().ok()?).ok();
    text.parse().ok().or_else(civil)
}

fn whitelist(call: &Call<'_>) -> Outcome {
    let account = call.text("accountNumber").unwrap_or_default();
    let body = json!({"response_code": 0, "response_message": "Success"});
    Outcome::whole(body).with([Effect::new(Action::AccountWhitelisted, account)])
}

fn webhook(world: &World, call: &Call<'_>) -> Outcome {
    let mut payload = call.body.as_object().cloned().unwrap_or_default();
    payload.entry("companyId").or_insert_with(|| json!(world.initial.company_id));
    payload.entry("enabled").or_insert(json!(true));
    let url = call.text("webhookUrl").unwrap_or_default();
    Outcome::success(Value::Object(payload)).with([Effect::new(Action::WebhookConfigured, url)])
}
