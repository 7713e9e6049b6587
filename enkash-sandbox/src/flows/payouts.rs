//! Beneficiaries, transfers, balance and statement of the payout account.

mod beneficiary;
mod transfer;

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use jiff::civil::DateTime;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::number;
use crate::assumptions::Assumption;
use crate::call::{Call, Outcome, Refusal};
use crate::clock::Clock;
use crate::initial::Initial;
use crate::journal::{Action, Effect};
use crate::world::World;

/// The payout account and what was paid from it.
#[derive(Debug)]
pub(crate) struct Payouts {
    balance: Decimal,
    beneficiaries: HashSet<String>,
    /// By the caller's own transaction id.
    transfers: HashMap<String, TransferStatus>,
    /// Transfers that the bank has still to confirm, oldest first.
    unsettled: Vec<String>,
    batches: HashSet<String>,
    statement: Vec<Line>,
}

/// The documented states that a transfer can have here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TransferStatus {
    /// Part of a batch, and not yet with the bank.
    Pending,
    /// With the bank.
    Processing,
    Success,
    Failed,
    /// It broke a rule: its transaction id may be sent again.
    Rejected,
}

impl TransferStatus {
    fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "PENDING",
            Self::Processing => "PROCESSING",
            Self::Success => "SUCCESS",
            Self::Failed => "FAILED",
            Self::Rejected => "REJECTED",
        }
    }
}

/// One line of the statement.
#[derive(Debug)]
struct Line {
    at: String,
    kind: &'static str,
    reference: String,
    own: Option<String>,
    remarks: String,
    mode: Option<String>,
    amount: Decimal,
    balance: Decimal,
}

impl Payouts {
    pub(crate) fn new(initial: &Initial, clock: &Clock) -> Self {
        let opening = Line {
            at: clock.instant(),
            kind: "CREDIT",
            reference: "OPENING".to_owned(),
            own: None,
            remarks: "Opening balance".to_owned(),
            mode: None,
            amount: initial.payout_balance,
            balance: initial.payout_balance,
        };
        Self {
            balance: initial.payout_balance,
            beneficiaries: HashSet::new(),
            transfers: HashMap::new(),
            unsettled: Vec::new(),
            batches: HashSet::new(),
            statement: vec![opening],
        }
    }

    /// The status of a transfer, as the API reference names it.
    pub(crate) fn transfer_status(&self, id: &str) -> Option<&'static str> {
        self.transfers.get(id).map(|status| status.as_str())
    }

    /// The bank confirms what it has. Reading the account is what lets time pass for transfers.
    fn settle(&mut self) -> Vec<Effect> {
        let settled = std::mem::take(&mut self.unsettled);
        let effects = settled.into_iter().map(|id| {
            let effect = Effect::new(Action::TransferSettled, &id);
            self.transfers.insert(id, TransferStatus::Success);
            effect
        });
        effects.collect()
    }
}

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

impl Line {
    /// The amount is documented as an integer of no stated unit: paise here, so that none is lost.
    fn to_value(&self) -> Value {
        let paise = (self.amount * Decimal::ONE_HUNDRED).trunc();
        let mut members = Map::new();
        let mut set = |name: &str, value: Value| drop(members.insert(name.to_owned(), value));
        set("transactionDate", json!(self.at));
        set("valueDate", json!(self.at));
        set("transactionType", json!(self.kind));
        set("remarks", json!(self.remarks));
        set("transactionReferenceNumber", json!(self.reference));
        set("transactionAmount", number(paise));
        set("runningBalance", number(self.balance));
        if let Some(own) = &self.own {
            set("transactionId", json!(own));
        }
        if let Some(mode) = &self.mode {
            set("transactionMode", json!(mode));
        }
        Value::Object(members)
    }
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
