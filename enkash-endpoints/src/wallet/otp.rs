//! One-time passwords. Both pages share one path and one body; only the body distinguishes a card from a wallet.

use enkash_core::{Json, endpoint};

use super::WALLET as PRODUCT;

/// Sends a card's holder a one-time password before a sensitive action.
///
/// The API reference shows only a sample and does not say what is required. It leaves out the response: the older page
/// has a string in its place. Another call asks for the reference that is likely to be in it.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::wallet::GenerateCardOtp;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GenerateCardOtp::builder()
///     .card_otp_action("TRANSACTION_OTP")
///     .card_account_id("CAC0000001")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/otp");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/otp",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-26007577"
)]
pub struct GenerateCardOtp {
    /// What the password is for; `TRANSACTION_OTP` is the only value that the API reference shows.
    pub card_otp_action: Option<String>,
    /// The card account.
    pub card_account_id: Option<String>,
    /// The card.
    pub en_kash_card_id: Option<String>,
}

/// Sends a wallet's holder a one-time password for one transaction by text message.
///
/// The password works once and for a limited time, which the API reference does not state. It shows only a sample, does
/// not say what is required, and leaves out the response. The reference that
/// [`DebitWalletForMerchant`](super::DebitWalletForMerchant) asks for should be in it.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::wallet::GenerateWalletOtp;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GenerateWalletOtp::builder()
///     .card_otp_action("TRANSACTION_OTP")
///     .card_account_id("CAC0000001")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/otp");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/otp",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-19201679"
)]
pub struct GenerateWalletOtp {
    /// What the password is for; `TRANSACTION_OTP` is the only value that the API reference shows.
    pub card_otp_action: Option<String>,
    /// The wallet account.
    pub card_account_id: Option<String>,
    /// The wallet.
    pub en_kash_card_id: Option<String>,
}
