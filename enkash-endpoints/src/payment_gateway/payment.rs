//! Payments that the merchant's own server starts.

use enkash_core::{Json, JsonMap, Lenient, civil, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;
use crate::ids::Ifsc;

/// Starts a payment attempt for an order, with the payment mode that the customer chose.
///
/// An order can have several attempts, of which at most one succeeds. Get the state of an attempt
/// with [`GetPaymentTransactionStatus`].
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::{Json, Outcome};
/// use enkash_endpoints::payment_gateway::{
///     SubmitPayment,
///     models::{PaymentDetail, PaymentMode},
/// };
/// # use enkash_endpoints::Money;
/// # use enkash_endpoints::payment_gateway::CreatePaymentOrder;
/// # use enkash_endpoints::payment_gateway::models::{Currency, OrderAmount};
/// # use enkash_endpoints::payment_gateway::PAYMENT_GATEWAY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PAYMENT_GATEWAY)?;
/// # let order = CreatePaymentOrder::builder().order_id("ORDER0001")
/// #     .amount(OrderAmount { value: Money::from_rupees(100), currency: Currency::Inr }).build()
/// #     .send(&client).await?.into_payload()?;
/// # let order_id = order.order_id.ok_or("no id")?;
/// // The order was created with `CreatePaymentOrder`.
/// let detail =
///     PaymentDetail::builder().payment_mode(PaymentMode::Upi).vpa("customer@testbank").build();
/// let request = SubmitPayment::builder().order_id(order_id).payment_detail(detail).build();
/// match request.send(&client).await {
///     Ok(reply) => {
///         // No payload is documented. `transactionId` is the sandbox's choice.
///         let payment = reply.payload.unwrap_or_default();
///         println!("{:?}", payment.get("transactionId").and_then(Json::as_str));
///     }
///     // The attempt may have been started: get the order before you send it again.
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
/// Try this endpoint on the test server before you rely on it. The page nests the fields of the
/// payment in `paymentDetail`, as this declaration does; the guides put them beside it, with an
/// amount and a currency in it. For the second form leave out `payment_detail` and give the fields
/// as `more`. The list of fields and the response are missing; the platform's envelope is expected.
#[endpoint(
    POST,
    "/api/v0/payment/submit",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-8990253?nav=01J41JZXDCD0NZ8KRY2TXW4N7Z"
)]
pub struct SubmitPayment {
    /// The order to pay. No page says whether by EnKash's id or by the merchant's.
    pub order_id: String,
    /// What the customer pays with.
    pub payment_detail: Option<PaymentDetail>,
    /// Fields that the API reference does not document or puts elsewhere.
    #[extra]
    pub more: JsonMap,
}

/// What a customer pays with. Which fields are needed depends on the mode.
#[model]
pub struct PaymentDetail {
    /// The payment mode. The reference allows `null`, without saying what for; it cannot be sent.
    pub payment_mode: PaymentMode,
    /// The name on the card.
    #[sensitive]
    pub card_holder_name: Option<String>,
    /// The card's number. The checkout's own page sends number, CVV and expiry as Base64; no page
    /// says so of this call.
    #[sensitive]
    pub card_number: Option<String>,
    /// The card's verification value (CVV).
    #[sensitive]
    pub cvv: Option<String>,
    /// The month until which the card is valid, as `MM/YY`.
    #[sensitive]
    pub expiry: Option<String>,
    /// The code of the bank or the wallet, for net banking, pay later and wallets.
    pub bank_code: Option<String>,
    /// The option of paying later.
    pub bnpl_payment_option_id: Option<String>,
    /// The customer's UPI address.
    #[sensitive]
    pub vpa: Option<String>,
    /// The number of the bank account that a UPI payment has to come from.
    #[length(9..=36)]
    #[sensitive]
    pub account_number: Option<String>,
    /// The branch of that account (IFSC), in capitals.
    pub ifsc: Option<Ifsc>,
}

/// A payment mode. The fields that each of them needs are inferred from the guide, which uses other
/// names.
#[model]
pub enum PaymentMode {
    /// Net banking: needs the bank's code.
    NetBanking,
    /// UPI: needs the UPI address; where the payer's account is checked, its number and IFSC too.
    Upi,
    /// A credit card: needs name, number, CVV and expiry.
    CreditCard,
    /// A debit card: needs name, number, CVV and expiry.
    DebitCard,
    /// A prepaid card: needs name, number, CVV and expiry.
    PrepaidCard,
    /// Buy now and pay later: needs a code and the option.
    PayLater,
    /// A wallet: needs its code.
    Wallet,
    /// A company's card: needs name, number, CVV and expiry.
    CorporateCard,
}

/// The state of a payment attempt.
#[model]
pub enum PaymentStatus {
    /// Created.
    Created,
    /// Authorised by the one-time password.
    Authorized,
    /// Waiting for the bank's response.
    PendingWithBank,
    /// Paid.
    Success,
    /// Failed, refused or timed out.
    Failed,
    /// Cancelled by the customer.
    Cancelled,
    /// Part of the amount was refunded.
    PartiallyRefunded,
    /// The whole amount was refunded.
    Refunded,
}

impl PaymentStatus {
    /// Whether the payment attempt has ended; `None` for [`Authorized`](Self::Authorized), after
    /// which the API reference documents no state, and for a status that it does not list.
    ///
    /// Poll the attempt until this is `Some(true)`. That only a refund follows the others is
    /// inferred. A public program takes [`PendingWithBank`](Self::PendingWithBank) for paid where
    /// the payment is made by UPI; here it is not final, since by the API reference the bank has
    /// not responded yet.
    #[must_use]
    pub fn is_final(&self) -> Option<bool> {
        match self {
            PaymentStatus::Success
            | PaymentStatus::Failed
            | PaymentStatus::Cancelled
            | PaymentStatus::PartiallyRefunded
            | PaymentStatus::Refunded => Some(true),
            PaymentStatus::Created | PaymentStatus::PendingWithBank => Some(false),
            PaymentStatus::Authorized | PaymentStatus::Unknown(_) => None,
        }
    }
}

/// Gets a payment attempt.
///
/// The attempt's status is in [`more`](PaymentTransaction::more). Its values are presumably those
/// of [`PaymentStatus`].
///
/// For a complete example see [`SubmitPayment`](SubmitPayment#examples).
///
/// # Gaps in the API reference
///
/// The response is cut off after its first fields, so the name of the status field is unknown.
#[endpoint(
    GET,
    "/api/v0/payment/<transactionId>",
    response = PaymentTransaction,
    docs = "https://docs.enkash.com/api-8990252"
)]
pub struct GetPaymentTransactionStatus {
    /// The attempt.
    pub transaction_id: String,
}

/// A payment attempt.
#[model]
pub struct PaymentTransaction {
    /// The attempt.
    pub transaction_id: Option<String>,
    /// When it was created: presumably Indian time ([times](super#times)); with a `Z` it is UTC.
    pub created: Option<Lenient<civil::DateTime>>,
    /// When it was last changed: presumably Indian time ([times](super#times)); with a `Z` it is
    /// UTC.
    pub last_modified: Option<Lenient<civil::DateTime>>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
