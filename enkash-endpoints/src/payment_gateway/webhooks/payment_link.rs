//! The webhook about a payment link.

use enkash_core::{Lenient, Money, civil, model};

use crate::payment_gateway::PAYMENT_GATEWAY as PRODUCT;
use crate::webhook::webhook;

/// A payment link was paid, expired or failed.
///
/// The merchant responds with an empty JSON object.
///
/// The calls that make, read and delete links are not declared, since the API reference shows their titles alone. One
/// pre-release SDK in public code knows the response to the first, which it calls Quick Collect: code 0, and for a payload
/// the address of a [checkout page](crate::payment_gateway#the-hosted-checkout) as a string. It shows neither path nor request.
#[model]
pub struct PaymentLinkWebhook {
    /// Identifier of the payment link.
    pub quick_collect_request_id: Option<String>,
    /// What happened.
    pub r#type: Option<PaymentLinkEvent>,
    /// Amount. The API reference does not state the unit.
    pub amount: Option<Lenient<Money>>,
    /// How the payment ended.
    pub payment_status: Option<PaymentLinkPaymentStatus>,
    /// A message about it.
    #[sensitive]
    pub message: Option<String>,
    /// When the payment was made: presumably Indian time ([times](crate::payment_gateway#times)); with a `Z` it is UTC.
    pub payment_date: Option<Lenient<civil::DateTime>>,
}

webhook!(
    PaymentLinkWebhook,
    "PaymentLinkWebhook",
    docs = "https://docs.enkash.com/api-11989113?nav=01J41JZXDCD0NZ8KRY2TXW4N7Z"
);

/// What happened to a payment link.
#[model]
pub enum PaymentLinkEvent {
    /// A payment was tried.
    Payment,
    /// The due date has come.
    DueDate,
}

/// How a payment by a payment link ended.
#[model]
pub enum PaymentLinkPaymentStatus {
    /// It was made.
    Success,
    /// It failed.
    Failed,
}

impl PaymentLinkPaymentStatus {
    /// Whether the payment has ended; `None` for a status that the API reference does not list.
    ///
    /// A link whose payment failed may be paid by another payment.
    #[must_use]
    pub fn is_final(&self) -> Option<bool> {
        match self {
            PaymentLinkPaymentStatus::Success | PaymentLinkPaymentStatus::Failed => Some(true),
            PaymentLinkPaymentStatus::Unknown(_) => None,
        }
    }
}
