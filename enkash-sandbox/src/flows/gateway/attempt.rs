//! One attempt to pay an order.

use rust_decimal::Decimal;
use serde_json::Value;

use crate::check::Violation;

/// An attempt and how far it got.
#[derive(Debug)]
pub(super) struct Attempt {
    pub(super) order: String,
    pub(super) mode: Option<String>,
    pub(super) status: Status,
    pub(super) refunded: Decimal,
    pub(super) created: String,
    pub(super) modified: String,
}

/// The documented states that an attempt can have here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// Waits for the customer's one-time password, or for a payment mode.
    Created,
    /// Waits for the bank and gets no answer.
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

impl Status {
    pub(super) fn as_str(self) -> &'static str {
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
    pub(super) fn as_upi(self) -> &'static str {
        match self {
            Self::Success | Self::PartiallyRefunded | Self::Refunded => "SUCCESS",
            Self::Failed => "FAILED",
            Self::Created | Self::PendingWithBank | Self::Processing { .. } => "PROCESS",
        }
    }
}

impl Attempt {
    pub(super) fn new(order: &str, mode: Option<&str>, status: Status, now: String) -> Self {
        Self {
            order: order.to_owned(),
            mode: mode.map(str::to_owned),
            status,
            refunded: Decimal::ZERO,
            created: now.clone(),
            modified: now,
        }
    }

    pub(super) fn become_(&mut self, status: Status, now: String) {
        self.status = status;
        self.modified = now;
    }
}

/// Where the payment's fields are: inside `paymentDetail` as the reference has it, or beside it
/// as the guide does.
pub(super) fn detail(body: &Value) -> &Value {
    let inside = &body["paymentDetail"];
    let outside = body.get("paymentMode").is_some() && inside.get("paymentMode").is_none();
    if outside { body } else { inside }
}

/// What the chosen payment mode needs and does not have.
pub(super) fn missing(body: &Value, detail: &Value) -> Vec<Violation> {
    let needs: &[&str] = match detail["paymentMode"].as_str().unwrap_or_default() {
        "NET_BANKING" | "WALLET" => &["bankCode"],
        "UPI" => &["vpa"],
        "CREDIT_CARD" | "DEBIT_CARD" | "PREPAID_CARD" | "CORPORATE_CARD" => {
            &["cardHolderName", "cardNumber", "cvv", "expiry"]
        }
        "PAY_LATER" => &["bankCode", "bnplPaymentOptionId"],
        _ => &[],
    };
    let place = if std::ptr::eq(body, detail) { "" } else { "paymentDetail." };
    let lacking = needs.iter().filter(|name| detail[**name].as_str().is_none_or(str::is_empty));
    lacking
        .map(|name| Violation::new(format!("{place}{name}"), "is required for this payment mode"))
        .collect()
}

/// How the attempt begins; values that ask for a failure are listed among the assumptions.
pub(super) fn first_status(mode: Option<&str>, detail: &Value) -> Status {
    match mode {
        None => Status::Created,
        Some("CREDIT_CARD" | "DEBIT_CARD" | "PREPAID_CARD" | "CORPORATE_CARD") => Status::Created,
        Some(mode) => {
            let key = if mode == "UPI" { "vpa" } else { "bankCode" };
            let value = detail[key].as_str().unwrap_or_default().to_ascii_lowercase();
            match value.as_str() {
                value if value.starts_with("fail") => Status::Failed,
                value if value.starts_with("pending") => Status::PendingWithBank,
                _ => Status::Success,
            }
        }
    }
}
