//! The webhooks of this product.

pub(super) mod card_transaction;

pub use card_transaction::{CardTransactionDetails, CardTransactionWebhook};
