//! Loading wallets.

use enkash_core::{Json, Money, MoneyText, endpoint};

use super::WALLET as PRODUCT;

/// Loads money from the company's balance into a wallet.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::{Money, Outcome};
/// use enkash_endpoints::wallet::TopUpWallet;
/// # use enkash_endpoints::wallet::WALLET;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &WALLET)?;
/// let request = TopUpWallet::builder()
///     .amount(Money::from_rupees(100))
///     .unique_reference_number("REF0001")
///     .en_kash_card_id("EKC0000001")
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The money may be loaded: ask EnKash before you send it again.
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
    "/api/v0/partner/enKashCard/balance",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-19838579"
)]
pub struct TopUpWallet {
    /// The company at EnKash.
    pub company_id: Option<String>,
    /// The wallet account that the money comes from.
    pub card_account_id: Option<String>,
    /// The user who requested it.
    #[sensitive]
    pub created_by: Option<String>,
    /// How much to load.
    pub amount: Option<Money>,
    /// The direction, `CR` (credit) in the sample.
    pub transaction_type: Option<String>,
    /// A note.
    #[sensitive]
    pub description: Option<String>,
    /// The kind of load, `ALLOCATE_FUND` in the sample.
    pub r#type: Option<String>,
    /// Belongs to the kind of load, `ALLOCATION` in the sample.
    pub transaction_code: Option<String>,
    /// The caller's own reference of the load, never used before.
    pub unique_reference_number: Option<String>,
    /// A further note.
    #[sensitive]
    pub remarks: Option<String>,
    /// The wallet to load.
    pub en_kash_card_id: Option<String>,
    /// Not explained by the API reference.
    pub enkash_card_benefit_id: Option<String>,
}

/// Checks whether an amount can be loaded into a wallet.
///
/// For a complete example see [`TopUpWallet`](TopUpWallet#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no response.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/validate/wallet-load-limit",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-24477800"
)]
pub struct ValidateWalletLoadLimit {
    /// The wallet to load.
    pub en_kash_card_id: String,
    /// The wallet account.
    pub card_account_id: String,
    /// The amount to check.
    pub amount_to_load: MoneyText,
}
