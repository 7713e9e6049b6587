//! Searching booked bills.

use enkash_core::{Json, JsonMap, Money, endpoint, model};

use super::BILL_PAYMENTS as PRODUCT;

/// Lists the booked bills that match every filter that is given.
///
/// The API reference calls all filters up to `bill_reference_id` required, which makes no sense for filters that narrow
/// each other down; so none is required here. It shows no format of the dates, no values of most states, and no
/// response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::bill_payments::SearchUtilityBills;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = SearchUtilityBills::builder()
///     .utility_enkash_ids(["UTL0000000001"])
///     .amount_range_start(Money::from_rupees(100))
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v1/utilityPayment/search");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v1/utilityPayment/search",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-10664799"
)]
pub struct SearchUtilityBills {
    /// Bills, by EnKash's ids.
    pub utility_enkash_ids: Option<Vec<String>>,
    /// The minimum amount, in whole rupees.
    #[decimals(0)]
    pub amount_range_start: Option<Money>,
    /// The largest amount, in whole rupees.
    #[decimals(0)]
    pub amount_range_end: Option<Money>,
    /// A consumer's number at the biller.
    #[sensitive]
    pub consumer_number: Option<String>,
    /// Several consumers' numbers.
    #[sensitive]
    pub consumer_numbers: Option<Vec<String>>,
    /// The kind of biller, such as `ELECTRICITY`.
    pub biller_type: Option<String>,
    /// The biller's name.
    pub biller_name: Option<String>,
    /// The status of the debit.
    pub payment_status: Option<String>,
    /// Debited on this day or later.
    pub payment_start_date: Option<String>,
    /// Debited on this day or earlier.
    pub payment_end_date: Option<String>,
    /// Booked on this day or later.
    pub created_date_from: Option<String>,
    /// Booked on this day or earlier.
    pub created_date_to: Option<String>,
    /// Due on this day or later.
    pub bill_due_date_from: Option<String>,
    /// Due on this day or earlier.
    pub bill_due_date_to: Option<String>,
    /// The status of the payment to the biller.
    pub billpay_status: Option<String>,
    /// How many bills to skip.
    pub offset: Option<u32>,
    /// How many bills to list; the API reference advises less than 100.
    pub limit: Option<u32>,
    /// Any of these states.
    pub statuses: Option<Vec<BillSearchStatus>>,
    /// Paid to the biller on this day or later.
    pub billpay_date_from: Option<String>,
    /// Paid to the biller on this day or earlier.
    pub billpay_date_to: Option<String>,
    /// Given back on this day or later.
    pub refund_date_from: Option<String>,
    /// Given back on this day or earlier.
    pub refund_date_to: Option<String>,
    /// Any of these states of the payment to the biller.
    pub bill_pay_statuses: Option<Vec<String>>,
    /// The payment's reference in the Bharat Bill Payment System.
    pub bill_reference_id: Option<String>,
    /// The name of the company that pays; in the sample alone.
    #[sensitive]
    pub company_name: Option<String>,
    /// The company that pays; in the sample alone.
    pub company_id: Option<String>,
    /// One bill, by EnKash's id; in the sample alone.
    pub utility_enkash_id: Option<String>,
    /// The user who booked the bill; in the sample alone.
    #[sensitive]
    pub maker_user: Option<String>,
    /// The user who approved the bill; in the sample alone.
    #[sensitive]
    pub checker_user: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// A state to search for. The API reference prints the values without separators; where one ends is a reading, and so
/// are the meanings.
#[model]
pub enum BillSearchStatus {
    /// Being processed.
    Process,
    /// Done.
    Success,
    /// Failed.
    Failed,
    /// Waiting.
    Pending,
    /// Cancelled.
    Cancelled,
    /// Run out.
    Expired,
    /// Given back in part.
    PartialRefunded,
    /// Given back.
    Refunded,
    /// In process.
    InProcess,
    /// Refund requested.
    RefundRequested,
    /// Waiting for the bank.
    PendingWithBank,
}
