//! Requesting an access token.

use enkash_core::{JsonMap, Lenient, endpoint, model};

use super::CARDS as PRODUCT;
use crate::models::GrantType;

/// Requests an access token for the calls about cards and wallets.
///
/// The client requests its tokens by itself; this call is for programs that keep the token themselves. The card pages
/// cut their sample of the response after `refresh_token`; the rest is from the wallets' page for the same call.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::cards::{GenerateCardToken, models::GrantType};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GenerateCardToken::builder()
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
    response = CardToken,
    body = form,
    auth = basic,
    token_request,
    bare,
    docs = "https://docs.enkash.com/api-13409509"
)]
pub struct GenerateCardToken {
    /// The mobile number that identifies the partner in token requests.
    #[sensitive]
    pub username: String,
    /// The password that goes with it.
    #[sensitive]
    pub password: String,
    /// The OAuth grant type.
    #[rename("grant_type")]
    pub grant_type: GrantType,
    /// The partner's company at EnKash.
    pub client_id: String,
}

/// A token for calls, and what goes with it.
#[model(rename_all = "snake_case")]
pub struct CardToken {
    /// The bearer token.
    #[sensitive]
    pub access_token: Option<String>,
    /// The kind of token, such as `bearer`.
    pub token_type: Option<String>,
    /// The token for a renewal, which is not documented.
    #[sensitive]
    pub refresh_token: Option<String>,
    /// How many seconds the token still lives.
    pub expires_in: Option<Lenient<i64>>,
    /// What the token is good for: words with spaces between them.
    pub scope: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
