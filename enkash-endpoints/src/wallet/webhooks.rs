//! The webhooks of this product.

pub(super) mod payment;

pub use payment::WalletPaymentNotify;
