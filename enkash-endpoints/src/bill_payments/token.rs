//! Requesting an access token.

use enkash_core::{JsonMap, endpoint, model};

use super::BILL_PAYMENTS as PRODUCT;
use crate::models::GrantType;

/// Requests an access token for bill payments.
///
/// The client requests its tokens by itself. Use this endpoint to keep the token yourself.
///
/// # Gaps in the API reference
///
/// The API reference shows no response.
#[endpoint(
    POST,
    "/oauth/token",
    response = BillPaymentToken,
    body = form,
    auth = basic,
    token_request,
    auto,
    docs = "https://docs.enkash.com/api-12704314"
)]
pub struct GenerateBillPaymentAuthToken {
    /// The user's registered e-mail address.
    #[sensitive]
    pub username: String,
    /// The user's password.
    #[sensitive]
    pub password: String,
    /// The OAuth grant type.
    #[rename("grant_type")]
    pub grant_type: GrantType,
    /// The client id that EnKash gave, such as `CEKABC1234`.
    pub client_id: String,
}

/// The response to a token request, whose fields the API reference does not document. Its `Debug`
/// shows only their names, since some are tokens.
#[model]
pub struct BillPaymentToken {
    /// All fields.
    #[extra]
    pub more: JsonMap,
}
