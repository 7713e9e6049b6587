//! What is done to several invoices at once.

use enkash_core::{FilePart, Json, endpoint};

use crate::ids::CompanyId;

/// Creates the invoices that a file lists.
///
/// Two pages document this call, and one of them gives the seller no pattern. The type of the payload is cut off on
/// both.
#[endpoint(
    POST,
    "/api/v0/invoice/bulk/create",
    response = Json,
    product = AccountsReceivable,
    body = multipart,
    docs = "https://docs.enkash.com/api-18880677"
)]
pub struct CreateCollectionInvoicesInBulk {
    /// The company that sells, to which the invoices belong.
    #[query]
    pub seller_id: Option<CompanyId>,
    /// The file; it is documented as optional, its format and columns are not documented.
    pub file: Option<FilePart>,
}

/// Sends invoices to their customers.
///
/// The answer is not shown. A schema without an operation fits it: the lists `successInvoices` and `failureInvoices`,
/// each of an `invoiceId` and a `message`.
#[endpoint(
    POST,
    "/api/v0/invoice/bulk/dispatch",
    response = Json,
    product = AccountsReceivable,
    docs = "https://docs.enkash.com/api-18880678"
)]
pub struct DispatchCollectionInvoices {
    /// The invoices to send.
    pub invoice_ids: Option<Vec<String>>,
    /// Whether the customers may pay a part of them.
    pub partial_payment_allowed: Option<bool>,
}

/// Answers a payment over Bharat Connect that was made for one or more invoices.
///
/// The documents mark this page as still in development, explain nothing of it and leave out the answer. The
/// notification of Bharat Connect with the same parts has `ACCEPT` and `REJECT` as responses, and `OFFPLATFORM` and
/// `ONPLATFORM` as types; whether these hold here is not documented.
#[endpoint(
    POST,
    "/api/v0/invoice/payment-confirmation",
    response = Json,
    product = AccountsReceivable,
    docs = "https://docs.enkash.com/api-18880688"
)]
pub struct ConfirmCollectionInvoicePayment {
    /// The invoices that the payment is for.
    pub invoice_ids: Vec<String>,
    /// The payment.
    pub payment_id: String,
    /// A remark.
    pub remarks: String,
    /// The seller's answer; the documents list no values.
    pub response: String,
    /// The kind of payment, as it seems; the documents list no values.
    pub r#type: String,
}
