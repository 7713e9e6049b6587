//! What arrived and what it did: how a test proves that nothing was paid twice.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use rust_decimal::Decimal;

/// One request that reached the sandbox.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Entry {
    /// Its number, counted from 1 since the start; the ring forgets entries, never numbers.
    pub number: u64,
    /// When its answer was ready, by the sandbox's [`Clock`](crate::Clock).
    pub at: SystemTime,
    /// The product whose base URL it used; empty where it used none.
    pub product: &'static str,
    /// The documents' `operationId`; `None` for routes that no document has.
    pub operation: Option<String>,
    /// The HTTP method.
    pub method: http::Method,
    /// The path below the product's base URL.
    pub path: String,
    /// The query, without its question mark; empty where there was none.
    pub query: String,
    /// The status of the answer; `None` where the connection was cut instead.
    pub status: Option<u16>,
    /// What it changed, in order. Empty for what was refused, read, or done before.
    pub effects: Vec<Effect>,
    /// The fault that was applied, as the header `x-sandbox-fault` would spell it.
    pub fault: Option<String>,
    /// The caller's own id of the thing, such as `transactionId`, where the request carried one.
    pub unique: Option<String>,
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:>5} {:>3} ",
            self.number,
            self.status.map_or("cut".to_owned(), |code| code.to_string())
        )?;
        write!(f, "{:<6} /{}{}", self.method.as_str(), self.product, self.path)?;
        if !self.query.is_empty() {
            write!(f, "?{}", self.query)?;
        }
        if let Some(operation) = &self.operation {
            write!(f, "  {operation}")?;
        }
        for effect in &self.effects {
            write!(f, "  [{effect}]")?;
        }
        if let Some(fault) = &self.fault {
            write!(f, "  (fault {fault})")?;
        }
        Ok(())
    }
}

/// One change that a request made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Effect {
    /// What happened.
    pub action: Action,
    /// The id of what it happened to.
    pub id: String,
    /// The money that it moved.
    pub amount: Option<Decimal>,
}

impl Effect {
    pub(crate) fn new(action: Action, id: impl Into<String>) -> Self {
        Self { action, id: id.into(), amount: None }
    }

    pub(crate) fn paid(action: Action, id: impl Into<String>, amount: Decimal) -> Self {
        Self { action, id: id.into(), amount: Some(amount) }
    }
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.action, self.id)?;
        match self.amount {
            Some(amount) => write!(f, " {amount}"),
            None => Ok(()),
        }
    }
}

macro_rules! actions {
    ($($name:ident $text:literal $doc:literal),* $(,)?) => {
        /// The kinds of change that the sandbox knows.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Action { $(#[doc = $doc] $name,)* }

        impl fmt::Display for Action {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$name => $text,)* })
            }
        }
    };
}

actions! {
    TokenIssued "token issued" "A sign-in succeeded.",
    SignInRefused "sign-in refused" "A sign-in failed.",
    AccountLocked "account locked" "A sign-in failed and was one too many.",
    CustomerCreated "customer created" "A customer was registered.",
    CustomerActivated "customer activated" "An inactive customer became active.",
    CustomerUpdated "customer updated" "A customer's fields changed.",
    CustomerDeleted "customer deleted" "A customer was deleted.",
    FileTaken "file taken" "A file arrived for bulk work.",
    InvoiceCreated "invoice created" "An invoice was raised.",
    InvoiceUpdated "invoice updated" "An invoice's fields changed.",
    InvoiceDispatched "invoice dispatched" "An invoice was sent out.",
    InvoicePaid "invoice paid" "A payment of an invoice was accepted.",
    OrderCreated "order created" "An order was registered.",
    PaymentStarted "payment started" "A payment attempt began.",
    PaymentSucceeded "payment succeeded" "A payment attempt took the money.",
    PaymentFailed "payment failed" "A payment attempt failed.",
    PaymentRefunded "payment refunded" "Money of a payment went back.",
    BeneficiaryAdded "beneficiary added" "A payee was registered.",
    BatchTaken "batch taken" "A batch of transfers was taken in.",
    TransferMade "transfer made" "Money left the payout account.",
    TransferRejected "transfer rejected" "A transfer was rejected; no money moved.",
    TransferFailed "transfer failed" "The account did not hold enough; no money moved.",
    AccountWhitelisted "account whitelisted" "A source bank account was registered.",
    WebhookConfigured "webhook configured" "The webhook configuration was stored.",
    Performed "performed" "A call without memory of its own was accepted; the id is its operationId.",
}

/// The ring of entries.
#[derive(Debug)]
pub(crate) struct Journal {
    capacity: usize,
    ring: Mutex<Ring>,
}

#[derive(Debug, Default)]
struct Ring {
    entries: VecDeque<Entry>,
    counted: u64,
}

impl Journal {
    pub(crate) fn new(capacity: usize) -> Self {
        Self { capacity, ring: Mutex::default() }
    }

    /// Gives the entry its number and keeps it, at the price of the oldest if the ring is full.
    pub(crate) fn add(&self, mut entry: Entry) -> Entry {
        let mut ring = self.lock();
        ring.counted += 1;
        entry.number = ring.counted;
        if ring.entries.len() >= self.capacity {
            ring.entries.pop_front();
        }
        if self.capacity > 0 {
            ring.entries.push_back(entry.clone());
        }
        entry
    }

    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.lock().entries.iter().cloned().collect()
    }

    pub(crate) fn count(&self) -> u64 {
        self.lock().counted
    }

    pub(crate) fn clear(&self) {
        self.lock().entries.clear();
    }

    fn lock(&self) -> MutexGuard<'_, Ring> {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
            number: 0,
            at: SystemTime::UNIX_EPOCH,
            product: "payouts",
            operation: Some("InitiatePayoutTransfer".to_owned()),
            method: http::Method::POST,
            path: "/api/v0/payout-transaction".to_owned(),
            query: String::new(),
            status: Some(200),
            effects: vec![Effect::paid(Action::TransferMade, "TXN1", Decimal::ONE)],
            fault: None,
            unique: Some("TXN1".to_owned()),
        }
    }

    #[test]
    fn the_ring_forgets_the_oldest() {
        let journal = Journal::new(3);
        for _ in 0..10 {
            journal.add(entry());
        }
        let numbers = journal.entries().iter().map(|entry| entry.number).collect::<Vec<_>>();
        assert_eq!(numbers, [8, 9, 10]);
        assert_eq!(journal.count(), 10);
        journal.clear();
        assert!(journal.entries().is_empty());
        assert_eq!(journal.add(entry()).number, 11);
    }

    #[test]
    fn no_room_keeps_nothing_but_the_count() {
        let journal = Journal::new(0);
        journal.add(entry());
        assert!(journal.entries().is_empty());
        assert_eq!(journal.count(), 1);
    }

    #[test]
    fn an_entry_is_one_line() {
        let line = entry().to_string();
        assert!(line.contains("200 POST   /payouts/api/v0/payout-transaction"), "{line}");
        assert!(line.contains("[transfer made TXN1 1]"), "{line}");
    }
}
