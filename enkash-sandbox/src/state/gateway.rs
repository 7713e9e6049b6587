//! Orders, payments and refunds of the payment gateway.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use crate::exchange::Refusal;
use crate::journal::{Action, Effect};

/// Orders and the attempts to pay them.
#[derive(Debug, Default)]
pub(crate) struct Gateway {
    pub(crate) orders: HashMap<String, Order>,
    /// From the merchant's own order id to EnKash's.
    pub(crate) merchant_ids: HashMap<String, String>,
    pub(crate) attempts: HashMap<String, Attempt>,
    pub(crate) refunds: HashSet<String>,
}

#[derive(Debug)]
pub(crate) struct Order {
    pub(crate) id: String,
    pub(crate) amount: Decimal,
    pub(crate) created: String,
    pub(crate) status: &'static str,
}

impl Gateway {
    /// An order by EnKash's id, or by the merchant's own.
    pub(crate) fn order(&mut self, id: &str) -> Result<&mut Order, Refusal> {
        let own = self.merchant_ids.get(id).map_or(id, String::as_str);
        self.orders.get_mut(own).ok_or_else(|| Refusal::unknown("Order", id))
    }

    pub(crate) fn attempt(&mut self, id: &str) -> Result<&mut Attempt, Refusal> {
        self.attempts.get_mut(id).ok_or_else(|| Refusal::unknown("Transaction", id))
    }

    /// The money of an attempt is there: its order is paid.
    pub(crate) fn succeed(&mut self, id: &str, now: String) -> Option<Effect> {
        let attempt = self.attempts.get_mut(id)?;
        attempt.set_status(AttemptStatus::Success, now);
        let order = self.orders.get_mut(&attempt.order)?;
        order.status = "PAID";
        Some(Effect::paid(Action::PaymentSucceeded, id, order.amount))
    }
}

/// An attempt and how far it got.
#[derive(Debug)]
pub(crate) struct Attempt {
    pub(crate) order: String,
    pub(crate) mode: Option<String>,
    pub(crate) status: AttemptStatus,
    pub(crate) refunded: Decimal,
    pub(crate) created: String,
    pub(crate) modified: String,
}

/// The documented states that an attempt can have here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AttemptStatus {
    /// Waits for the customer's one-time password, or for a payment mode.
    Created,
    /// Waits for the bank and gets no response.
    PendingWithBank,
    /// Waits for the customer's approval; succeeds when its status was read this often.
    Processing {
        reads: u8,
    },
    Success,
    Failed,
    PartiallyRefunded,
    Refunded,
}

impl AttemptStatus {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Created => "CREATED",
            Self::PendingWithBank | Self::Processing { .. } => "PENDING_WITH_BANK",
            Self::Success => "SUCCESS",
            Self::Failed => "FAILED",
            Self::PartiallyRefunded => "PARTIALLY_REFUNDED",
            Self::Refunded => "REFUNDED",
        }
    }

    /// The same in the three words of the UPI status call.
    pub(crate) fn as_upi(self) -> &'static str {
        match self {
            Self::Success | Self::PartiallyRefunded | Self::Refunded => "SUCCESS",
            Self::Failed => "FAILED",
            Self::Created | Self::PendingWithBank | Self::Processing { .. } => "PROCESS",
        }
    }
}

impl Attempt {
    pub(crate) fn new(order: &str, mode: Option<&str>, status: AttemptStatus, now: String) -> Self {
        Self {
            order: order.to_owned(),
            mode: mode.map(str::to_owned),
            status,
            refunded: Decimal::ZERO,
            created: now.clone(),
            modified: now,
        }
    }

    pub(crate) fn set_status(&mut self, status: AttemptStatus, now: String) {
        self.status = status;
        self.modified = now;
    }
}
