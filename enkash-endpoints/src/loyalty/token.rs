//! Requesting an access token.

use enkash_core::{Json, JsonMap, endpoint, model};

use super::LOYALTY as PRODUCT;
use crate::models::GrantType;

/// Requests an access token for the calls about rewards and incentives.
///
/// The client requests its tokens by itself; this call is for programs that keep the token themselves. A token lives
/// five minutes, and three failed attempts lock the account. The API reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::{GenerateRewardToken, models::GrantType};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GenerateRewardToken::builder()
///     .username("user")
///     .password("password")
///     .grant_type(GrantType::Password)
///     .client_id("client")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/oauth/token");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/oauth/token",
    response = RewardToken,
    body = form,
    auth = basic,
    token_request,
    auto,
    docs = "https://docs.enkash.com/api-9796904"
)]
pub struct GenerateRewardToken {
    /// The user's name.
    #[sensitive]
    pub username: String,
    /// The user's password.
    #[sensitive]
    pub password: String,
    /// The OAuth grant type.
    #[rename("grant_type")]
    pub grant_type: GrantType,
    /// The company's client id.
    pub client_id: String,
}

/// Requests an access token for the calls about redemption.
///
/// The client requests its tokens by itself; this call is for programs that keep the token themselves. A token lives
/// five minutes, and three failed attempts lock the account. The API reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::{GenerateRedemptionToken, models::GrantType};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GenerateRedemptionToken::builder()
///     .username("user")
///     .password("password")
///     .grant_type(GrantType::Password)
///     .client_id("client")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/oauth/token");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/oauth/token",
    response = RewardToken,
    body = form,
    auth = basic,
    token_request,
    auto,
    docs = "https://docs.enkash.com/api-9820863"
)]
pub struct GenerateRedemptionToken {
    /// The user's name.
    #[sensitive]
    pub username: String,
    /// The user's password.
    #[sensitive]
    pub password: String,
    /// The OAuth grant type.
    #[rename("grant_type")]
    pub grant_type: GrantType,
    /// The company's client id.
    pub client_id: String,
}

/// The response to a token request, whose fields the API reference leaves out. Its `Debug` shows their names alone,
/// since some are tokens.
#[model]
pub struct RewardToken {
    /// All fields, as they came.
    #[extra]
    pub more: JsonMap,
}

/// Makes a token that sends a card holder or an admin to EnKash's own reward pages.
///
/// On the test host a card holder goes to `https://invoice-uat.enkash.in/sso/{token}/employee_rewards/{partner}`, an
/// admin to `https://invoice-uat.enkash.in/sso/{token}/reward_account/{partner}`; the live host is `home.enkash.com`.
/// The API reference leaves out the response. It holds the token, so print it nowhere.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::CreateRewardSsoToken;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreateRewardSsoToken::builder()
///     .card_account_id("CAC0000001")
///     .company_id("CEK0000001")
///     .enkash_card_id("EKC0000001")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/sso-token");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/sso-token",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-9796903"
)]
pub struct CreateRewardSsoToken {
    /// The reward account.
    pub card_account_id: String,
    /// The company at EnKash.
    pub company_id: String,
    /// The card of the person whom the token is for; for an admin, the admin's own.
    pub enkash_card_id: String,
}
