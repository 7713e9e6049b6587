//! What is done to several invoices at once.

use enkash_core::{FilePart, Json, endpoint};

use super::ACCOUNTS_RECEIVABLE as PRODUCT;
use crate::ids::CompanyId;

/// Creates the invoices that a file lists.
///
/// Two pages document this call, and one of them gives the seller no pattern. The type of the payload is cut off on
/// both.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::FilePart;
/// use enkash_endpoints::accounts_receivable::CreateCollectionInvoicesInBulk;
/// use enkash_endpoints::ids::CompanyId;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreateCollectionInvoicesInBulk::builder()
///     .seller_id(CompanyId::from_static("CEK0000001"))
///     .file(FilePart::new("rows.csv", "text/csv", "name\r\nExample\r\n"))
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/invoice/bulk/create");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/invoice/bulk/create",
    response = Json,
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
/// The response is not shown. A schema without an operation fits it: the lists `successInvoices` and `failureInvoices`,
/// each of an `invoiceId` and a `message`.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::accounts_receivable::DispatchCollectionInvoices;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = DispatchCollectionInvoices::builder().invoice_ids(["INV0000001"]).build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/invoice/bulk/dispatch");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/invoice/bulk/dispatch",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-18880678"
)]
pub struct DispatchCollectionInvoices {
    /// The invoices to send.
    pub invoice_ids: Option<Vec<String>>,
    /// Whether the customers may pay a part of them.
    pub partial_payment_allowed: Option<bool>,
}

/// The response to a payment over Bharat Connect that was made for one or more invoices.
///
/// The API reference marks this page as still in development, explains nothing of it and leaves out the response. The
/// webhook of Bharat Connect with the same parts has `ACCEPT` and `REJECT` as responses, and `OFFPLATFORM` and
/// `ONPLATFORM` as types; whether these hold here is not documented.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::accounts_receivable::ConfirmCollectionInvoicePayment;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = ConfirmCollectionInvoicePayment::builder()
///     .invoice_ids(["INV0000001"])
///     .payment_id("PAY0000001")
///     .remarks("checked")
///     .response("ACCEPT")
///     .r#type("INVOICE")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/invoice/payment-confirmation");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/invoice/payment-confirmation",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-18880688"
)]
pub struct ConfirmCollectionInvoicePayment {
    /// The invoices that the payment is for.
    pub invoice_ids: Vec<String>,
    /// The payment.
    pub payment_id: String,
    /// A remark.
    #[sensitive]
    pub remarks: String,
    /// The seller's response; the API reference lists no values.
    pub response: String,
    /// The kind of payment, as it seems; the API reference lists no values.
    pub r#type: String,
}
