//! Requesting an access token.

use enkash_core::{JsonMap, Lenient, endpoint, model};

use super::PAYOUTS as PRODUCT;
use crate::models::GrantType;

/// Requests an access token for payouts.
///
/// The client requests its tokens by itself. Use this endpoint to keep the token yourself. Neither
/// the request nor the response is encrypted.
///
/// # Gaps in the API reference
///
/// The response has a refresh token, but no endpoint that takes it is documented.
#[endpoint(
    POST,
    "/oauth/token",
    response = PayoutToken,
    body = form,
    auth = basic,
    token_request,
    bare,
    encrypt = false,
    docs = "https://docs.enkash.com/api-8990264"
)]
pub struct GeneratePayoutAuthenticationToken {
    /// The user's registered e-mail address.
    #[sensitive]
    pub username: String,
    /// The user's password.
    #[sensitive]
    pub password: String,
    /// The OAuth grant type.
    #[rename("grant_type")]
    pub grant_type: GrantType,
    /// The client id; in the samples it looks like a company's.
    pub client_id: String,
}

/// An access token and its properties.
///
/// One page names the fields `accessToken`, `tokenType`, `expiresIn` and `refreshToken`. Fields of
/// these names are in `more`, whose values `Debug` does not show.
#[model(rename_all = "snake_case")]
pub struct PayoutToken {
    /// The bearer token.
    #[sensitive]
    pub access_token: Option<String>,
    /// The kind of token, such as `bearer`.
    pub token_type: Option<String>,
    /// The token's remaining lifetime, by convention in seconds. A page mentions five minutes and
    /// shows 86399.
    pub expires_in: Option<Lenient<i64>>,
    /// The refresh token. No endpoint that takes it is documented.
    #[sensitive]
    pub refresh_token: Option<String>,
    /// The token's scopes, separated by spaces.
    pub scope: Option<String>,
    /// Fields under other names.
    #[extra]
    pub more: JsonMap,
}
