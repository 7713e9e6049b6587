//! Booking bills.

use enkash_core::{Json, JsonMap, Lenient, Money, civil, endpoint, model};

use super::BILL_PAYMENTS as PRODUCT;
use super::fetch::Circle;
use super::status::PaymentStatus;

/// Books a bill from what the caller knows of it, without asking the biller.
///
/// EnKash refuses a `reference_id` that was used before, which
/// [`Error::is_duplicate`](enkash_core::Error::is_duplicate) tells. The API reference names nothing else that keeps a
/// bill from being booked twice.
///
/// The API reference shows the newest request as a sample alone: of the fields from `company_id` on, and of `name` and
/// `email`, neither meaning nor requiredness is documented. The response is cut short behind `payment_status`.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::bill_payments::{CreateUtilityBillWithoutFetch, models::AddBillParams};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreateUtilityBillWithoutFetch::builder()
///     .biller_id(101)
///     .bill_params(AddBillParams::builder().cn("100000001").build())
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v2/biller/addBill");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v2/biller/addBill",
    response = AddBillResponse,
    unique = reference_id,
    docs = "https://docs.enkash.com/project-616243/api-10664800"
)]
pub struct CreateUtilityBillWithoutFetch {
    /// The caller's own id of the bill, which EnKash takes once.
    pub reference_id: Option<String>,
    /// The biller, by EnKash's id from the list of billers.
    pub biller_id: i64,
    /// The consumer's circle, for billers that have circles.
    pub circle: Option<Circle>,
    /// What the biller wants to know of the consumer.
    pub bill_params: AddBillParams,
    /// The bill's amount in rupees.
    pub bill_amount: Option<Money>,
    /// A remark.
    #[sensitive]
    pub remarks: Option<String>,
    /// The e-mail addresses that get the receipt; the API reference does not say how several are written.
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
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// What a biller wants to know of a consumer whose bill is booked without a fetch.
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
    /// The bill's amount. It is documented as an integer here and with decimals elsewhere; both are read.
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
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Books a bill that [`FetchUtilityBill`](super::FetchUtilityBill) returned.
///
/// EnKash refuses a `reference_id` that was used before, which
/// [`Error::is_duplicate`](enkash_core::Error::is_duplicate) tells. The API reference names nothing else that keeps a
/// bill from being booked twice. The API reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::bill_payments::CreateUtilityBill;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreateUtilityBill::builder()
///     .company_biller_id("CB0000001")
///     .bill_net_amount(Money::from_rupees(100))
///     .bill_amount(Money::from_rupees(100))
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v2/utilityPayment");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v2/utilityPayment",
    response = Json,
    unique = reference_id,
    auto,
    docs = "https://docs.enkash.com/api-10664803"
)]
pub struct CreateUtilityBill {
    /// The caller's own id of the bill, which EnKash takes once.
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
