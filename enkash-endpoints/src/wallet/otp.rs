//! One-time passwords. Both pages share one path and one body; only the body distinguishes a card
//! from a wallet.

use enkash_core::{Json, endpoint};

use super::WALLET as PRODUCT;

/// Sends a card holder a one-time password before a sensitive action.
///
/// For a complete example see [`GenerateWalletOtp`](GenerateWalletOtp#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows only a sample, and not what is required. It shows no response; the older
/// page has a string in its place, which presumably contains the reference that other endpoints
/// take.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/otp",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-26007577"
)]
pub struct GenerateCardOtp {
    /// The purpose of the password; `TRANSACTION_OTP` is the only value that the API reference
    /// shows.
    pub card_otp_action: Option<String>,
    /// The card account.
    pub card_account_id: Option<String>,
    /// The card.
    pub en_kash_card_id: Option<String>,
}

/// Sends a wallet's holder a one-time password by SMS, for one transaction.
///
/// The password works once and expires after a time that is not documented. The response should
/// contain the reference that [`DebitWalletForMerchant`](super::DebitWalletForMerchant) takes.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::wallet::GenerateWalletOtp;
/// # use enkash_endpoints::wallet::WALLET;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &WALLET)?;
/// let request = GenerateWalletOtp::builder()
///     .card_otp_action("TRANSACTION_OTP")
///     .card_account_id("CAC0000001")
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The password may have been sent: ask the holder before you send another.
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
/// The API reference shows only a sample, not what is required, and no response.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/otp",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-19201679"
)]
pub struct GenerateWalletOtp {
    /// The purpose of the password; `TRANSACTION_OTP` is the only value that the API reference
    /// shows.
    pub card_otp_action: Option<String>,
    /// The wallet account.
    pub card_account_id: Option<String>,
    /// The wallet.
    pub en_kash_card_id: Option<String>,
}
