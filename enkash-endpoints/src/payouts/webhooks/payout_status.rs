//! What EnKash posts about payouts.

use enkash_core::{JsonMap, model};

use crate::payouts::PAYOUTS as PRODUCT;

/// Tells how a transfer stands.
///
/// It is posted for the events that
/// [`CreatePayoutWebhookConfiguration`](crate::payouts::CreatePayoutWebhookConfiguration) asked for. The documents
/// leave out all of its members, whether it is encrypted, and what to answer.
#[model]
pub struct PayoutStatusNotification {
    /// All members, as they came.
    #[extra]
    pub more: JsonMap,
}

crate::webhook::webhook!(
    PayoutStatusNotification,
    "PayoutStatusNotification",
    docs = "https://docs.enkash.com/api-10664805"
);
