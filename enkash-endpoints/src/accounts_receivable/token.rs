//! Requesting an access token.

use enkash_core::{JsonMap, Lenient, endpoint, model};

use super::ACCOUNTS_RECEIVABLE as PRODUCT;
use crate::models::GrantType;

/// Requests an access token for the calls about customers and invoices.
///
/// The client requests its tokens by itself; this call is for programs that keep the token themselves. The public page
/// ends within the form and shows no response: `grant_type` and `clientId` are taken from the payouts' page of the same
/// call, the token from those of expenses and petty cash.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::accounts_receivable::{GetReceivablesAuthToken, models::GrantType};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetReceivablesAuthToken::builder()
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
    response = ReceivablesToken,
    body = form,
    auth = basic,
    token_request,
    bare,
    docs = "https://docs.enkash.com/api-18880668"
)]
pub struct GetReceivablesAuthToken {
    /// The e-mail address that the user is registered with.
    #[sensitive]
    pub username: String,
    /// The user's password.
    #[sensitive]
    pub password: String,
    /// The OAuth grant type.
    #[rename("grant_type")]
    pub grant_type: GrantType,
    /// The company's client id; in the samples it looks like a company's identifier.
    pub client_id: String,
}

/// A token for calls, and what goes with it.
#[model(rename_all = "snake_case")]
pub struct ReceivablesToken {
    /// The bearer token.
    #[sensitive]
    pub access_token: Option<String>,
    /// The kind of token, such as `bearer`.
    pub token_type: Option<String>,
    /// The token for a renewal, which is not documented.
    #[sensitive]
    pub refresh_token: Option<String>,
    /// How long the token lives, in seconds as it seems.
    pub expires_in: Option<Lenient<i64>>,
    /// What the token is good for: words with spaces between them.
    pub scope: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
