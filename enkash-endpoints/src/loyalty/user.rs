//! The users and cards of an account. All three searches share one path.

use enkash_core::{Json, endpoint};

use super::LOYALTY as PRODUCT;

/// Lists the users of a reward account.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::loyalty::ListRewardUsers;
/// # use enkash_endpoints::loyalty::LOYALTY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &LOYALTY)?;
/// let request =
///     ListRewardUsers::builder().card_account_id("CAC0000001").company_id("CEK0000001").build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The call changes nothing at EnKash. Send it again unless the outcome is `Refused`.
///     Err(error) => return Err(format!("{:?}: {error}", error.outcome()).into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// The API reference shows no response. Petty cash documents two different responses for the same
/// path.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/search",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-9796910"
)]
pub struct ListRewardUsers {
    /// The reward account.
    pub card_account_id: String,
    /// The company at EnKash.
    pub company_id: String,
}

/// Lists the cards of a reward account, or gets one of them.
///
/// For a complete example see [`ListRewardUsers`](ListRewardUsers#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no response. Petty cash documents a list with its length for the same
/// path and body.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/search",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-13454278"
)]
pub struct GetRewardUserCard {
    /// The reward account.
    pub card_account_id: String,
    /// The company at EnKash.
    pub company_id: String,
    /// The one card to read; all of them without it.
    pub en_kash_card_id: Option<String>,
}

/// Gets a user of an incentive account by the card.
///
/// For a complete example see [`ListRewardUsers`](ListRewardUsers#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no response.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/search",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-9796913"
)]
pub struct GetIncentiveUser {
    /// The incentive account.
    pub card_account_id: String,
    /// The company at EnKash.
    pub company_id: String,
    /// The user's card.
    pub en_kash_card_id: String,
}
