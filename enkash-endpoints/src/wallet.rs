//! Wallets, which share the cards' paths on a host of their own.
//!
//! <!-- operations -->
//! | method | path | struct | reply |
//! |---|---|---|---|
//! | PATCH | `/api/v0/partner/enKashCard` | [`UpdateWallet`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/balance` | [`TopUpWallet`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/otp` | [`GenerateCardOtp`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/otp` | [`GenerateWalletOtp`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/ppi-merchant-transaction` | [`DebitWalletForMerchant`] | [`Json`](crate::Json) |
//! | GET | `/api/v0/partner/enKashCard/settlement-status` | [`GetMerchantSettlementStatus`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/validate/wallet-load-limit` | [`ValidateWalletLoadLimit`] | [`Json`](crate::Json) |
//! | GET | `/api/v0/partner/enKashCard/vkyc/link` | [`GenerateVkycLink`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/wallet` | [`CreateWallet`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/wallet-details` | [`GetCardDetails`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/wallet-details` | [`GetWalletDetails`] | [`Json`](crate::Json) |
//! <!-- /operations -->
//!
//! On the wire a wallet is an EnKash card, known by its `en_kash_card_id`. It must not be treated
//! as active before its holder has accepted the latest terms and has at least the minimum KYC; see
//! [`GetWalletDetails`].
//!
//! # KYC
//!
//! Read status and substatus together. Decisions come later: ask again, or wait for a webhook.
//!
//! | status | substatus | meaning |
//! |---|---|---|
//! | Not Uploaded | | nothing is submitted yet |
//! | Min KYC Verified | VKYC Pending | only what minimum KYC allows |
//! | Pending | Created | started: let the holder continue |
//! | Pending | Pending | under review: wait |
//! | Verified | | all features |
//! | Failed or Rejected | | refused |
//! | Redo | | has to be done again |
//!
//! This is second-hand: a public note quotes it from <https://docs.enkash.com/doc-1860546>, which
//! is not public. Nor are the fields' names and how the values are written on the wire, so that no
//! type has them.
//!
//! # Hosts and encryption
//!
//! Two calls about prepaid cards are here because their pages name the same host:
//! [`GenerateCardOtp`] and [`GetCardDetails`]. The API reference names a test host and no live one:
//! give the client a base URL for that.
//!
//! The guides require encrypted bodies, but the page that describes the encryption is not public.
//! Bodies are sent unencrypted, as in the samples.

pub mod builders;
mod details;
mod funding;
mod merchant;
pub mod models;
mod otp;
mod setup;
pub mod webhooks;

pub use details::{GetCardDetails, GetWalletDetails};
pub use funding::{TopUpWallet, ValidateWalletLoadLimit};
pub use merchant::{DebitWalletForMerchant, GetMerchantSettlementStatus};
pub use otp::{GenerateCardOtp, GenerateWalletOtp};
pub use setup::{CreateWallet, GenerateVkycLink, UpdateWallet};

use enkash_core::{CodeMeaning, Environment, Product, ResultCodes};

use crate::platform::{ENVELOPE, OAUTH, PARTNER_ID};

/// Wallets. Each call carries the [partner's id](PARTNER_ID).
///
/// The test host is that of the samples, such as <https://docs.enkash.com/api-19199846>; no page
/// names a live one. Tokens come from the same host as those of cards
/// (<https://docs.enkash.com/api-13409509>).
///
/// The guides require encrypted bodies, but the page that describes the encryption is not public.
/// Bodies are sent unencrypted, as in the samples.
pub const WALLET: Product = Product::new("wallet")
    .base_url_in(Environment::Test, "https://pay-en-uat.enkash.in")
    .token_base_url_in(Environment::Test, "https://ekpayout-uat.enkash.in")
    .auth(&OAUTH)
    .envelope(&ENVELOPE)
    .result_codes(&CODES)
    .settings(&[PARTNER_ID.required()]);

const CODES: ResultCodes = ResultCodes::defined(&[(&[0], CodeMeaning::Success)]);
