//! Rewards, incentives and coins.
//!
//! A company gives points to employees (rewards) or to channel partners (incentives). Points lie on a card that
//! EnKash makes for the person, in the company's card account, and the person redeems them for vouchers. Coins are a
//! second scheme: a configured event earns them.
//!
//! The documents name no host for most of these calls, so give the client a base URL. They ask for encrypted bodies
//! in this product, but the page that says how is not public; bodies travel plain, as the samples show them.
//!
//! The code of EnKash's own web site reads its public catalogue, without authorization, from
//! `https://marketplaces.enkash.in` (live) and `https://marketplaceuat.enkash.in` (test): a POST of `{}` to
//! `/api/v0/bolt/searchProducts?product=VOUCHER`, whose `payload.data[]` has `brand`, `discount`, `productCatalogId`,
//! `active` and `enabled`. The API reference names neither the hosts nor that call, and writes the test host
//! `marketplace-uat.enkash.in` in a sample; so they are no defaults, and the call is not declared.
//!
//! The pages for rewards and those for incentives share paths. Nothing but its members tells the server which page a
//! request follows.
//!
//! After points were given, compare [`PointsAllocation::pg_reference_number`] with the reference that was sent: they
//! are to be the same.

mod account;
mod allocation;
mod bulk;
mod cart;
mod coin;
mod order;
mod product;
mod token;
mod user;

pub use account::*;
pub use allocation::*;
pub use bulk::*;
pub use cart::*;
pub use coin::*;
pub use order::*;
pub use product::*;
pub use token::*;
pub use user::*;

use enkash_core::{CodeMeaning, Product, ResultCodes};

use crate::platform::{ENVELOPE, OAUTH, PARTNER_ID};

/// Rewards, incentives and coins. They have no base URL by default: the API reference names none for most calls. Calls carry
/// the [partner's id](PARTNER_ID) if the client has one; not all of them take it.
///
/// The guides ask for encrypted bodies, but the page that says how is not public. The samples are plain, and so are calls.
pub const LOYALTY: Product =
    Product::new("loyalty").auth(&OAUTH).envelope(&ENVELOPE).result_codes(&CODES).settings(&[PARTNER_ID]);

const CODES: ResultCodes =
    ResultCodes::defined(&[(&[0], CodeMeaning::Success), (&[1], CodeMeaning::Refused)]);
