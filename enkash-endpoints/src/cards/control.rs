//! A card's PIN, its state and its replacement.

use enkash_core::{Json, endpoint, model};

use super::CARDS as PRODUCT;

/// Sets or changes a card's PIN.
///
/// The payload is a result message.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::cards::SetCardPin;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = SetCardPin::builder()
///     .company_id("CEK0000001")
///     .card_account_id("CAC0000001")
///     .en_kash_card_id("EKC0000001")
///     .pin_block("7391")
///     .otp_required(false)
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/setPin");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/setPin",
    docs = "https://docs.enkash.com/project-616243/api-8990358"
)]
pub struct SetCardPin {
    /// The company at EnKash.
    pub company_id: String,
    /// The card account.
    pub card_account_id: String,
    /// The card.
    pub en_kash_card_id: String,
    /// The PIN: plain digits in the sample, in spite of the name.
    #[sensitive]
    pub pin_block: String,
    /// Whether a one-time password is asked for. The table requires it, and the sample leaves it out.
    pub otp_required: bool,
}

/// Locks, unlocks or blocks a card.
///
/// The API reference leaves out the response, and does not say whether the codes are required.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::cards::{BlockCard, models::{BlockCode, OtpMedium}};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = BlockCard::builder()
///     .company_id("CEK0000001")
///     .card_account_id("CAC0000001")
///     .en_kash_card_id("EKC0000001")
///     .block_code(BlockCode::Locked)
///     .otp_medium(OtpMedium::Mobile)
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/block");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/block",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-13438390"
)]
pub struct BlockCard {
    /// The company at EnKash.
    pub company_id: String,
    /// The card account.
    pub card_account_id: String,
    /// The card.
    pub en_kash_card_id: String,
    /// The state to put the card in.
    pub block_code: BlockCode,
    /// Why the state is changed.
    #[sensitive]
    pub reason: Option<String>,
    /// How the code came to the holder.
    pub otp_medium: OtpMedium,
    /// The request that the one-time password belongs to. The text beside it speaks of whether one is needed, which
    /// fits `otp_required` better.
    pub otp_request_id: Option<String>,
    /// The one-time password, for [`OtpMedium::Mobile`].
    #[sensitive]
    pub otp: Option<String>,
    /// The user who asked for it.
    #[sensitive]
    pub created_by: Option<String>,
    /// The authenticator's code, for [`OtpMedium::Mfa`].
    #[sensitive]
    pub mfa_code: Option<String>,
    /// Whether a one-time password is asked for; only the sample has it.
    pub otp_required: Option<bool>,
}

/// The state to put a card in.
#[model]
pub enum BlockCode {
    /// Locked.
    #[rename("L")]
    Locked,
    /// Unlocked.
    #[rename("UL")]
    Unlocked,
    /// Blocked.
    #[rename("BL")]
    Blocked,
    /// Activation in progress.
    #[rename("AP")]
    ActivationInProgress,
}

/// How a code comes to a card's holder.
#[model]
pub enum OtpMedium {
    /// A one-time password by text message.
    Mobile,
    /// The code of an authenticator app.
    Mfa,
}

/// Orders a new card in place of a lost or damaged one.
///
/// The response is a string without the usual envelope on the older page; the newer one leaves it out.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::cards::{ReplaceCard, models::OtpMedium};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = ReplaceCard::builder()
///     .en_kash_card_id("EKC0000001")
///     .otp_medium(OtpMedium::Mobile)
///     .otp_required(false)
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/replaceCard");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/replaceCard",
    bare,
    docs = "https://docs.enkash.com/api-13438389"
)]
pub struct ReplaceCard {
    /// The card to replace.
    pub en_kash_card_id: String,
    /// The request that the one-time password belongs to.
    pub otp_request_id: Option<String>,
    /// The card account.
    pub card_account_id: Option<String>,
    /// How the code came to the holder.
    pub otp_medium: OtpMedium,
    /// The one-time password, for [`OtpMedium::Mobile`].
    #[sensitive]
    pub otp: Option<String>,
    /// The authenticator's code, for [`OtpMedium::Mfa`].
    #[sensitive]
    pub mfa_code: Option<String>,
    /// Whether a one-time password is asked for; the API reference asks for `false`.
    pub otp_required: bool,
}
