//! Rewards, incentives and coins.
//!
//! <!-- operations -->
//! | method | path | struct | reply |
//! |---|---|---|---|
//! | GET | `/api/v0/cart` | [`GetRewardCart`] | [`Vec<RewardCart>`](models::RewardCart) |
//! | PATCH | `/api/v0/cart` | [`UpdateRewardCart`] | [`Vec<RewardCart>`](models::RewardCart) |
//! | POST | `/api/v0/cart` | [`AddToRewardCart`] | [`Json`](crate::Json) |
//! | GET | `/api/v0/coins/balance` | [`GetCoinBalance`] | `i64` |
//! | GET | `/api/v0/enkash-coins/<coinConfigId>` | [`GetCoinEvent`] | [`Json`](crate::Json) |
//! | PATCH | `/api/v0/enkash-coins/<coinConfigId>` | [`UpdateCoinEvent`] | [`CoinEvent`](models::CoinEvent) |
//! | POST | `/api/v0/enkash-coins/allocate-coin` | [`AllocateCoins`] | [`Text`](crate::Text) |
//! | POST | `/api/v0/enkash-coins/create-coins-config` | [`CreateCoinEvent`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/create-order` | [`CreateRewardOrder`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/bulk-create-allocate-points-json` | [`BulkAllocateRewardPoints`] | [`BulkAllocation`](models::BulkAllocation) |
//! | POST | `/api/v0/partner/enKashCard/cardAccount/get` | [`GetRewardAccount`] | [`RewardAccount`](models::RewardAccount) |
//! | POST | `/api/v0/partner/enKashCard/create-allocate-points` | [`AllocateIncentivePoints`] | [`PointsAllocation`](models::PointsAllocation) |
//! | POST | `/api/v0/partner/enKashCard/create-allocate-points` | [`AllocateRewardPoints`] | [`PointsAllocation`](models::PointsAllocation) |
//! | POST | `/api/v0/partner/enKashCard/search` | [`GetIncentiveUser`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/search` | [`GetRewardUserCard`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/search` | [`ListRewardUsers`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/partner/enKashCard/sso-token` | [`CreateRewardSsoToken`] | [`Json`](crate::Json) |
//! | GET | `/api/v0/partner/fetch-order-details/<id>` | [`FetchRewardOrder`] | [`RewardOrder`](models::RewardOrder) |
//! | GET | `/api/v0/partner/search-config/<productCatalogId>` | [`GetRewardProductConfigs`] | [`RewardProduct`](models::RewardProduct) |
//! | POST | `/api/v0/partner/search-order` | [`SearchRewardOrders`] | [`Json`](crate::Json) |
//! | POST | `/oauth/token` | [`GenerateRedemptionToken`] | [`RewardToken`](models::RewardToken) |
//! | POST | `/oauth/token` | [`GenerateRewardToken`] | [`RewardToken`](models::RewardToken) |
//! <!-- /operations -->
//!
//! A company gives points to employees (rewards) or to channel partners (incentives). Points lie on
//! a card that EnKash makes for the person, in the company's card account, and the person redeems
//! them for vouchers. Coins are a second scheme: a configured event earns them.
//!
//! The API reference names no host for most of these calls, so give the client a base URL. It
//! requires encrypted bodies in this product, but the page that describes the encryption is not
//! public. Bodies are sent unencrypted, as in the samples.
//!
//! The code of EnKash's own web site reads its public catalogue, without authorization, from
//! `https://marketplaces.enkash.in` (live) and `https://marketplaceuat.enkash.in` (test): a POST of
//! `{}` to `/api/v0/bolt/searchProducts?product=VOUCHER`, whose `payload.data[]` has `brand`,
//! `discount`, `productCatalogId`, `active` and `enabled`. The API reference names neither the
//! hosts nor that call, and writes the test host `marketplace-uat.enkash.in` in a sample; so they
//! are no defaults, and the call is not declared.
//!
//! The pages for rewards and those for incentives share paths. The server distinguishes their
//! requests only by the fields.
//!
//! After an allocation, compare
//! [`PointsAllocation::pg_reference_number`](models::PointsAllocation::pg_reference_number) with
//! the reference that you sent.

mod account;
mod allocation;
pub mod builders;
mod bulk;
mod cart;
mod coin;
pub mod models;
mod order;
mod product;
mod token;
mod user;

pub use account::GetRewardAccount;
pub use allocation::{AllocateIncentivePoints, AllocateRewardPoints};
pub use bulk::BulkAllocateRewardPoints;
pub use cart::{AddToRewardCart, GetRewardCart, UpdateRewardCart};
pub use coin::{AllocateCoins, CreateCoinEvent, GetCoinBalance, GetCoinEvent, UpdateCoinEvent};
pub use order::{CreateRewardOrder, FetchRewardOrder, SearchRewardOrders};
pub use product::GetRewardProductConfigs;
pub use token::{CreateRewardSsoToken, GenerateRedemptionToken, GenerateRewardToken};
pub use user::{GetIncentiveUser, GetRewardUserCard, ListRewardUsers};

use enkash_core::{CodeMeaning, Product, ResultCodes};

use crate::platform::{ENVELOPE, OAUTH, PARTNER_ID};

/// Rewards, incentives and coins. They have no base URL by default: the API reference names none
/// for most calls. Calls carry the [partner's id](PARTNER_ID) if the client has one; not all of
/// them take it.
///
/// The guides require encrypted bodies, but the page that describes the encryption is not public.
/// Bodies are sent unencrypted, as in the samples.
pub const LOYALTY: Product = Product::new("loyalty")
    .auth(&OAUTH)
    .envelope(&ENVELOPE)
    .result_codes(&CODES)
    .settings(&[PARTNER_ID]);

const CODES: ResultCodes =
    ResultCodes::defined(&[(&[0], CodeMeaning::Success), (&[1], CodeMeaning::Refused)]);
