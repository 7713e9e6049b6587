//! Webhooks about wallets.

use enkash_core::{JsonMap, model};

use crate::wallet::WALLET as PRODUCT;

/// A payment of a wallet.
///
/// The wallets' pages name this webhook and show nothing else of it: neither when it comes, nor its
/// fields, nor how it is signed. The payment gateway documents a webhook of the same title; whether
/// they are the same is not documented.
#[model]
pub struct WalletPaymentNotify {
    /// All fields.
    #[extra]
    pub more: JsonMap,
}

crate::webhook::webhook!(
    WalletPaymentNotify,
    "walletPaymentNotify",
    docs = "https://docs.enkash.com/api-19200344"
);
