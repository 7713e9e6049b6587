//! A card's PIN, its state and its replacement.

use enkash_core::{Json, endpoint, model};

use super::CARDS as PRODUCT;

/// Sets or changes a card's PIN.
///
/// The payload is a message about the result.
///
/// For a complete example see [`BlockCard`](BlockCard#examples).
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
    /// The PIN: plain digits in the sample, despite the name.
    #[sensitive]
    pub pin_block: String,
    /// Whether a one-time password is asked for. The table requires it, and the sample leaves it
    /// out.
    pub otp_required: bool,
}

/// Locks, unlocks or blocks a card.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::cards::{BlockCard, models::{BlockCode, OtpMedium}};
/// # use enkash_endpoints::cards::CARDS;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &CARDS)?;
/// let request = BlockCard::builder()
///     .company_id("CEK0000001")
///     .card_account_id("CAC0000001")
///     .en_kash_card_id("EKC0000001")
///     .block_code(BlockCode::Locked)
///     .otp_medium(OtpMedium::Mobile)
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The card may be locked: ask EnKash, or lock it again.
///     Err(error) if error.outcome() == Outcome::Unknown => println!("unknown: {error}"),
///     // `NotSent` or `Refused`: correct the cause and send it again. `Performed`: do not.
///     Err(error) => return Err(error.into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// The API reference shows neither the response nor whether the codes are required.
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
    /// The reason of the change.
    #[sensitive]
    pub reason: Option<String>,
    /// How the code was sent to the holder.
    pub otp_medium: OtpMedium,
    /// The request that the one-time password belongs to. The API reference describes it as whether
    /// one is needed, which fits `otp_required` better.
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

/// How a code is sent to a card's holder.
#[model]
pub enum OtpMedium {
    /// A one-time password by SMS.
    Mobile,
    /// The code of an authenticator app.
    Mfa,
}

/// Orders a new card in place of a lost or damaged one.
///
/// For a complete example see [`BlockCard`](BlockCard#examples).
///
/// # Gaps in the API reference
///
/// The older page shows a string without the envelope as the response; the newer page shows none.
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
    /// How the code was sent to the holder.
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
