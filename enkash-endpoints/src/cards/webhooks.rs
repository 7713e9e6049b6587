//! Webhooks: what EnKash posts.

pub(super) mod card_transaction;

pub use card_transaction::{CardTransactionDetails, CardTransactionWebhook};
