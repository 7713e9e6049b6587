//! Requesting an access token.

use enkash_core::{JsonMap, Lenient, endpoint, model};

use super::ACCOUNTS_RECEIVABLE as PRODUCT;
use crate::models::GrantType;

/// Requests an access token for accounts receivable.
///
/// The client requests its tokens by itself. Use this endpoint to keep the token yourself.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::accounts_receivable::{GetReceivablesAuthToken, models::GrantType};
/// # use enkash_endpoints::accounts_receivable::ACCOUNTS_RECEIVABLE;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &ACCOUNTS_RECEIVABLE)?;
/// let known = sandbox.credentials();
/// let request = GetReceivablesAuthToken::builder()
///     .username(&*known.username)
///     .password(&*known.password)
///     .grant_type(GrantType::Password)
///     .client_id(&*known.client_id)
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => println!("expires in {:?}", reply.into_payload()?.expires_in),
///     // Do not send refused credentials again: three failures can lock the account.
///     Err(error) => return Err(format!("{:?}: {error}", error.outcome()).into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// The page is cut off in the form and shows no response. `grant_type` and `clientId` are taken
/// from the payouts page of the same endpoint, the token from those of expense and petty cash.
#[endpoint(
    POST,
    "/oauth/token",
    response = ReceivablesToken,
    body = form,
    auth = basic,
    token_request,
    bare,
    docs = "https://docs.enkash.com/api-18880668"
)]
pub struct GetReceivablesAuthToken {
    /// The e-mail address that the user is registered with.
    #[sensitive]
    pub username: String,
    /// The user's password.
    #[sensitive]
    pub password: String,
    /// The OAuth grant type.
    #[rename("grant_type")]
    pub grant_type: GrantType,
    /// The company's client id; in the samples it looks like a company's identifier.
    pub client_id: String,
}

/// An access token and its properties.
#[model(rename_all = "snake_case")]
pub struct ReceivablesToken {
    /// The bearer token.
    #[sensitive]
    pub access_token: Option<String>,
    /// The kind of token, such as `bearer`.
    pub token_type: Option<String>,
    /// The refresh token. No endpoint that takes it is documented.
    #[sensitive]
    pub refresh_token: Option<String>,
    /// The token's lifetime, presumably in seconds.
    pub expires_in: Option<Lenient<i64>>,
    /// The token's scopes, separated by spaces.
    pub scope: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
