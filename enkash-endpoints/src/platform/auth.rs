//! How the platform authorises calls.

use enkash_core::{AuthScheme, KeyPairToken, PasswordGrant, TokenResponseNames};

/// A bearer token from `/oauth/token`, by OAuth's password grant: every product but the payment
/// gateway. Takes [`OAuthCredentials`](crate::OAuthCredentials).
///
/// The form repeats the client's id as `clientId`. The plain token page of expenses
/// (<https://docs.enkash.com/api-14269895>) is the one without it.
pub const OAUTH: AuthScheme = AuthScheme::PasswordGrant(PasswordGrant {
    path: "/oauth/token",
    client_id_field: Some("clientId"),
    response: &TOKEN_RESPONSE,
});

/// A bearer token from `/api/v0/merchant/token`, for the two keys of a merchant, and the access key
/// as the header `merchantAccessKey` of each call: the payment gateway. Takes a
/// [`KeyPair`](crate::KeyPair).
///
/// The page: <https://docs.enkash.com/api-17348486>.
pub const MERCHANT_TOKEN: AuthScheme = AuthScheme::KeyPairToken(KeyPairToken {
    path: "/api/v0/merchant/token",
    access_key_field: "accessKey",
    secret_key_field: "secretKey",
    access_key_header: Some("merchantAccessKey"),
    response: &TOKEN_RESPONSE,
});

/// The names in responses to token requests. The API reference shows several forms, also for one
/// and the same call, so that each of them is read wherever it occurs.
///
/// `unauthorized` is what Spring's OAuth server writes beside the error codes of RFC 6749, section
/// 5.2. `errorResponse`, `errorMessage`, `response_message` and `message` are the names of the
/// platform's [envelope](crate::ENVELOPE).
pub const TOKEN_RESPONSE: TokenResponseNames = TokenResponseNames {
    token: &["access_token", "accessToken", "token"],
    expires_in: &["expires_in", "expiresIn"],
    expires_at: &["expiry"],
    error: &["error"],
    refusals: &["invalid_client", "invalid_grant", "unauthorized_client", "unauthorized"],
    error_response: &["errorResponse"],
    error_type: &["errorType"],
    error_message: &["errorMessage"],
    error_type_refusals: &["UNAUTHORIZED"],
    code: &["resultCode"],
    code_refusals: &[401],
    message: &["error_description", "errorMessage", "message", "response_message", "resultMessage"],
};
