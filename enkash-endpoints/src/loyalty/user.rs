//! The users and cards of an account. All three searches share one path.

use enkash_core::{Json, endpoint};

use super::LOYALTY as PRODUCT;

/// Lists the users of a reward account.
///
/// The API reference leaves out the response. The petty cash pages show two different ones for the same path.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::ListRewardUsers;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request =
///     ListRewardUsers::builder().card_account_id("CAC0000001").company_id("CEK0000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/search");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/search",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-9796910"
)]
pub struct ListRewardUsers {
    /// The reward account.
    pub card_account_id: String,
    /// The company at EnKash.
    pub company_id: String,
}

/// Lists the cards of a reward account, or reads one of them.
///
/// The API reference leaves out the response. The petty cash page for the same path and body shows a list with its
/// length.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::GetRewardUserCard;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request =
///     GetRewardUserCard::builder().card_account_id("CAC0000001").company_id("CEK0000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/search");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/search",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-13454278"
)]
pub struct GetRewardUserCard {
    /// The reward account.
    pub card_account_id: String,
    /// The company at EnKash.
    pub company_id: String,
    /// The one card to read; all of them without it.
    pub en_kash_card_id: Option<String>,
}

/// Reads a user of an incentive account by the card.
///
/// The API reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::GetIncentiveUser;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetIncentiveUser::builder()
///     .card_account_id("CAC0000001")
///     .company_id("CEK0000001")
///     .en_kash_card_id("EKC0000001")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/search");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/search",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-9796913"
)]
pub struct GetIncentiveUser {
    /// The incentive account.
    pub card_account_id: String,
    /// The company at EnKash.
    pub company_id: String,
    /// The user's card.
    pub en_kash_card_id: String,
}
