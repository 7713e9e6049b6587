//! Refunds.

use enkash_core::{Lenient, Money, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;
use super::payment::{PaymentMode, PaymentStatus};

/// Pays all or part of a successful payment back to the customer.
///
/// A guide asks for enough balance in the merchant's recharge account at EnKash. How long a refund takes depends on how the
/// customer paid. Whether the gateway refuses a `request_id` that was used before is not documented.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::payment_gateway::RefundPayment;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = RefundPayment::builder()
///     .transaction_id("TXN0001")
///     .amount(Money::from_paise(4_050))
///     .request_id("RF0001")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/payment/TXN0001/refund");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/payment/<transactionId>/refund",
    response = Refund,
    docs = "https://docs.enkash.com/api-8990254"
)]
pub struct RefundPayment {
    /// The successful attempt to pay.
    pub transaction_id: String,
    /// How many rupees are paid back. It is sent as a number; the newest example shows a string.
    pub amount: Money,
    /// A free remark.
    #[sensitive]
    pub remarks: Option<String>,
    /// The merchant's own id of this refund, unique.
    pub request_id: String,
}

/// A refund that was taken in. The fields are read off an example.
#[model]
pub struct Refund {
    /// The amount in rupees.
    pub amount: Option<Lenient<Money>>,
    /// How the customer paid. That the values are the payment's is a reading of the example.
    pub payment_mode: Option<PaymentMode>,
    /// The bank's code.
    pub bank_code: Option<String>,
    /// The bank's name.
    pub bank_name: Option<String>,
    /// The currency of the amount.
    pub currency: Option<String>,
    /// The state. That the values are the payment's is a reading of the example.
    pub status: Option<PaymentStatus>,
    /// The transaction.
    pub transaction_id: Option<String>,
    /// A message about the outcome.
    #[sensitive]
    pub txn_msg: Option<String>,
    /// When the transaction was made, as it came: Indian time as far as one public sample shows ([times](super#times)).
    pub txn_date: Option<String>,
    /// The unique id of the transaction.
    pub unique_transaction_id: Option<String>,
    /// The transaction by the bank's id.
    pub bank_transaction_id: Option<String>,
}
