//! UPI: codes and links for one order, the state of a payment, and checks of addresses.

use enkash_core::{JsonMap, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;

/// Gets a UPI QR code for the payment of one order, which starts an attempt to pay.
///
/// The API reference shows no authentication for this call, and not what the response has in it: the fields of
/// [`DynamicUpiQr`] are known from one public program.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::GetDynamicUpiQr;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetDynamicUpiQr::builder().order_id("ORDER0001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/pay/checkout/qrcode/ORDER0001");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// The attempt to pay, for [`GetUpiTransactionStatus`].
    pub ek_pay_id: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Gets the links that open the customer's UPI app for the payment of one order.
///
/// Nothing is debited by it, but the response names an attempt to pay, so that the call is not repeated by itself.
///
/// The page is not public. Path and response are known from one public program, which sends no credentials, and which
/// gives the gateway the chosen app before it opens a link. Whether a merchant's server has to do that is not known.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::GetUpiIntentLinks;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetUpiIntentLinks::builder().order_id("ORDER0001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/pay/checkout/upi-detail/ORDER0001");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// The attempt to pay, for [`GetUpiTransactionStatus`].
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
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Reads the state of a UPI payment, again and again until it is settled.
///
/// The API reference shows no authentication for this call. A public program asks every five seconds, for five minutes
/// at most.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::GetUpiTransactionStatus;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetUpiTransactionStatus::builder().transaction_id("TXN0001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/pay/checkout/status/upi/TXN0001");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    GET,
    "/pay/checkout/status/upi/<transactionId>",
    response = UpiTransactionStatus,
    auth = none,
    docs = "https://docs.enkash.com/api-15336379?nav=01J41JZXDCD0NZ8KRY2TXW4N7Z"
)]
pub struct GetUpiTransactionStatus {
    /// The attempt to pay.
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
/// The page prints the values without separators; where one ends and the next begins is a reading of it. A public program
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

/// Checks that a UPI address exists, and names its holder.
///
/// How the gateway responds for an unknown address is not documented.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::VerifyUpiVpa;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = VerifyUpiVpa::builder()
///     .merchant_order_id("ORDER0021")
///     .merchant_identifier_key("merchant identifier key")
///     .vpa("payer@examplebank")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/pay/charge/verify-vpa");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
