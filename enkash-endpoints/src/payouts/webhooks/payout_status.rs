//! Webhooks about payouts.

use enkash_core::{JsonMap, model};

use crate::payouts::PAYOUTS as PRODUCT;

/// The status of a transfer.
///
/// It is posted for the events that
/// [`CreatePayoutWebhookConfiguration`](crate::payouts::CreatePayoutWebhookConfiguration) asked
/// for. The API reference documents neither its fields, nor whether it is encrypted, nor how to
/// respond.
#[model]
pub struct PayoutStatusNotification {
    /// All fields.
    #[extra]
    pub more: JsonMap,
}

crate::webhook::webhook!(
    PayoutStatusNotification,
    "PayoutStatusNotification",
    docs = "https://docs.enkash.com/api-10664805"
);
