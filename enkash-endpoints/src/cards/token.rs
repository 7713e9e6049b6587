//! Requesting an access token.

use enkash_core::{JsonMap, Lenient, endpoint, model};

use super::CARDS as PRODUCT;
use crate::models::GrantType;

/// Requests an access token for cards and wallets.
///
/// The client requests its tokens by itself. Use this endpoint to keep the token yourself.
///
/// # Gaps in the API reference
///
/// The sample of the response is cut off after `refresh_token`. The other fields are taken from the
/// wallet page of the same endpoint.
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
    /// The user's password.
    #[sensitive]
    pub password: String,
    /// The OAuth grant type.
    #[rename("grant_type")]
    pub grant_type: GrantType,
    /// The partner's company at EnKash.
    pub client_id: String,
}

/// An access token and its properties.
#[model(rename_all = "snake_case")]
pub struct CardToken {
    /// The bearer token.
    #[sensitive]
    pub access_token: Option<String>,
    /// The kind of token, such as `bearer`.
    pub token_type: Option<String>,
    /// The refresh token. No endpoint that takes it is documented.
    #[sensitive]
    pub refresh_token: Option<String>,
    /// The token's remaining lifetime, in seconds.
    pub expires_in: Option<Lenient<i64>>,
    /// The token's scopes, separated by spaces.
    pub scope: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
