//! Requesting an access token.

use enkash_core::{JsonMap, Lenient, endpoint, model};

use super::EXPENSE as PRODUCT;
use crate::models::GrantType;

/// Requests an access token for expenses.
///
/// The client requests its tokens by itself. Use this endpoint to keep the token yourself.
///
/// # Gaps in the API reference
///
/// A second page, "About Authorization", shows other headers and another response. This declaration
/// follows the page of the endpoint.
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

/// An access token and its properties.
#[model(rename_all = "snake_case")]
pub struct ExpenseToken {
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
}

/// Requests a partner's access token for one company.
///
/// The client requests its tokens by itself. Use this endpoint to keep the token yourself.
///
/// # Gaps in the API reference
///
/// The API reference shows only a sample, and not what is required. The path is that of
/// [`GenerateExpenseToken`]; only the company's id distinguishes the two.
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

/// A partner's access token and its properties.
#[model(rename_all = "snake_case")]
pub struct ExpensePartnerToken {
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
