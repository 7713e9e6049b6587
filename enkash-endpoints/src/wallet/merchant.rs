//! Payments from wallets to merchants.

use enkash_core::{Json, Money, endpoint};

use super::WALLET as PRODUCT;

/// Debits a wallet to pay a merchant, confirmed by the holder's one-time password.
///
/// Look up the settlement with [`GetMerchantSettlementStatus`].
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::{Money, Outcome};
/// use enkash_endpoints::wallet::DebitWalletForMerchant;
/// # use enkash_endpoints::wallet::WALLET;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &WALLET)?;
/// let request = DebitWalletForMerchant::builder()
///     .enkash_card_id("EKC0000001")
///     .amount(Money::from_rupees(100))
///     .unique_transaction_id("TXN0000001")
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The wallet may be debited: look up the settlement before you send it again.
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
/// The API reference shows only a sample, not what is required, and no response. The sample has no
/// `Authorization` header, and the API reference does not say whether the token is needed: the
/// client sends it.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/ppi-merchant-transaction",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-20879440"
)]
pub struct DebitWalletForMerchant {
    /// The merchant at EnKash.
    pub merchant_detail_id: Option<String>,
    /// The wallet to debit. Its name on the wire has a small `k` in this call.
    pub enkash_card_id: Option<String>,
    /// The company at EnKash.
    pub company_id: Option<String>,
    /// The wallet account.
    pub card_account_id: Option<String>,
    /// How much to pay.
    pub amount: Option<Money>,
    /// The product's code, `DEFAULT` in the sample.
    pub product_code: Option<String>,
    /// A note.
    #[sensitive]
    pub remarks: Option<String>,
    /// How the one-time password was sent to the holder, `MOBILE` in the sample.
    pub otp_medium: Option<String>,
    /// The holder's one-time password.
    #[sensitive]
    pub otp: Option<String>,
    /// The request that the one-time password belongs to: that of
    /// [`GenerateWalletOtp`](super::GenerateWalletOtp).
    pub otp_reference_id: Option<String>,
    /// The caller's own id of the payment, never used before.
    pub unique_transaction_id: Option<String>,
}

/// Gets the settlement status of a merchant's payment.
///
/// The statuses are `PENDING` and `DISPUTED` (the reconciliation data is missing or does not
/// match), `APPROVED` (it matches), `SETTLEMENT_IN_PROCESS`, `SETTLED` (the merchant is paid),
/// `PENDING_WITH_BANK` (a refund has not succeeded yet), `REFUND` and `ON_HOLD`.
///
/// For a complete example see [`DebitWalletForMerchant`](DebitWalletForMerchant#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no response. The sample has no `Authorization` header, and the API
/// reference does not say whether the token is needed: the client sends it.
#[endpoint(
    GET,
    "/api/v0/partner/enKashCard/settlement-status",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-24040936"
)]
pub struct GetMerchantSettlementStatus {
    /// The caller's own id of the payment.
    pub merchant_unique_txn_id: String,
}
