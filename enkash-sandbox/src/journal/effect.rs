//! What a request changed.

use std::fmt;

use rust_decimal::Decimal;

use super::text::Printable;

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
        write!(f, "{}", self.action)?;
        // The number of a bank account and a URL, which may carry a secret, stay in the journal.
        if !matches!(self.action, Action::AccountWhitelisted | Action::WebhookConfigured) {
            write!(f, " {}", Printable(&self.id))?;
        }
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
    TokenIssued "token issued" "A token request succeeded.",
    TokenRequestRefused "token request refused" "A token request failed.",
    AccountLocked "account locked" "A token request failed and was one too many.",
    CustomerCreated "customer created" "A customer was registered.",
    CustomerActivated "customer activated" "An inactive customer became active.",
    CustomerUpdated "customer updated" "A customer's fields changed.",
    CustomerDeleted "customer deleted" "A customer was deleted.",
    FileTaken "file taken" "A file request for bulk work.",
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
    TransferSettled "transfer settled" "The bank confirmed a transfer; its money had left the account before.",
    TransferRejected "transfer rejected" "A transfer was rejected; no money moved.",
    TransferFailed "transfer failed" "The account did not hold enough; no money moved.",
    AccountWhitelisted "account whitelisted" "A source bank account was registered.",
    WebhookConfigured "webhook configured" "The webhook configuration was stored.",
    Performed "performed" "A call without memory of its own was accepted; the id is its operationId.",
}
