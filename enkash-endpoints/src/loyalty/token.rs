//! Requesting an access token.

use enkash_core::{Json, JsonMap, endpoint, model};

use super::LOYALTY as PRODUCT;
use crate::models::GrantType;

/// Requests an access token for rewards and incentives.
///
/// The client requests its tokens by itself. Use this endpoint to keep the token yourself. A token
/// expires after five minutes, and three failed attempts lock the account.
///
/// # Gaps in the API reference
///
/// The API reference shows no response.
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

/// Requests an access token for redemption.
///
/// The client requests its tokens by itself. Use this endpoint to keep the token yourself. A token
/// expires after five minutes, and three failed attempts lock the account.
///
/// # Gaps in the API reference
///
/// The API reference shows no response.
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

/// The response to a token request, whose fields the API reference does not document. Its `Debug`
/// shows only their names, since some are tokens.
#[model]
pub struct RewardToken {
    /// All fields.
    #[extra]
    pub more: JsonMap,
}

/// Creates a token that opens EnKash's reward pages for a card holder or an admin.
///
/// On the test host a card holder goes to
/// `https://invoice-uat.enkash.in/sso/{token}/employee_rewards/{partner}`, an admin to
/// `https://invoice-uat.enkash.in/sso/{token}/reward_account/{partner}`. The live host is
/// `home.enkash.com`.
///
/// The payload contains the token: do not log it.
///
/// # Gaps in the API reference
///
/// The API reference shows no response.
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
