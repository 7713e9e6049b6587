//! Payments from wallets to merchants.

use enkash_core::{Json, Money, endpoint};

use super::WALLET as PRODUCT;

/// Takes an amount from a wallet to pay a merchant, confirmed by the holder's one-time password.
///
/// The API reference shows only a sample and does not say what is required. The sample has no `Authorization`, and
/// whether the token is needed is not said: the client sends it. It leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::wallet::DebitWalletForMerchant;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = DebitWalletForMerchant::builder()
///     .enkash_card_id("EKC0000001")
///     .amount(Money::from_rupees(100))
///     .unique_transaction_id("TXN0000001")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/ppi-merchant-transaction");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// How the one-time password came to the holder, `MOBILE` in the sample.
    pub otp_medium: Option<String>,
    /// The holder's one-time password.
    #[sensitive]
    pub otp: Option<String>,
    /// The request that the one-time password belongs to: that of [`GenerateWalletOtp`](super::GenerateWalletOtp).
    pub otp_reference_id: Option<String>,
    /// The caller's own id of the payment, never used before.
    pub unique_transaction_id: Option<String>,
}

/// Reads how far the settlement of a merchant's payment is.
///
/// The API reference leaves out the response, but lists the statuses: `PENDING` and `DISPUTED` (the data for the
/// reconciliation is not there, or does not match), `APPROVED` (it matches), `SETTLEMENT_IN_PROCESS`, `SETTLED` (the
/// merchant is paid), `PENDING_WITH_BANK` (a refund has not succeeded yet), `REFUND` and `ON_HOLD`. The sample has no
/// `Authorization`, and whether the token is needed is not said: the client sends it.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::wallet::GetMerchantSettlementStatus;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetMerchantSettlementStatus::builder().merchant_unique_txn_id("TXN0000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/settlement-status");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
