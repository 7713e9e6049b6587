//! Requesting an access token.

use enkash_core::{JsonMap, Lenient, endpoint, model};

use super::PETTY_CASH as PRODUCT;
use crate::models::GrantType;

/// Requests an access token for petty cash.
///
/// The client requests its tokens by itself. Use this endpoint to keep the token yourself. Three
/// failed attempts lock the account.
///
/// # Gaps in the API reference
///
/// The page gives a token five minutes, its sample a day: use the lifetime in the response. What is
/// required is not documented.
#[endpoint(
    POST,
    "/oauth/token",
    response = PettyCashToken,
    body = form,
    auth = basic,
    token_request,
    bare,
    docs = "https://docs.enkash.com/api-24480514"
)]
pub struct GeneratePettyCashToken {
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

/// An access token and its properties.
#[model(rename_all = "snake_case")]
pub struct PettyCashToken {
    /// The bearer token.
    #[sensitive]
    pub access_token: Option<String>,
    /// The kind of token, such as `bearer`.
    pub token_type: Option<String>,
    /// The refresh token. No endpoint that takes it is documented.
    #[sensitive]
    pub refresh_token: Option<String>,
    /// The token's lifetime, in seconds.
    pub expires_in: Option<Lenient<i64>>,
    /// The token's scopes, separated by spaces.
    pub scope: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
