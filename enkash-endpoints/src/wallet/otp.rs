//! One-time passwords. Both pages share one path and one body; only what is in the body tells a card from a wallet.

use enkash_core::{Json, endpoint};

use super::WALLET as PRODUCT;

/// Sends a card's holder a one-time password before a sensitive action.
///
/// The documents show a sample alone and do not say what is required. They leave out the answer: the older page has a
/// text in its place. Another call asks for the reference that is likely to be in it.
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
    /// What the password is for; `TRANSACTION_OTP` is the only value that the documents show.
    pub card_otp_action: Option<String>,
    /// The card account.
    pub card_account_id: Option<String>,
    /// The card.
    pub en_kash_card_id: Option<String>,
}

/// Sends a wallet's holder a one-time password for one transaction by text message.
///
/// The password works once and for a limited time, which the documents do not tell. They show a sample alone and do
/// not say what is required, and they leave out the answer. The reference that
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
    /// What the password is for; `TRANSACTION_OTP` is the only value that the documents show.
    pub card_otp_action: Option<String>,
    /// The wallet account.
    pub card_account_id: Option<String>,
    /// The wallet.
    pub en_kash_card_id: Option<String>,
}
