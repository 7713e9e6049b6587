//! Requesting an access token.

use enkash_core::{Lenient, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;

/// Exchanges the merchant's two keys for an access token.
///
/// The client requests its tokens by itself. Use this endpoint to keep the token yourself.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::payment_gateway::GenerateMerchantToken;
/// # use enkash_endpoints::payment_gateway::PAYMENT_GATEWAY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PAYMENT_GATEWAY)?;
/// let known = sandbox.credentials();
/// let request = GenerateMerchantToken::builder()
///     .access_key(&*known.access_key)
///     .secret_key(&*known.secret_key)
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => println!("expires at {:?}", reply.into_payload()?.expiry),
///     // Refused keys stay refused: do not send them again.
///     Err(error) => return Err(format!("{:?}: {error}", error.outcome()).into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// The page of the endpoint shows a body and no header, a guide shows a header and no body.
#[endpoint(
    POST,
    "/api/v0/merchant/token",
    response = MerchantToken,
    auth = none,
    token_request,
    bare,
    docs = "https://docs.enkash.com/api-17348486"
)]
pub struct GenerateMerchantToken {
    /// The key that EnKash issued at the registration. Only the guide knows this header.
    #[header("API-Key")]
    #[sensitive]
    pub api_key: Option<String>,
    /// The account's access key.
    #[sensitive]
    pub access_key: String,
    /// The account's secret key.
    #[sensitive]
    pub secret_key: String,
}

/// An access token and its lifetime.
#[model]
pub struct MerchantToken {
    /// The bearer token.
    #[sensitive]
    pub token: Option<String>,
    /// When it expires, in milliseconds since 1970 (UTC).
    pub expiry: Option<Lenient<i64>>,
    /// The result code; 200 in the guide's sample of a success.
    pub result_code: Option<Lenient<i64>>,
    /// A message for the code.
    #[sensitive]
    pub result_message: Option<String>,
}
