//! One-time passwords that customers type on the merchant's own page.

use enkash_core::{Bytes, Lenient, MoneyText, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;

/// Checks the customer's one-time password and completes the payment attempt.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::payment_gateway::ValidatePaymentOtp;
/// # use enkash_endpoints::Money;
/// # use enkash_endpoints::Json;
/// # use enkash_endpoints::payment_gateway::{CreatePaymentOrder, SubmitPayment};
/// # use enkash_endpoints::payment_gateway::models::{Currency, OrderAmount};
/// # use enkash_endpoints::payment_gateway::models::{PaymentDetail, PaymentMode};
/// # use enkash_endpoints::payment_gateway::PAYMENT_GATEWAY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PAYMENT_GATEWAY)?;
/// # let order = CreatePaymentOrder::builder().order_id("ORDER0001")
/// #     .amount(OrderAmount { value: Money::from_rupees(100), currency: Currency::Inr })
/// #     .build().send(&client).await?.into_payload()?;
/// # let detail = PaymentDetail::builder().payment_mode(PaymentMode::CreditCard)
/// #     .card_holder_name("Example").card_number("4111111111111111").cvv("123").expiry("12/30")
/// #     .build();
/// # let order_id = order.order_id.ok_or("no id")?;
/// # let payment = SubmitPayment::builder().order_id(order_id).payment_detail(detail).build()
/// #     .send(&client).await?.into_payload()?;
/// # // `transactionId` is the sandbox's choice.
/// # let transaction_id = payment.get("transactionId").and_then(Json::as_str);
/// # let transaction_id = transaction_id.ok_or("no id")?.to_owned();
/// // The id of a payment attempt by card. The sandbox accepts only this password.
/// let request =
///     ValidatePaymentOtp::builder().ek_pay_id(transaction_id).otp("123456").build();
/// match request.send(&client).await {
///     Ok(reply) => println!("{:?}", reply.into_payload()?.txn_status),
///     // The payment may have succeeded: get the attempt before you ask for a password again.
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
/// The API reference marks the page as in development. It shows no authentication, and not where
/// `ek_pay_id` comes from.
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

/// The result of a one-time password check.
#[model]
pub struct OtpResult {
    /// The unique id of the transaction.
    pub unique_transaction_id: Option<String>,
    /// The public key of the merchant, which identifies and does not sign.
    pub public_identifier_key: Option<String>,
    /// The payment attempt.
    pub transaction_id: Option<String>,
    /// The amount. The API reference does not state the unit; the gateway's other amounts are in
    /// rupees.
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
    /// When the transaction was made, as it came: Indian time as far as one public sample shows
    /// ([times](super#times)).
    pub txn_date: Option<String>,
    /// The order.
    pub order_id: Option<String>,
}

/// Sends the customer a new one-time password for the same payment attempt.
///
/// The payload is the body as it arrived, without the envelope.
///
/// For a complete example see [`ValidatePaymentOtp`](ValidatePaymentOtp#examples).
///
/// # Gaps in the API reference
///
/// The API reference marks the page as in development, shows no authentication, and is cut off
/// before the response.
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
    /// The payment attempt.
    pub enkash_transaction_id: String,
}
