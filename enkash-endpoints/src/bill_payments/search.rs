//! Searching booked bills.

use enkash_core::{Json, JsonMap, Money, endpoint, model};

use super::BILL_PAYMENTS as PRODUCT;

/// Lists the booked bills that match all given filters.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::bill_payments::SearchUtilityBills;
/// # use enkash_endpoints::bill_payments::BILL_PAYMENTS;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &BILL_PAYMENTS)?;
/// let request = SearchUtilityBills::builder()
///     .utility_enkash_ids(["UTL0000000001"])
///     .amount_range_start(Money::from_rupees(100))
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The call changes nothing at EnKash. Send it again unless the outcome is `Refused`.
///     Err(error) => return Err(format!("{:?}: {error}", error.outcome()).into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// The API reference marks all filters up to `bill_reference_id` as required, which contradicts
/// their use as filters; none is required here. It shows no date formats, no response, and not the
/// values of most states.
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
    /// The maximum amount, in whole rupees.
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
    /// Refunded on this day or later.
    pub refund_date_from: Option<String>,
    /// Refunded on this day or earlier.
    pub refund_date_to: Option<String>,
    /// Any of these states of the payment to the biller.
    pub bill_pay_statuses: Option<Vec<String>>,
    /// The payment's reference in the Bharat Bill Payment System.
    pub bill_reference_id: Option<String>,
    /// The name of the company that pays; only in the sample.
    #[sensitive]
    pub company_name: Option<String>,
    /// The company that pays; only in the sample.
    pub company_id: Option<String>,
    /// One bill, by EnKash's id; only in the sample.
    pub utility_enkash_id: Option<String>,
    /// The user who booked the bill; only in the sample.
    #[sensitive]
    pub maker_user: Option<String>,
    /// The user who approved the bill; only in the sample.
    #[sensitive]
    pub checker_user: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// A state to search for. The API reference prints the values without separators; where one ends is
/// inferred, and so are the meanings.
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
    /// Expired.
    Expired,
    /// Refunded in part.
    PartialRefunded,
    /// Refunded.
    Refunded,
    /// In process.
    InProcess,
    /// Refund requested.
    RefundRequested,
    /// Waiting for the bank.
    PendingWithBank,
}
