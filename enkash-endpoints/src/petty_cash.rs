//! Petty cash.
//!
//! <!-- operations -->
//! | method | path | struct | reply |
//! |---|---|---|---|
//! | POST | `/api/v0/partner/enKashCard/cardAccount/get` | [`GetPettyCashAccount`] | [`PettyCashAccount`](models::PettyCashAccount) |
//! | POST | `/api/v0/partner/enKashCard/search` | [`GetPettyCashUser`] | [`PettyCashCard`](models::PettyCashCard) |
//! | POST | `/api/v0/partner/enKashCard/search` | [`GetPettyCashUserHandle`] | [`PettyCashUserHandleList`](models::PettyCashUserHandleList) |
//! | POST | `/oauth/token` | [`GeneratePettyCashToken`] | [`PettyCashToken`](models::PettyCashToken) |
//! <!-- /operations -->
//!
//! A partner reads a company's petty cash account, its users and their handles. A handle is an
//! EnKash card on the wire. The API reference names a test host and no live one, and shows only
//! samples: it does not say which fields are required.
//!
//! Its page about encrypted bodies is not public. Bodies are sent unencrypted, as in the samples.

mod account;
pub mod builders;
pub mod models;
mod token;
mod user;

pub use account::GetPettyCashAccount;
pub use token::GeneratePettyCashToken;
pub use user::{GetPettyCashUser, GetPettyCashUserHandle};

use enkash_core::{CodeMeaning, Environment, Product, ResultCodes};

use crate::platform::{ENVELOPE, OAUTH, PARTNER_ID};

/// Petty cash. Each call carries the [partner's id](PARTNER_ID). The test host is that of the
/// samples, such as
/// <https://docs.enkash.com/api-24480518>; no page names a live one.
///
/// The page about encrypted bodies is not public. Bodies are sent unencrypted, as in the samples.
pub const PETTY_CASH: Product = Product::new("petty-cash")
    .base_url_in(Environment::Test, "https://pay-en-uat.enkash.in")
    .auth(&OAUTH)
    .envelope(&ENVELOPE)
    .result_codes(&CODES)
    .settings(&[PARTNER_ID.required()]);

const CODES: ResultCodes = ResultCodes::defined(&[(&[0], CodeMeaning::Success)]);
