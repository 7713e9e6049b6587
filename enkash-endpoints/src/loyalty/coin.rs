//! Coins, and the events that earn them.

use enkash_core::{Json, Lenient, endpoint, model};

use super::LOYALTY as PRODUCT;

/// Sets how many coins an event earns in a company.
///
/// The API reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::CreateCoinEvent;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreateCoinEvent::builder()
///     .configuration("DEFAULT")
///     .company_id("CEK0000001")
///     .event("REFERRAL_EVENT")
///     .amount(10)
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/enkash-coins/create-coins-config");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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

/// Reads what an event earns.
///
/// The API reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::GetCoinEvent;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetCoinEvent::builder().coin_config_id("CCF0000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/enkash-coins/CCF0000001");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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

/// Changes what an event earns.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::UpdateCoinEvent;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = UpdateCoinEvent::builder().coin_config_id("CCF0000001").amount(10).build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/enkash-coins/CCF0000001");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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

/// Gives a user the coins of an event.
///
/// The payload is a result message.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::AllocateCoins;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = AllocateCoins::builder()
///     .company_id("CEK0000001")
///     .event("REFERRAL_EVENT")
///     .request_id("REQ0001")
///     .user_id("EK000001")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/enkash-coins/allocate-coin");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(POST, "/api/v0/enkash-coins/allocate-coin", docs = "https://docs.enkash.com/api-9796917")]
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
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::GetCoinBalance;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetCoinBalance::builder().user_id("EK000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/coins/balance");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
