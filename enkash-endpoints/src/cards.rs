//! Prepaid and gift cards.
//!
//! <!-- operations -->
//! | method | path | struct | reply |
//! |---|---|---|---|
//! | POST | `/api/v0/partner/enKashCard` | [`CreateGiftCard`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard` | [`CreatePrepaidCard`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/balance` | [`LoadCardBalance`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/block` | [`BlockCard`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/cardAccount/create` | [`CreateCardAccount`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/cardAccount/get` | [`GetCardAccount`] | [`CardAccount`](models::CardAccount) |
//! | POST | `/api/v0/partner/enKashCard/replaceCard` | [`ReplaceCard`] | [`Text`](crate::Text) |
//! | POST | `/api/v0/partner/enKashCard/setPin` | [`SetCardPin`] | [`Text`](crate::Text) |
//! | POST | `/api/v0/partner/enKashCard/transaction/all` | [`GetCardTransaction`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/velocity/rule` | [`UpdateCardLimits`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/velocity/rule/get` | [`GetCardLimits`] | [`CardLimits`](models::CardLimits) |
//! | POST | `/oauth/token` | [`GenerateCardToken`] | [`CardToken`](models::CardToken) |
//! <!-- /operations -->
//!
//! A partner issues cards in a company's card account, loads, limits, blocks and replaces them, and
//! reads the status of a load. A card must not be treated as active before its holder has accepted
//! the latest terms and has at least the minimum KYC; the module `wallet` has a table of its
//! states.
//!
//! The pages that send a one-time password to a card's holder and that read a card call the host of
//! the wallets. They are `GenerateCardOtp` and `GetCardDetails` in the module `wallet`.
//!
//! The guides require encrypted bodies, but the page that describes the encryption is not public.
//! Bodies are sent unencrypted, as in the samples. One page
//! (<https://docs.enkash.com/api-12877368>) types request and response as a JSON string, so that
//! the encrypted form may be a bare string and not the payouts' `{"request": …}`. That is inferred:
//! ask EnKash.
//!
//! The webhook [`CardTransactionWebhook`](webhooks::CardTransactionWebhook) is not in the API
//! reference; it was seen in one public integration of about 2020. For a card's balance the API
//! reference has a title and no path: one public project posts `companyId` and `cardAccountId` to
//! `/api/v0/partner/enKashCard/card-balance`, which was never shown to work and is not declared.

mod account;
pub mod builders;
mod control;
mod create;
mod limits;
mod load;
pub mod models;
mod token;
mod transaction;
pub mod webhooks;

pub use account::{CreateCardAccount, GetCardAccount};
pub use control::{BlockCard, ReplaceCard, SetCardPin};
pub use create::{CreateGiftCard, CreatePrepaidCard};
pub use limits::{GetCardLimits, UpdateCardLimits};
pub use load::LoadCardBalance;
pub use token::GenerateCardToken;
pub use transaction::GetCardTransaction;

use enkash_core::{CodeMeaning, Environment, Product, ResultCodes};

use crate::platform::{ENVELOPE, OAUTH, PARTNER_ID};

/// Prepaid and gift cards. Each call carries the [partner's id](PARTNER_ID).
///
/// The hosts are those of <https://docs.enkash.com/doc-863078>. Tokens come from another one in the
/// test environment, as the token page shows it (<https://docs.enkash.com/api-13409509>). No page
/// names a live host for tokens; the product's own is inferred.
///
/// The guides require encrypted bodies, but the page that describes the encryption is not public.
/// Bodies are sent unencrypted, as in the samples.
pub const CARDS: Product = Product::new("cards")
    .base_url_in(Environment::Test, "https://pay-uat.enkash.in")
    .base_url_in(Environment::Live, "https://pay.enkash.in")
    .token_base_url_in(Environment::Test, "https://ekpayout-uat.enkash.in")
    .auth(&OAUTH)
    .envelope(&ENVELOPE)
    .result_codes(&CODES)
    .settings(&[PARTNER_ID.required()]);

const CODES: ResultCodes = ResultCodes::defined(&[(&[0], CodeMeaning::Success)]);
