//! Requesting an access token.

use enkash_core::{Lenient, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;

/// Exchanges the merchant's two keys for the token that later calls carry.
///
/// The client requests its tokens by itself; this call is for programs that keep the token themselves. The reference
/// page shows a body and no header, a guide shows a header and no body.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::GenerateMerchantToken;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request =
///     GenerateMerchantToken::builder().access_key("AK0000000001").secret_key("SECRET").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/merchant/token");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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

/// A token for calls, and how long it lives.
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
