//! Webhooks: what EnKash posts.

pub(super) mod payout_status;

pub use payout_status::PayoutStatusNotification;
