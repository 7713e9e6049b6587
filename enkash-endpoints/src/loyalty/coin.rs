//! Coins, and the events that earn them.

use enkash_core::{Json, Lenient, endpoint, model};

use super::LOYALTY as PRODUCT;

/// Sets how many coins an event earns in a company.
///
/// For a complete example see [`AllocateCoins`](AllocateCoins#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no response.
#[endpoint(
    POST,
    "/api/v0/enkash-coins/create-coins-config",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-9796915"
)]
pub struct CreateCoinEvent {
    /// The kind of configuration; the API reference shows `DEFAULT` and mentions `CUSTOM`.
    pub configuration: String,
    /// The company at EnKash.
    pub company_id: String,
    /// The event, such as `REFERRAL_EVENT`.
    pub event: String,
    /// The coins that it earns.
    pub amount: i64,
}

/// Gets how many coins an event earns.
///
/// For a complete example see [`AllocateCoins`](AllocateCoins#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no response.
#[endpoint(
    GET,
    "/api/v0/enkash-coins/<coinConfigId>",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-9796914"
)]
pub struct GetCoinEvent {
    /// The event's configuration.
    pub coin_config_id: String,
}

/// Updates how many coins an event earns.
///
/// For a complete example see [`AllocateCoins`](AllocateCoins#examples).
#[endpoint(
    PATCH,
    "/api/v0/enkash-coins/<coinConfigId>",
    response = CoinEvent,
    docs = "https://docs.enkash.com/apidoc/project-616243/api-9796916"
)]
pub struct UpdateCoinEvent {
    /// The event's configuration.
    pub coin_config_id: String,
    /// The coins that it earns.
    pub amount: Option<i64>,
    /// The kind of configuration; the API reference shows `DEFAULT` and mentions `CUSTOM`.
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

/// Allocates the coins of an event to a user.
///
/// The payload is a message about the result. Check the balance with [`GetCoinBalance`].
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::loyalty::AllocateCoins;
/// # use enkash_endpoints::loyalty::LOYALTY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &LOYALTY)?;
/// let request = AllocateCoins::builder()
///     .company_id("CEK0000001")
///     .event("REFERRAL_EVENT")
///     .request_id("REQ0001")
///     .user_id("EK000001")
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => println!("{:?}", reply.payload),
///     // The coins may be allocated: get the balance before you send it again.
///     Err(error) if error.outcome() == Outcome::Unknown => println!("unknown: {error}"),
///     // `NotSent` or `Refused`: correct the cause and send it again. `Performed`: do not.
///     Err(error) => return Err(error.into()),
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(
    POST,
    "/api/v0/enkash-coins/allocate-coin",
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

/// Gets the number of coins of a user.
///
/// The payload is the number.
///
/// For a complete example see [`AllocateCoins`](AllocateCoins#examples).
#[endpoint(
    GET,
    "/api/v0/coins/balance",
    response = i64,
    docs = "https://docs.enkash.com/apidoc/project-616243/api-9796918"
)]
pub struct GetCoinBalance {
    /// The user at EnKash.
    pub user_id: String,
}
