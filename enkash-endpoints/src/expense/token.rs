//! Requesting an access token.

use enkash_core::{JsonMap, Lenient, endpoint, model};

use super::EXPENSE as PRODUCT;
use crate::models::GrantType;

/// Requests an access token for the calls about expenses.
///
/// The client requests its tokens by itself; this call is for programs that keep the token themselves. A second page
/// (About Authorization) documents other headers and another response for it; the call's own page is followed.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::expense::{GenerateExpenseToken, models::GrantType};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GenerateExpenseToken::builder()
///     .username("user")
///     .grant_type(GrantType::Password)
///     .password("password")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/oauth/token");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/oauth/token",
    response = ExpenseToken,
    body = form,
    auth = basic,
    token_request,
    bare,
    docs = "https://docs.enkash.com/api-14269895"
)]
pub struct GenerateExpenseToken {
    /// The user's name.
    #[sensitive]
    pub username: String,
    /// The OAuth grant type.
    #[rename("grant_type")]
    pub grant_type: GrantType,
    /// The user's password.
    #[sensitive]
    pub password: String,
}

/// A token for calls, and what goes with it.
#[model(rename_all = "snake_case")]
pub struct ExpenseToken {
    /// The bearer token.
    #[sensitive]
    pub access_token: Option<String>,
    /// The kind of token, such as `bearer`.
    pub token_type: Option<String>,
    /// The token for a renewal, which is not documented.
    #[sensitive]
    pub refresh_token: Option<String>,
    /// How many seconds the token lives.
    pub expires_in: Option<Lenient<i64>>,
    /// What the token is good for: words with spaces between them.
    pub scope: Option<String>,
}

/// Requests an access token of a partner for one company.
///
/// The client requests its tokens by itself; this call is for programs that keep the token themselves. The API
/// reference shows only a sample and does not say what is required. The path is that of [`GenerateExpenseToken`]; the
/// company's id is what sets this call apart.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::expense::{GenerateExpensePartnerToken, models::GrantType};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GenerateExpensePartnerToken::builder()
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
    response = ExpensePartnerToken,
    body = form,
    auth = basic,
    token_request,
    bare,
    docs = "https://docs.enkash.com/api-21984747"
)]
pub struct GenerateExpensePartnerToken {
    /// The user's name.
    #[sensitive]
    pub username: Option<String>,
    /// The user's password.
    #[sensitive]
    pub password: Option<String>,
    /// The OAuth grant type.
    #[rename("grant_type")]
    pub grant_type: Option<GrantType>,
    /// The company's client id.
    pub client_id: Option<String>,
}

/// A token for calls of a partner, and what goes with it.
#[model(rename_all = "snake_case")]
pub struct ExpensePartnerToken {
    /// The bearer token.
    #[sensitive]
    pub access_token: Option<String>,
    /// The kind of token, such as `bearer`.
    pub token_type: Option<String>,
    /// The token for a renewal, which is not documented.
    #[sensitive]
    pub refresh_token: Option<String>,
    /// How many seconds the token lives.
    pub expires_in: Option<Lenient<i64>>,
    /// What the token is good for: words with spaces between them.
    pub scope: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
