//! Reading wallets and cards. Both pages share one path; only the body distinguishes a card from a wallet.

use enkash_core::{Json, JsonMap, endpoint};

use super::WALLET as PRODUCT;

/// Reads a wallet: the state of its KYC, its holder and its limits.
///
/// The API reference shows only a sample and does not say what is required. Of the response it says that it has a
/// boolean `latestTncVersionAccepted` and a `walletId`, but not where. What the states of the KYC mean is known
/// [second-hand](super#kyc). It holds personal data, so print it nowhere.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::wallet::GetWalletDetails;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request =
///     GetWalletDetails::builder().card_account_id("CAC0000001").company_id("CEK0000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/wallet-details");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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

/// Reads a card with the state of its KYC.
///
/// The sample of the request is cut after the first two fields; the others are from [`GetWalletDetails`]. Of the
/// response the API reference says that it has `kycStatus` and `partnerTncUrl`, but not where. What the states of the
/// KYC mean is known [second-hand](super#kyc). It holds personal data, so print it nowhere.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::wallet::GetCardDetails;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request =
///     GetCardDetails::builder().card_account_id("CAC0000001").company_id("CEK0000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/wallet-details");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
