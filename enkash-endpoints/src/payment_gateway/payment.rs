//! Payments that the merchant's own server starts.

use enkash_core::{Json, JsonMap, Lenient, civil, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;
use crate::ids::Ifsc;

/// Starts an attempt to pay an order, with the details of the payment mode that the customer chose.
///
/// One order can have many attempts, of which at most one succeeds.
///
/// Try this call on the test server before relying on it. The reference puts the payment's fields inside
/// `paymentDetail`, as it is here; the guides put them beside it and leave an amount and a currency in it. For the
/// second form leave `payment_detail` out and give the fields as `more`. The reference's own list of fields is lost,
/// and so is the response; the platform's envelope is expected around it.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::SubmitPayment;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = SubmitPayment::builder().order_id("ORDER0001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/payment/submit");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// Fields that the API reference leaves out or puts elsewhere.
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
    /// The card's number. The checkout's own page sends number, CVV and expiry as Base64; no page says so of this call.
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

/// A way of paying. What each of them needs is a reading of the guide, which uses other words.
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

/// The state of an attempt to pay.
#[model]
pub enum PaymentStatus {
    /// The request is there.
    Created,
    /// Authorised by the one-time password.
    Authorized,
    /// The bank's response is awaited.
    PendingWithBank,
    /// Paid.
    Success,
    /// An error, a refusal, or too late.
    Failed,
    /// Cancelled by the customer.
    Cancelled,
    /// Part of the amount was refunded.
    PartiallyRefunded,
    /// The whole amount was refunded.
    Refunded,
}

impl PaymentStatus {
    /// Whether the attempt to pay has ended; `None` for [`Authorized`](Self::Authorized), of which the API reference does
    /// not say what follows, and for a status that it does not list.
    ///
    /// Ask for the attempt again until this is `Some(true)`. That nothing but a refund follows after the others is
    /// inferred from what they mean. A public program takes [`PendingWithBank`](Self::PendingWithBank) for paid where the
    /// payment is made by UPI; here it is open, since the API reference says that the bank's response is awaited.
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

/// Reads one attempt to pay.
///
/// The API reference cuts the response off after its first fields, so that the attempt's status is in
/// [`more`](PaymentTransaction::more), under a name that it does not show. Its values are likely those of
/// [`PaymentStatus`].
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::GetPaymentTransactionStatus;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetPaymentTransactionStatus::builder().transaction_id("TXN0001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/payment/TXN0001");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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

/// An attempt to pay.
#[model]
pub struct PaymentTransaction {
    /// The attempt.
    pub transaction_id: Option<String>,
    /// When it was created: presumably Indian time ([times](super#times)); with a `Z` it is UTC.
    pub created: Option<Lenient<civil::DateTime>>,
    /// When it was last changed: presumably Indian time ([times](super#times)); with a `Z` it is UTC.
    pub last_modified: Option<Lenient<civil::DateTime>>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
