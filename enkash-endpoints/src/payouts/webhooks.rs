//! The webhooks of this product.

pub(super) mod payout_status;

pub use payout_status::PayoutStatusNotification;
