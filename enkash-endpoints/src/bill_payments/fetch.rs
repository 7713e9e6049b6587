//! Asking a biller for the current bill.

use enkash_core::{JsonMap, Lenient, Money, civil, endpoint, model};

use super::BILL_PAYMENTS as PRODUCT;

/// Asks a biller for a consumer's current bill.
///
/// [`CreateUtilityBill`](super::CreateUtilityBill) books the bill by the `company_biller_id` of the response, and
/// copies its amounts, dates and ids. The path suggests that the consumer is added to the company's billers, so the
/// call is not taken as one that changes nothing. The API reference leaves out the table of the response: its fields
/// are those of an older version of the page.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::bill_payments::{FetchUtilityBill, models::FetchBillParams};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = FetchUtilityBill::builder()
///     .biller_id(101)
///     .bill_params(FetchBillParams::builder().cn("100000001").build())
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v2/biller/fetchOrAddBill");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v2/biller/fetchOrAddBill",
    response = BillFetchResponse,
    docs = "https://docs.enkash.com/api-10664798"
)]
pub struct FetchUtilityBill {
    /// The biller, by EnKash's id from the list of billers.
    pub biller_id: i64,
    /// The consumer's circle, for billers that have circles.
    pub circle: Option<Circle>,
    /// What the biller wants to know of the consumer.
    pub bill_params: FetchBillParams,
    /// A remark for the biller.
    #[sensitive]
    pub remarks: Option<String>,
    /// The e-mail addresses that are notified of a success; the API reference does not say how several are written.
    #[sensitive]
    pub key_contact_email: Option<String>,
}

/// What a biller wants to know of a consumer whose bill is fetched.
#[model]
pub struct FetchBillParams {
    /// The consumer's or account's number at the biller.
    #[sensitive]
    pub cn: String,
    /// The biller's first further input.
    #[sensitive]
    pub ad1: Option<String>,
    /// The biller's second further input.
    #[sensitive]
    pub ad2: Option<String>,
    /// Inputs under other names. Their values are strings.
    #[extra]
    pub more: JsonMap,
}

/// A telecom or distribution circle. The API reference lists the codes alone; the areas are a reading of these.
#[model]
pub enum Circle {
    /// Andhra Pradesh.
    Ap,
    /// Assam.
    Asm,
    /// Bihar.
    Bih,
    /// Chennai.
    Che,
    /// Delhi.
    Del,
    /// Gujarat.
    Guj,
    /// Haryana.
    Har,
    /// Himachal Pradesh.
    Hp,
    /// Jammu and Kashmir.
    Jk,
    /// Karnataka.
    Kk,
    /// Kerala.
    Ker,
    /// Kolkata.
    Kol,
    /// Maharashtra.
    Mah,
    /// Madhya Pradesh.
    Mp,
    /// Mumbai.
    Mum,
    /// The North East.
    Ne,
    /// Odisha.
    Ori,
    /// Punjab.
    Pun,
    /// Rajasthan.
    Raj,
    /// Tamil Nadu.
    Tn,
    /// The east of Uttar Pradesh.
    Upe,
    /// The west of Uttar Pradesh.
    Upw,
    /// West Bengal.
    Wb,
    /// All circles.
    All,
    /// Agra.
    Agra,
    /// Ahmedabad.
    Ahm,
    /// Bhiwandi.
    Bhiwandi,
    /// Surat.
    Surat,
    /// Shil.
    Shil,
    /// Mumbra.
    Mumbra,
    /// Kalwa.
    Kalwa,
}

/// A consumer's current bill.
#[model]
pub struct BillFetchResponse {
    /// The consumer at the biller, by the id under which the bill is booked.
    pub company_biller_id: Option<String>,
    /// The bill's number.
    pub bill_number: Option<String>,
    /// The consumer's name on the bill.
    #[sensitive]
    pub user_name: Option<String>,
    /// The bill's amount.
    pub bill_amount: Option<Lenient<Money>>,
    /// The day of the bill.
    pub billdate: Option<Lenient<civil::Date>>,
    /// The day on which the bill is due.
    pub due_date: Option<Lenient<civil::Date>>,
    /// The period that the bill is about; the API reference shows no format.
    pub bill_period: Option<String>,
    /// The bill's net amount.
    pub billnetamount: Option<Lenient<Money>>,
    /// The amount for early payers.
    pub early_payment_amount: Option<Lenient<Money>>,
    /// The day until which a payment is early.
    pub early_payment_date: Option<Lenient<civil::Date>>,
    /// The amount for late payers.
    pub late_payment_amount: Option<Lenient<Money>>,
    /// The day on which the bill is actually due.
    pub actual_due_date: Option<Lenient<civil::Date>>,
    /// Why the biller gave no bill.
    #[sensitive]
    pub status_message: Option<String>,
    /// The bill's id.
    pub bill_id: Option<String>,
    /// The id of the validation.
    pub validation_id: Option<String>,
    /// The first day of the bill's period.
    pub bill_start_date: Option<Lenient<civil::Date>>,
    /// The last day of the bill's period.
    pub bill_enddate: Option<Lenient<civil::Date>>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
