//! Webhooks: what EnKash posts.

pub(super) mod payment;

pub use payment::WalletPaymentNotify;
