//! The payout account: beneficiaries, transfers, balance and statement.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::clock::Clock;
use super::initial::Initial;
use crate::exchange::number;
use crate::journal::{Action, Effect};

/// The payout account and what was paid from it.
#[derive(Debug)]
pub(crate) struct Payouts {
    pub(crate) balance: Decimal,
    pub(crate) beneficiaries: HashSet<String>,
    /// By the caller's own transaction id.
    pub(crate) transfers: HashMap<String, TransferStatus>,
    /// Transfers that the bank has still to confirm, oldest first.
    pub(crate) unsettled: Vec<String>,
    pub(crate) batches: HashSet<String>,
    pub(crate) statement: Vec<Line>,
}

/// The documented states that a transfer can have here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TransferStatus {
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
    pub(crate) fn as_str(self) -> &'static str {
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
pub(crate) struct Line {
    pub(crate) at: String,
    pub(crate) kind: &'static str,
    pub(crate) reference: String,
    pub(crate) own: Option<String>,
    pub(crate) remarks: String,
    pub(crate) mode: Option<String>,
    pub(crate) amount: Decimal,
    pub(crate) balance: Decimal,
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
    pub(crate) fn settle(&mut self) -> Vec<Effect> {
        let settled = std::mem::take(&mut self.unsettled);
        let effects = settled.into_iter().map(|id| {
            let effect = Effect::new(Action::TransferSettled, &id);
            self.transfers.insert(id, TransferStatus::Success);
            effect
        });
        effects.collect()
    }
}

impl Line {
    /// The amount is documented as an integer of no stated unit: paise here, so that none is lost.
    pub(crate) fn to_value(&self) -> Value {
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
