//! One-time passwords that customers type on the merchant's own page.

use enkash_core::{Bytes, Lenient, MoneyText, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;

/// Checks the password that the customer typed, and completes the attempt to pay.
///
/// The page is marked as in development. It shows no authentication for this call, and not where `ek_pay_id` comes
/// from.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::ValidatePaymentOtp;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = ValidatePaymentOtp::builder().ek_pay_id("EK0000000000000AbCdE").otp("135790").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/pay/otp/validate");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/pay/otp/validate",
    response = OtpResult,
    auth = none,
    docs = "https://docs.enkash.com/api-10664810"
)]
pub struct ValidatePaymentOtp {
    /// The payment, by EnKash's id.
    pub ek_pay_id: String,
    /// The password that the customer typed.
    #[sensitive]
    pub otp: String,
    /// A checksum; how it is computed is not documented.
    pub check_sum: Option<String>,
}

/// What came of a one-time password.
#[model]
pub struct OtpResult {
    /// The unique id of the transaction.
    pub unique_transaction_id: Option<String>,
    /// The public key of the merchant, which identifies and does not sign.
    pub public_identifier_key: Option<String>,
    /// The attempt to pay.
    pub transaction_id: Option<String>,
    /// The amount. The API reference does not state the unit; the gateway's other amounts are in rupees.
    pub amount: Option<Lenient<MoneyText>>,
    /// The currency of the amount.
    pub currency: Option<String>,
    /// The reference of the password that was sent.
    pub otp_reference_number: Option<String>,
    /// A message about the outcome.
    #[sensitive]
    pub txn_message: Option<String>,
    /// The outcome; the API reference does not list the values.
    pub txn_status: Option<String>,
    /// When the transaction was made, as it came: Indian time as far as one public sample shows ([times](super#times)).
    pub txn_date: Option<String>,
    /// The order.
    pub order_id: Option<String>,
}

/// Sends the customer a new password for the same attempt to pay.
///
/// The page is marked as in development, shows no authentication for this call, and is cut off before the response.
/// That is a string of unknown content, without an envelope.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::ResendPaymentOtp;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = ResendPaymentOtp::builder().enkash_transaction_id("EK0000000000000AbCdE").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/pay/resend/otp/EK0000000000000AbCdE");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    GET,
    "/pay/resend/otp/<enkashTransactionId>",
    response = Bytes,
    auth = none,
    bare,
    idempotent = false,
    docs = "https://docs.enkash.com/project-616243/api-10664811"
)]
pub struct ResendPaymentOtp {
    /// The attempt to pay.
    pub enkash_transaction_id: String,
}
