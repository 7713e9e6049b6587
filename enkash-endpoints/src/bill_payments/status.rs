//! The status of a bill.

use enkash_core::{JsonMap, Lenient, Money, civil, endpoint, model};

use super::BILL_PAYMENTS as PRODUCT;

/// Gets a bill and its payment status, by EnKash's id.
///
/// Status 400 with the payload `No utility payment found` means that no such bill was booked. No
/// other error means that. The string is in [`ApiError::body`](enkash_core::ApiError::body).
///
/// For a complete example see
/// [`GetUtilityBillByReferenceId`](GetUtilityBillByReferenceId#examples).
#[endpoint(
    GET,
    "/api/v2/utilityPayment/<utilityEnkashId>",
    response = UtilityBill,
    docs = "https://docs.enkash.com/api-10664797"
)]
pub struct GetUtilityBillStatus {
    /// The bill, by EnKash's id.
    pub utility_enkash_id: String,
}

/// Gets a bill and its payment status, by the caller's own id.
///
/// Two statuses count: [`payment_status`](UtilityBill::payment_status) is that of the debit,
/// [`billpay_status`](UtilityBill::billpay_status) that of the payment to the biller.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::bill_payments::GetUtilityBillByReferenceId;
/// # use enkash_endpoints::bill_payments::BILL_PAYMENTS;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &BILL_PAYMENTS)?;
/// let request = GetUtilityBillByReferenceId::builder().reference_id("REF0001").build();
/// match request.send(&client).await {
///     Ok(reply) => {
///         let bill = reply.into_payload()?;
///         println!("debit: {:?}", bill.payment_status);
///         println!("biller: {:?}", bill.billpay_status);
///     }
///     // The call changes nothing at EnKash. Send it again unless the outcome is `Refused`.
///     Err(error) => return Err(format!("{:?}: {error}", error.outcome()).into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// The API reference shows a sample of the response, which is cut off. Up to there it equals that
/// of [`GetUtilityBillStatus`].
#[endpoint(
    GET,
    "/api/v2/utilityPayment/referenceId/<referenceId>",
    response = UtilityBill,
    docs = "https://docs.enkash.com/api-10664801"
)]
pub struct GetUtilityBillByReferenceId {
    /// The caller's own id, as it was given when the bill was booked.
    pub reference_id: String,
}

/// A bill and the status of its payment. The API reference is cut off after `remarks`.
#[model]
pub struct UtilityBill {
    /// The name of the company that pays.
    #[sensitive]
    pub company_name: Option<String>,
    /// The bill, by EnKash's id.
    pub utility_enkash_id: Option<String>,
    /// The bill's amount. It is documented as an integer here and with decimals elsewhere; both are
    /// read.
    pub amount: Option<Lenient<Money>>,
    /// The consumer's number at the biller.
    #[sensitive]
    pub consumer_number: Option<String>,
    /// The consumer's name.
    #[sensitive]
    pub consumer_name: Option<String>,
    /// The day of the bill.
    pub bill_date: Option<Lenient<civil::Date>>,
    /// The day on which the bill is due.
    pub bill_due_date: Option<Lenient<civil::Date>>,
    /// When the bill was booked, in UTC.
    #[format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")]
    pub created_date: Option<Lenient<civil::DateTime>>,
    /// The bill's number.
    pub bill_number: Option<String>,
    /// The bill's number at the biller.
    pub biller_bill_number: Option<String>,
    /// How many units were consumed.
    pub number_of_units: Option<Lenient<i64>>,
    /// The status of the approval, such as `MAKER_APPROVAL_PENDING`; the API reference lists no
    /// values.
    pub approval_status: Option<String>,
    /// The approver's remarks.
    #[sensitive]
    pub approval_remarks: Option<String>,
    /// The status of the debit. When the bill was not paid, `REFUNDED` means that the money is back
    /// in the wallet.
    pub payment_status: Option<PaymentStatus>,
    /// The status of the payment to the biller.
    pub billpay_status: Option<BillpayStatus>,
    /// Why the payment failed.
    #[sensitive]
    pub failure_reason: Option<String>,
    /// The code of the failure.
    pub failure_code: Option<String>,
    /// When the wallet was debited; the API reference shows no format.
    pub payment_date: Option<String>,
    /// When the biller was paid; the API reference shows no format.
    pub billpay_date: Option<String>,
    /// What the bill was paid with.
    pub payment_mode: Option<BillPaymentMode>,
    /// When the bill was approved; the API reference shows no format.
    pub approved_date: Option<String>,
    /// The payment's reference in the Bharat Bill Payment System.
    pub bill_reference_id: Option<String>,
    /// The first day of the bill's period; the API reference shows no format.
    pub bill_start_date: Option<String>,
    /// The last day of the bill's period; the API reference shows no format.
    pub bill_end_date: Option<String>,
    /// The remark of the booking.
    #[sensitive]
    pub remarks: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// The status of the debit for a bill. The API reference prints the values without separators;
/// where one ends is inferred, and so are the meanings.
#[model]
pub enum PaymentStatus {
    /// Started.
    Init,
    /// Being processed.
    Process,
    /// Debited.
    Success,
    /// Not debited.
    Failed,
    /// Waiting.
    Pending,
    /// Cancelled.
    Cancelled,
    /// Expired.
    Expired,
    /// Refunded in part.
    PartialRefunded,
    /// Refunded.
    Refunded,
    /// In process.
    InProcess,
    /// The payer is being authenticated.
    AuthenticationInProcess,
    /// The page for the one-time password was shown.
    OtpRendered,
    /// The page for paying was shown.
    CheckoutRendered,
    /// The card scheme's check of the payer is done.
    MpiProcessed,
    /// The page of the card scheme's check was shown.
    MpiRendered,
    /// Being refunded.
    RefundInProgress,
    /// Refund requested.
    RefundRequested,
    /// Waiting for the bank.
    PendingWithBank,
    /// Swapped for another payment.
    Swapped,
    /// Paid by other means.
    PaidOffline,
    /// Paid in part.
    PartialPaid,
}

impl PaymentStatus {
    /// Whether the debit has ended; `None` if neither the API reference nor the name shows it.
    ///
    /// Poll the bill's status until this is `Some(true)`. The API reference explains
    /// [`Failed`](Self::Failed) and only [`Refunded`](Self::Refunded); the rest is inferred from
    /// the names. A success does not mean a paid bill, which [`BillpayStatus`] shows, and becomes a
    /// refund if the bill is not paid.
    #[must_use]
    pub fn is_final(&self) -> Option<bool> {
        match self {
            PaymentStatus::Success
            | PaymentStatus::Failed
            | PaymentStatus::Refunded
            | PaymentStatus::Cancelled
            | PaymentStatus::Expired => Some(true),
            PaymentStatus::Init
            | PaymentStatus::Process
            | PaymentStatus::Pending
            | PaymentStatus::InProcess
            | PaymentStatus::AuthenticationInProcess
            | PaymentStatus::OtpRendered
            | PaymentStatus::CheckoutRendered
            | PaymentStatus::MpiProcessed
            | PaymentStatus::MpiRendered
            | PaymentStatus::RefundInProgress
            | PaymentStatus::RefundRequested
            | PaymentStatus::PendingWithBank => Some(false),
            PaymentStatus::PartialRefunded
            | PaymentStatus::Swapped
            | PaymentStatus::PaidOffline
            | PaymentStatus::PartialPaid
            | PaymentStatus::Unknown(_) => None,
        }
    }
}

/// The status of the payment to the biller. The API reference prints the values without separators;
/// where one ends is inferred.
#[model]
pub enum BillpayStatus {
    /// The bill is paid.
    Success,
    /// The bill is not paid; the failure's reason says why.
    Failed,
    /// The payment was requested.
    Pending,
    /// Waiting for the biller's response.
    InProgress,
    /// On hold.
    OnHold,
    /// To be restarted.
    Reinitiate,
    /// The agency failed.
    AgencyFailed,
}

impl BillpayStatus {
    /// Whether the payment to the biller has ended. It is never `None`: by an older page of the API
    /// reference every value but [`Success`](Self::Success) and [`Failed`](Self::Failed) is still
    /// in process, as is an unknown value.
    ///
    /// Poll the bill's status until this is `Some(true)`.
    #[must_use]
    pub fn is_final(&self) -> Option<bool> {
        match self {
            BillpayStatus::Success | BillpayStatus::Failed => Some(true),
            BillpayStatus::Pending
            | BillpayStatus::InProgress
            | BillpayStatus::OnHold
            | BillpayStatus::Reinitiate
            | BillpayStatus::AgencyFailed
            | BillpayStatus::Unknown(_) => Some(false),
        }
    }
}

/// What a bill was paid with. The API reference prints the values without separators; where one
/// ends is inferred.
#[model]
pub enum BillPaymentMode {
    /// A credit card.
    CreditCard,
    /// A debit card.
    DebitCard,
    /// Net banking.
    NetBanking,
    /// UPI.
    Upi,
    /// A prepaid card.
    PrepaidCard,
    /// No valid mode.
    InvalidPaymentMode,
    /// Seamless banking.
    SeamlessBanking,
    /// A virtual account.
    VirtualAccount,
    /// A payment out of Tally.
    TallyPayment,
    /// EnKash's coins.
    EnkashCoin,
    /// Cash.
    Cash,
    /// A cheque.
    Cheque,
    /// A transfer between accounts.
    AccountTransfer,
}
