//! Reading wallets and cards. Both pages share one path; only the body distinguishes a card from a
//! wallet.

use enkash_core::{Json, JsonMap, endpoint};

use super::WALLET as PRODUCT;

/// Gets a wallet: its KYC state, its holder and its limits.
///
/// The payload contains personal data: do not log it. The KYC states are known
/// [second-hand](super#kyc).
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::wallet::GetWalletDetails;
/// # use enkash_endpoints::wallet::WALLET;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &WALLET)?;
/// let request =
///     GetWalletDetails::builder().card_account_id("CAC0000001").company_id("CEK0000001").build();
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
/// The API reference shows only a sample, and not what is required. By its description the response
/// has a boolean `latestTncVersionAccepted` and a `walletId`, but it does not show where.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/wallet-details",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-19200344"
)]
pub struct GetWalletDetails {
    /// The wallet account.
    pub card_account_id: Option<String>,
    /// The company at EnKash.
    pub company_id: Option<String>,
    /// The wallet.
    pub en_kash_card_id: Option<String>,
    /// The caller's own reference.
    pub client_reference_id: Option<String>,
}

/// Gets a card and its KYC state.
///
/// The payload contains personal data: do not log it. The KYC states are known
/// [second-hand](super#kyc).
///
/// For a complete example see [`GetWalletDetails`](GetWalletDetails#examples).
///
/// # Gaps in the API reference
///
/// The sample of the request is cut off after the first two fields; the others are taken from
/// [`GetWalletDetails`]. By its description the response has `kycStatus` and `partnerTncUrl`, but
/// the API reference does not show where.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/wallet-details",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-25927116"
)]
pub struct GetCardDetails {
    /// The card account.
    pub card_account_id: Option<String>,
    /// The company at EnKash.
    pub company_id: Option<String>,
    /// The card.
    pub en_kash_card_id: Option<String>,
    /// The caller's own reference.
    pub client_reference_id: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
