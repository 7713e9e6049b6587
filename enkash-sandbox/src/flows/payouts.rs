//! Beneficiaries, transfers, balance and statement of the payout account.

mod beneficiary;
mod transfer;

use jiff::Timestamp;
use jiff::civil::DateTime;
use serde_json::{Value, json};

use crate::assumptions::Assumption;
use crate::exchange::{Call, Outcome, Refusal, number};
use crate::journal::{Action, Effect};
use crate::state::{Line, State};

/// Performs the operations of the flow; `None` for all others.
pub(super) fn perform(state: &State, call: &Call<'_>) -> Option<Result<Outcome, Refusal>> {
    Some(match call.operation.id() {
        "CreatePayoutBeneficiary" => beneficiary::create(state, call),
        "InitiatePayoutTransfer" => transfer::single(state, call),
        "InitiateBatchPayoutTransfer" => transfer::batch(state, call),
        "GetPayoutAccountBalance" => balance(state, call),
        "FetchPayoutBankStatement" => statement(state, call),
        "WhitelistSourceBankAccount" => Ok(whitelist(call)),
        "CreatePayoutWebhookConfiguration" => Ok(webhook(state, call)),
        _ => return None,
    })
}

/// Refuses fund sources and accounts that are not the sandbox's own.
fn known_account(state: &State, fund_source: &str, account: Option<&str>) -> Result<(), Refusal> {
    if fund_source != state.initial.fund_source_id {
        return Err(Refusal::unknown("Fund source", fund_source));
    }
    match account {
        Some(account) if account != state.initial.debit_account_number => {
            Err(Refusal::unknown("Account", account))
        }
        _ => Ok(()),
    }
}

fn balance(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let fund_source = call.query("fundSourceId").unwrap_or_default();
    known_account(state, fund_source, call.query("debitAccountNumber"))?;
    let mut store = state.payouts();
    let settled = store.settle();
    let outcome = Outcome::whole(json!({"totalBalance": number(store.balance)}));
    Ok(reading(outcome, settled))
}

fn statement(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let fund_source = call.string("fundSourceId").unwrap_or_default();
    known_account(state, fund_source, call.string("debitAccountNumber"))?;
    let from = call.string("fromDate").and_then(moment);
    let to = call.string("toDate").and_then(moment);
    let mut store = state.payouts();
    let settled = store.settle();
    let lines = store.statement.iter().filter(|line| {
        let at = moment(&line.at);
        at >= from && at <= to
    });
    let lines = lines.map(Line::to_value).collect::<Vec<_>>();
    let outcome = Outcome::whole(json!({
        "response_code": "0",
        "response_message": "Success",
        "requestId": state.ids.next("REQ", 12),
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
    let account = call.string("accountNumber").unwrap_or_default();
    let body = json!({"response_code": 0, "response_message": "Success"});
    Outcome::whole(body).with([Effect::new(Action::AccountWhitelisted, account)])
}

fn webhook(state: &State, call: &Call<'_>) -> Outcome {
    let mut payload = call.body.as_object().cloned().unwrap_or_default();
    payload.entry("companyId").or_insert_with(|| json!(state.initial.company_id));
    payload.entry("enabled").or_insert(json!(true));
    let url = call.string("webhookUrl").unwrap_or_default();
    Outcome::success(Value::Object(payload)).with([Effect::new(Action::WebhookConfigured, url)])
}
