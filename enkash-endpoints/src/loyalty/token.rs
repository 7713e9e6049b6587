//! Signing in.

use enkash_core::{Json, JsonMap, endpoint, model};

/// Signs a user in for the calls about rewards and incentives.
///
/// The client signs in by itself; this call is for those who want the token in their own hands. A token lives five
/// minutes, and three failed attempts lock the account. The documents leave out the answer.
#[endpoint(
    POST,
    "/oauth/token",
    response = RewardToken,
    product = Loyalty,
    body = form,
    auth = basic,
    bare,
    docs = "https://docs.enkash.com/api-9796904"
)]
pub struct GenerateRewardToken {
    /// The user's name.
    #[sensitive]
    pub username: String,
    /// The user's password.
    #[sensitive]
    pub password: String,
    /// The way of signing in.
    #[rename("grant_type")]
    pub grant_type: GrantType,
    /// The company's client id.
    pub client_id: String,
}

/// Signs a user in for the calls about redemption.
///
/// The client signs in by itself; this call is for those who want the token in their own hands. A token lives five
/// minutes, and three failed attempts lock the account. The documents leave out the answer.
#[endpoint(
    POST,
    "/oauth/token",
    response = RewardToken,
    product = Loyalty,
    body = form,
    auth = basic,
    bare,
    docs = "https://docs.enkash.com/api-9820863"
)]
pub struct GenerateRedemptionToken {
    /// The user's name.
    #[sensitive]
    pub username: String,
    /// The user's password.
    #[sensitive]
    pub password: String,
    /// The way of signing in.
    #[rename("grant_type")]
    pub grant_type: GrantType,
    /// The company's client id.
    pub client_id: String,
}

/// A way of signing in.
#[model(rename_all = "snake_case")]
pub enum GrantType {
    /// With the user's name and password.
    Password,
}

/// The answer to a sign-in, whose members the documents leave out. Its `Debug` shows their names alone, since some
/// are tokens.
#[model]
pub struct RewardToken {
    /// All members, as they came.
    #[extra]
    pub more: JsonMap,
}

/// Makes a token that sends a card holder or an admin to EnKash's own reward pages.
///
/// On the test host a card holder goes to `https://invoice-uat.enkash.in/sso/{token}/employee_rewards/{partner}`, an
/// admin to `https://invoice-uat.enkash.in/sso/{token}/reward_account/{partner}`; the live host is `home.enkash.com`.
/// The documents leave out the answer. It holds the token, so print it nowhere.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/sso-token",
    response = Json,
    product = Loyalty,
    docs = "https://docs.enkash.com/api-9796903"
)]
pub struct CreateRewardSsoToken {
    /// The reward account.
    pub card_account_id: String,
    /// The company at EnKash.
    pub company_id: String,
    /// The card of the person to sign in; for an admin, the admin's own.
    pub enkash_card_id: String,
}
