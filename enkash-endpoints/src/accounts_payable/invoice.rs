//! Vendors' invoices.

use enkash_core::{endpoint, model};

use super::ACCOUNTS_PAYABLE as PRODUCT;

/// Accepts, refuses or returns vendors' invoices, all of them alike.
///
/// The API reference marks this page as still in development. The payload is a result message, whose content the API
/// reference leaves out.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::accounts_payable::{ConfirmPayableInvoices, models::InvoiceDecision};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = ConfirmPayableInvoices::builder()
///     .invoice_ids(["INV0000001"])
///     .remarks("goods received")
///     .status(InvoiceDecision::Return)
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/payout/confirm-invoice");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(POST, "/api/v0/payout/confirm-invoice", docs = "https://docs.enkash.com/api-18880651")]
pub struct ConfirmPayableInvoices {
    /// The invoices; the form of their ids is not documented.
    pub invoice_ids: Vec<String>,
    /// A remark that is kept with the decision.
    #[sensitive]
    pub remarks: String,
    /// The decision.
    pub status: InvoiceDecision,
}

/// A decision on an invoice.
#[model]
pub enum InvoiceDecision {
    /// The invoice is accepted.
    Accept,
    /// The invoice is refused.
    Reject,
    /// The invoice goes back to the vendor.
    Return,
}
