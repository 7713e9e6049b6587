//! Vendors' invoices.

use enkash_core::{endpoint, model};

use super::ACCOUNTS_PAYABLE as PRODUCT;

/// Accepts, rejects or returns vendors' invoices. The decision is the same for all of them.
///
/// The payload is a message about the result.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::accounts_payable::{ConfirmPayableInvoices, models::InvoiceDecision};
/// # use enkash_endpoints::accounts_payable::ACCOUNTS_PAYABLE;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &ACCOUNTS_PAYABLE)?;
/// let request = ConfirmPayableInvoices::builder()
///     .invoice_ids(["INV0000001"])
///     .remarks("goods received")
///     .status(InvoiceDecision::Return)
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => println!("{:?}", reply.payload),
///     // The decision may have been taken: check the invoice before you send it again.
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
/// The API reference marks the page as in development and does not show the message.
#[endpoint(POST, "/api/v0/payout/confirm-invoice", docs = "https://docs.enkash.com/api-18880651")]
pub struct ConfirmPayableInvoices {
    /// The invoices; the form of their ids is not documented.
    pub invoice_ids: Vec<String>,
    /// A remark stored with the decision.
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
