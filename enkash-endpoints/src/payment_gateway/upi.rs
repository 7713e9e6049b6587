//! UPI: codes and links for one order, the state of a payment, and checks of addresses.

use enkash_core::{JsonMap, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;

/// Gets a UPI QR code for an order, which starts a payment attempt.
///
/// Poll [`GetUpiTransactionStatus`] with the [`ek_pay_id`](DynamicUpiQr::ek_pay_id) of the
/// response.
///
/// For a complete example see [`GetUpiTransactionStatus`](GetUpiTransactionStatus#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no authentication and no response. The fields of [`DynamicUpiQr`] are
/// known from one public program.
#[endpoint(
    GET,
    "/pay/checkout/qrcode/<orderId>",
    response = DynamicUpiQr,
    auth = none,
    idempotent = false,
    docs = "https://docs.enkash.com/project-616243/api-8990258"
)]
pub struct GetDynamicUpiQr {
    /// The order, by the id that EnKash issued.
    pub order_id: String,
}

/// A UPI QR code for one payment.
#[model]
pub struct DynamicUpiQr {
    /// The code as a picture: PNG in Base64.
    #[sensitive]
    pub qr_code: Option<String>,
    /// The UPI link that the code holds.
    #[sensitive]
    pub qr_url: Option<String>,
    /// The payment attempt, for [`GetUpiTransactionStatus`].
    pub ek_pay_id: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Gets the links that open the customer's UPI app to pay an order.
///
/// The call debits nothing, but the response names a payment attempt, so it is not declared
/// idempotent.
///
/// For a complete example see [`GetUpiTransactionStatus`](GetUpiTransactionStatus#examples).
///
/// # Gaps in the API reference
///
/// The page is not public. Path and response are known from one public program. That program sends
/// no credentials and reports the chosen app to the gateway before it opens a link. Whether a
/// merchant's server must do so is unknown.
#[endpoint(
    GET,
    "/pay/checkout/upi-detail/<orderId>",
    response = UpiIntentLinks,
    auth = none,
    idempotent = false
)]
pub struct GetUpiIntentLinks {
    /// The order, by the id that [`GetDynamicUpiQr`] takes.
    pub order_id: String,
}

/// Links that open UPI apps. Each of them may be missing.
#[model]
pub struct UpiIntentLinks {
    /// The payment attempt, for [`GetUpiTransactionStatus`].
    pub transaction_id: Option<String>,
    /// The link for Google Pay.
    #[sensitive]
    pub gpay: Option<String>,
    /// The link for PhonePe.
    #[sensitive]
    pub phonepe: Option<String>,
    /// The link for Paytm.
    #[sensitive]
    pub paytm: Option<String>,
    /// The link for any UPI app.
    #[sensitive]
    pub upi: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Gets the state of a UPI payment. Poll it until the payment is settled.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::payment_gateway::{GetUpiTransactionStatus, models::UpiStatus};
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
/// # let detail = PaymentDetail::builder().payment_mode(PaymentMode::Upi).vpa("customer@testbank")
/// #     .build();
/// # let order_id = order.order_id.ok_or("no id")?;
/// # let payment = SubmitPayment::builder().order_id(order_id).payment_detail(detail).build()
/// #     .send(&client).await?.into_payload()?;
/// # // `transactionId` is the sandbox's choice.
/// # let transaction_id = payment.get("transactionId").and_then(Json::as_str);
/// # let transaction_id = transaction_id.ok_or("no id")?.to_owned();
/// // The id of a payment attempt, such as one of `GetUpiIntentLinks`.
/// let request = GetUpiTransactionStatus::builder().transaction_id(transaction_id).build();
/// loop {
///     let status = match request.send(&client).await {
///         Ok(reply) => reply.into_payload()?.status,
///         // The call changes nothing at EnKash. Send it again unless the outcome is `Refused`.
///         Err(error) => return Err(format!("{:?}: {error}", error.outcome()).into()),
///     };
///     match status {
///         // Wait five seconds here.
///         Some(UpiStatus::Process) | None => {}
///         Some(settled) => break println!("{settled}"),
///     }
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// The API reference shows no authentication. A public program polls every five seconds, for at
/// most five minutes.
#[endpoint(
    GET,
    "/pay/checkout/status/upi/<transactionId>",
    response = UpiTransactionStatus,
    auth = none,
    docs = "https://docs.enkash.com/api-15336379?nav=01J41JZXDCD0NZ8KRY2TXW4N7Z"
)]
pub struct GetUpiTransactionStatus {
    /// The payment attempt.
    pub transaction_id: String,
}

/// The status of a UPI payment.
#[model]
pub struct UpiTransactionStatus {
    /// Its state.
    pub status: Option<UpiStatus>,
    /// A message about the state.
    #[sensitive]
    pub transaction_message: Option<String>,
    /// The order.
    pub order_id: Option<String>,
}

/// The state of a UPI payment.
///
/// The page prints the values without separators; where one ends is inferred. A public program
/// is prepared for `PENDING_WITH_BANK` and `AUTHORIZED` too, and takes both for success.
#[model]
pub enum UpiStatus {
    /// Paid.
    Success,
    /// Failed.
    Failed,
    /// Not settled yet.
    Process,
}

impl UpiStatus {
    /// Whether the payment has ended; `None` for a status that the API reference does not list.
    ///
    /// Ask again until this is `Some(true)`.
    #[must_use]
    pub fn is_final(&self) -> Option<bool> {
        match self {
            UpiStatus::Success | UpiStatus::Failed => Some(true),
            UpiStatus::Process => Some(false),
            UpiStatus::Unknown(_) => None,
        }
    }
}

/// Checks that a UPI address exists and gets the name of its holder.
///
/// For a complete example see [`GetUpiTransactionStatus`](GetUpiTransactionStatus#examples).
///
/// # Gaps in the API reference
///
/// The response for an unknown address is not documented.
#[endpoint(
    POST,
    "/pay/charge/verify-vpa",
    response = VpaHolder,
    idempotent = true,
    docs = "https://docs.enkash.com/api-16477069"
)]
pub struct VerifyUpiVpa {
    /// The merchant's own id of the order.
    pub merchant_order_id: String,
    /// The merchant's access key.
    #[sensitive]
    pub merchant_identifier_key: String,
    /// The UPI address to check.
    #[sensitive]
    pub vpa: String,
}

/// Whose UPI address it is.
#[model]
pub struct VpaHolder {
    /// The holder's name.
    #[sensitive]
    pub name: Option<String>,
}
