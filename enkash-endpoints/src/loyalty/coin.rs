//! Coins, and the events that earn them.

use enkash_core::{Json, Lenient, endpoint, model};

/// Sets how many coins an event earns in a company.
///
/// The documents leave out the answer.
#[endpoint(
    POST,
    "/api/v0/enkash-coins/create-coins-config",
    response = Json,
    product = Loyalty,
    docs = "https://docs.enkash.com/api-9796915"
)]
pub struct CreateCoinEvent {
    /// The kind of configuration; the documents show `DEFAULT` and speak of `CUSTOM`.
    pub configuration: String,
    /// The company at EnKash.
    pub company_id: String,
    /// The event, such as `REFERRAL_EVENT`.
    pub event: String,
    /// The coins that it earns.
    pub amount: i64,
}

/// Reads what an event earns.
///
/// The documents leave out the answer.
#[endpoint(
    GET,
    "/api/v0/enkash-coins/<coinConfigId>",
    response = Json,
    product = Loyalty,
    docs = "https://docs.enkash.com/api-9796914"
)]
pub struct GetCoinEvent {
    /// The event's configuration.
    pub coin_config_id: String,
}

/// Changes what an event earns.
#[endpoint(
    PATCH,
    "/api/v0/enkash-coins/<coinConfigId>",
    response = CoinEvent,
    product = Loyalty,
    docs = "https://docs.enkash.com/apidoc/project-616243/api-9796916"
)]
pub struct UpdateCoinEvent {
    /// The event's configuration.
    pub coin_config_id: String,
    /// The coins that it earns.
    pub amount: Option<i64>,
    /// The kind of configuration; the documents show `DEFAULT` and speak of `CUSTOM`.
    pub configuration: Option<String>,
    /// The company at EnKash.
    pub company_id: Option<String>,
    /// The event, such as `REFERRAL_EVENT`.
    pub event: Option<String>,
}

/// What an event earns.
#[model]
pub struct CoinEvent {
    /// The event's configuration.
    pub coin_config_id: Option<String>,
    /// The kind of configuration.
    pub configuration: Option<String>,
    /// The event.
    pub event: Option<String>,
    /// The coins that it earns.
    pub amount: Option<Lenient<i64>>,
}

/// Gives a user the coins of an event.
///
/// The payload is a result text.
#[endpoint(
    POST,
    "/api/v0/enkash-coins/allocate-coin",
    product = Loyalty,
    docs = "https://docs.enkash.com/api-9796917"
)]
pub struct AllocateCoins {
    /// The company at EnKash.
    pub company_id: String,
    /// The event that earned the coins, such as `REFERRAL_EVENT`.
    pub event: String,
    /// The caller's own id of the request.
    pub request_id: String,
    /// The user at EnKash.
    pub user_id: String,
}

/// Reads how many coins a user has.
///
/// The payload is the number.
#[endpoint(
    GET,
    "/api/v0/coins/balance",
    response = i64,
    product = Loyalty,
    docs = "https://docs.enkash.com/apidoc/project-616243/api-9796918"
)]
pub struct GetCoinBalance {
    /// The user at EnKash.
    pub user_id: String,
}
