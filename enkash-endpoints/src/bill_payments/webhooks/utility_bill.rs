//! Webhooks about bills.

use enkash_core::{JsonMap, Lenient, Money, civil, model};

use crate::bill_payments::BILL_PAYMENTS as PRODUCT;

/// The status of a bill.
///
/// EnKash can be asked to send static headers with it, and another payload. The API reference does
/// not document how to respond. The states of its sample (`APPROVED`, `COMPLETED`) are none of
/// those that it lists elsewhere, so the states are strings. To confirm a webhook event, ask with
/// [`GetUtilityBillStatus`](crate::bill_payments::GetUtilityBillStatus).
#[model]
pub struct UtilityBillPaymentWebhook {
    /// The bill, by EnKash's id.
    pub utility_enkash_id: Option<String>,
    /// The amount of the payment.
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
    /// When the bill was booked; the API reference names no zone, with a `Z` it is UTC.
    pub created_date: Option<Lenient<civil::DateTime>>,
    /// The bill's number.
    pub bill_number: Option<String>,
    /// The bill's number at the biller.
    pub biller_bill_number: Option<String>,
    /// How many units were consumed.
    pub number_of_units: Option<Lenient<i64>>,
    /// The status of the approval, such as `APPROVED`.
    pub approval_status: Option<String>,
    /// The approver's remarks.
    #[sensitive]
    pub approval_remarks: Option<String>,
    /// The status of the debit, such as `COMPLETED`.
    pub payment_status: Option<String>,
    /// The status of the payment to the biller, such as `COMPLETED`.
    pub billpay_status: Option<String>,
    /// Why the payment failed.
    #[sensitive]
    pub failure_reason: Option<String>,
    /// The code of the failure.
    pub failure_code: Option<String>,
    /// When the wallet was debited; the API reference names no zone, with a `Z` it is UTC.
    pub payment_date: Option<Lenient<civil::DateTime>>,
    /// When the biller was paid; the API reference names no zone, with a `Z` it is UTC.
    pub billpay_date: Option<Lenient<civil::DateTime>>,
    /// When the bill was approved; the API reference names no zone, with a `Z` it is UTC.
    pub approved_date: Option<Lenient<civil::DateTime>>,
    /// The payment's reference in the Bharat Bill Payment System.
    pub bill_reference_id: Option<String>,
    /// The first day of the bill's period; the API reference shows no format.
    pub bill_start_date: Option<String>,
    /// The last day of the bill's period; the API reference shows no format.
    pub bill_end_date: Option<String>,
    /// The remark of the booking.
    #[sensitive]
    pub remarks: Option<String>,
    /// When the money was refunded; the API reference shows no format.
    pub refund_date: Option<String>,
    /// The consumer at the biller.
    pub company_biller: Option<WebhookCompanyBiller>,
    /// The bill's amount.
    pub bill_amount: Option<Lenient<Money>>,
    /// The day until which a payment is early; the API reference shows no format.
    pub early_payment_date: Option<String>,
    /// The amount for early payers.
    pub early_payment_amount: Option<Lenient<Money>>,
    /// The amount for late payers.
    pub late_payment_amount: Option<Lenient<Money>>,
    /// The day on which the bill is actually due; the API reference shows no format.
    pub actual_due_date: Option<String>,
    /// The company that pays.
    pub company_id: Option<String>,
    /// The bank's id of the transaction.
    pub bank_transaction_id: Option<String>,
    /// The caller's own id of the bill.
    pub reference_id: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

crate::webhook::webhook!(
    UtilityBillPaymentWebhook,
    "UtilityBillPaymentWebhook",
    docs = "https://docs.enkash.com/api-12515630"
);

/// A consumer at a biller.
#[model]
pub struct WebhookCompanyBiller {
    /// The consumer at the biller, by EnKash's id.
    pub company_biller_id: Option<String>,
    /// The name of the company that pays.
    #[sensitive]
    pub company_name: Option<String>,
    /// The biller.
    pub biller: Option<WebhookBiller>,
    /// The consumer's circle, such as `MUMBAI`, which is none of the codes of requests.
    pub circle_enum: Option<String>,
    /// The inputs for the biller in one string of names and values.
    #[sensitive]
    pub bill_input_params: Option<String>,
    /// The inputs for the biller, one by one.
    pub biller_params: Vec<WebhookBillerParam>,
    /// The consumer's number at the biller.
    #[sensitive]
    pub consumer_number: Option<String>,
    /// The consumer's name.
    #[sensitive]
    pub consumer_name: Option<String>,
}

/// A biller.
#[model]
pub struct WebhookBiller {
    /// The biller, by EnKash's id.
    pub biller_id: Option<Lenient<i64>>,
    /// The biller's name.
    pub name: Option<String>,
    /// The kind of biller, such as `ELECTRICITY`.
    pub biller_type: Option<String>,
}

/// One input for a biller.
#[model]
pub struct WebhookBillerParam {
    /// The input's name in requests, such as `cn` or `ad1`.
    pub key: Option<String>,
    /// The biller's name for the input.
    pub name: Option<String>,
    /// The value that was given.
    #[sensitive]
    pub value: Option<String>,
}
