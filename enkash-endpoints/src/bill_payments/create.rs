//! Booking bills.

use enkash_core::{Json, JsonMap, Lenient, Money, civil, endpoint, model};

use super::BILL_PAYMENTS as PRODUCT;
use super::fetch::Circle;
use super::status::PaymentStatus;

/// Books a bill from the caller's own data, without asking the biller.
///
/// EnKash refuses a `reference_id` that was used before:
/// [`Error::is_duplicate`](enkash_core::Error::is_duplicate) is true then. Without a `reference_id`
/// nothing prevents a second booking. Look up the bill with
/// [`GetUtilityBillByReferenceId`](super::GetUtilityBillByReferenceId).
///
/// For a complete example see [`CreateUtilityBill`](CreateUtilityBill#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows the newest request as a sample only: it explains neither `name` and
/// `email` nor the fields from `company_id` on, and does not show which of them are required. The
/// response is cut off after `payment_status`.
#[endpoint(
    POST,
    "/api/v2/biller/addBill",
    response = AddBillResponse,
    unique = reference_id,
    docs = "https://docs.enkash.com/project-616243/api-10664800"
)]
pub struct CreateUtilityBillWithoutFetch {
    /// The caller's own id of the bill, which EnKash accepts once.
    pub reference_id: Option<String>,
    /// The biller, by EnKash's id from the list of billers.
    pub biller_id: i64,
    /// The consumer's circle, for billers that have circles.
    pub circle: Option<Circle>,
    /// The biller's inputs for the consumer.
    pub bill_params: AddBillParams,
    /// The bill's amount in rupees.
    pub bill_amount: Option<Money>,
    /// A remark.
    #[sensitive]
    pub remarks: Option<String>,
    /// The e-mail addresses that get the receipt; the API reference does not say how several are
    /// written.
    #[sensitive]
    pub key_contact_email: Option<String>,
    /// The day on which the bill is due.
    pub bill_due_date: Option<civil::Date>,
    /// The day of the bill.
    pub bill_date: Option<civil::Date>,
    /// A name.
    #[sensitive]
    pub name: Option<String>,
    /// An e-mail address.
    #[sensitive]
    pub email: Option<String>,
    /// A company at EnKash.
    pub company_id: Option<String>,
    /// The code of a branch.
    pub branch_code: Option<String>,
    /// Why something failed.
    #[sensitive]
    pub failure_reason: Option<String>,
    /// An amount that can be recovered.
    pub recoverable_amount: Option<Money>,
    /// A day on which something begins.
    pub commencement_date: Option<civil::Date>,
    /// A bank card, such as `BKC` and nine letters or digits.
    pub bank_card_id: Option<String>,
    /// The name of a file.
    pub file_name: Option<String>,
    /// The content of the file, in Base64.
    #[sensitive]
    pub base64_file: Option<String>,
    /// The media type of the file.
    pub mime_type: Option<String>,
    /// The number of a virtual account.
    #[sensitive]
    pub virtual_account_no: Option<String>,
    /// The code of a bank's branch (IFSC).
    pub ifsc: Option<String>,
    /// A wallet.
    pub wallet_id: Option<String>,
    /// The way in which the one-time password was sent, such as `MOBILE`.
    pub otp_medium: Option<String>,
    /// The one-time password; the sample has six digits.
    #[sensitive]
    pub otp: Option<String>,
    /// The reference of the one-time password.
    pub otp_reference_id: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// The biller's inputs for a consumer whose bill is booked without a fetch.
#[model]
pub struct AddBillParams {
    /// The consumer's or account's number at the biller.
    #[sensitive]
    pub cn: String,
    /// The biller's first further input.
    #[sensitive]
    pub ad1: Option<String>,
    /// The biller's second further input.
    #[sensitive]
    pub ad2: Option<String>,
    /// The biller's third further input.
    #[sensitive]
    pub ad3: Option<String>,
    /// Inputs under other names. Their values are strings.
    #[extra]
    pub more: JsonMap,
}

/// A bill that was booked without a fetch.
#[model]
pub struct AddBillResponse {
    /// The bill, by EnKash's id.
    pub utility_enkash_id: Option<String>,
    /// The bill's amount. It is documented as an integer here and with decimals elsewhere; both are
    /// read.
    pub amount: Option<Lenient<Money>>,
    /// The consumer's number at the biller.
    #[sensitive]
    pub consumer_number: Option<String>,
    /// The day of the bill; the API reference shows no format.
    pub billdate: Option<String>,
    /// The day on which the bill is due; the API reference shows no format.
    pub bill_due_date: Option<String>,
    /// When the bill was booked; the API reference shows no format.
    pub created_date: Option<String>,
    /// The caller's own id of the bill.
    pub reference_id: Option<String>,
    /// The status of the debit.
    pub payment_status: Option<PaymentStatus>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Books a bill that [`FetchUtilityBill`](super::FetchUtilityBill) returned.
///
/// EnKash refuses a `reference_id` that was used before:
/// [`Error::is_duplicate`](enkash_core::Error::is_duplicate) is true then. Without a `reference_id`
/// nothing prevents a second booking. Look up the bill with
/// [`GetUtilityBillByReferenceId`](super::GetUtilityBillByReferenceId).
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::{Money, Outcome};
/// use enkash_endpoints::bill_payments::CreateUtilityBill;
/// # use enkash_endpoints::bill_payments::BILL_PAYMENTS;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &BILL_PAYMENTS)?;
/// let request = CreateUtilityBill::builder()
///     .reference_id("BILL0001")
///     .company_biller_id("CB0000001")
///     .bill_net_amount(Money::from_rupees(100))
///     .bill_amount(Money::from_rupees(100))
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // Booked by an earlier request: look up the `reference_id`.
///     Err(error) if error.is_duplicate() => println!("duplicate: {error}"),
///     // The bill may be booked: look up the `reference_id` before you send it again.
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
/// The API reference shows no response.
#[endpoint(
    POST,
    "/api/v2/utilityPayment",
    response = Json,
    unique = reference_id,
    auto,
    docs = "https://docs.enkash.com/api-10664803"
)]
pub struct CreateUtilityBill {
    /// The caller's own id of the bill, which EnKash accepts once.
    pub reference_id: Option<String>,
    /// The consumer at the biller, by the id that the fetch returned.
    pub company_biller_id: String,
    /// The amount to pay in rupees, at least 1: the early, the normal or the late one.
    #[range(1..)]
    pub bill_net_amount: Money,
    /// The bill's amount in rupees, as fetched.
    pub bill_amount: Money,
    /// The amount for early payers, as fetched.
    pub early_payment_amount: Option<Money>,
    /// The amount for late payers, as fetched.
    pub late_payment_amount: Option<Money>,
    /// The day of the bill, as fetched.
    pub bill_date: Option<civil::Date>,
    /// The day until which a payment is early, as fetched.
    pub early_payment_date: Option<civil::Date>,
    /// The day on which the bill is due, as fetched.
    pub bill_due_date: Option<civil::Date>,
    /// The day on which the bill is actually due, as fetched.
    pub actual_due_date: Option<civil::Date>,
    /// The first day of the bill's period.
    pub bill_start_date: Option<civil::Date>,
    /// The last day of the bill's period.
    pub bill_end_date: Option<civil::Date>,
    /// The bill's number, as fetched.
    pub bill_number: Option<String>,
    /// The id of the validation, as fetched.
    pub validation_id: Option<String>,
    /// The bill's id, as fetched.
    pub bill_id: Option<String>,
}
