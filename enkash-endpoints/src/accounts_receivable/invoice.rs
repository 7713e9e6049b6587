//! Invoices, one at a time.

use enkash_core::{Json, JsonMap, Lenient, Money, Patch, civil, endpoint, model};

use super::ACCOUNTS_RECEIVABLE as PRODUCT;
use crate::ids::{CompanyId, CustomerId};

/// Creates an invoice for a customer and, optionally, sends it at once.
///
/// Look up an invoice with [`GetCollectionInvoice`] or
/// [`SearchCollectionInvoices`](super::SearchCollectionInvoices).
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::accounts_receivable::CreateCollectionInvoice;
/// use enkash_endpoints::ids::CustomerId;
/// use enkash_endpoints::{Json, Money, Outcome, civil};
/// # use enkash_endpoints::accounts_receivable::ACCOUNTS_RECEIVABLE;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &ACCOUNTS_RECEIVABLE)?;
/// let customer_id = sandbox.initial().active_customers[0].parse::<CustomerId>()?;
/// let request = CreateCollectionInvoice::builder()
///     .base_amount(Money::from_rupees(100))
///     .customer_id(customer_id)
///     .due_date(civil::date(2026, 12, 31))
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => {
///         // No payload is documented. `invoiceId` is the sandbox's choice.
///         let invoice = reply.payload.unwrap_or_default();
///         println!("{:?}", invoice.get("invoiceId").and_then(Json::as_str));
///     }
///     // The invoice may exist: search for it before you send it again.
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
/// The page is cut off in `gstExclusive`. It shows no further fields, which may include those of
/// [`UpdateCollectionInvoice`], and no response. The response is presumably a
/// [`CollectionInvoice`].
#[endpoint(
    POST,
    "/api/v0/invoice",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-8990304"
)]
pub struct CreateCollectionInvoice {
    /// The stage of the approval.
    pub approval_status: Option<InvoiceApprovalStatus>,
    /// The amount that is still owed.
    pub balance_amount: Option<Money>,
    /// The amount before taxes and deductions.
    #[range(0.1..)]
    pub base_amount: Money,
    /// The central tax (CGST).
    pub cgst: Option<Money>,
    /// Whether the customer bears the charge.
    pub charge_customer: Option<bool>,
    /// The customer who owes the invoice.
    pub customer_id: CustomerId,
    /// The description of the invoice.
    #[sensitive]
    pub description: Option<String>,
    /// Whether the invoice is sent at once.
    pub dispatch_now: Option<bool>,
    /// The due date.
    pub due_date: civil::Date,
    /// The e-mail address for the invoice.
    #[sensitive]
    pub email_address: Option<String>,
    /// The caller's own identifier of the invoice, as its name suggests.
    pub external_id: Option<String>,
    /// Whether the amount is without the tax (GST). Presumably a boolean; neither its type nor
    /// whether it is required is shown.
    pub gst_exclusive: Option<Json>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// A stage of an invoice's approval.
///
/// The page prints the values without separators; where one ends is inferred.
#[model]
pub enum InvoiceApprovalStatus {
    /// Waits for the approver.
    ApproverApprovalPending,
    /// The approver agreed.
    ApproverApproved,
    /// The approver refused.
    ApproverRejected,
    /// The bank agreed.
    BankApproved,
    /// Waits for the checker.
    CheckerApprovalPending,
    /// The checker agreed.
    CheckerApproved,
    /// The checker refused.
    CheckerRejected,
    /// Waits for the maker.
    MakerApprovalPending,
    /// The maker agreed.
    MakerApproved,
    /// The maker refused.
    MakerRejected,
}

/// Gets an invoice.
///
/// For a complete example see [`CreateCollectionInvoice`](CreateCollectionInvoice#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows an example of the response and no schema. Names and types are taken from
/// the example.
#[endpoint(
    GET,
    "/api/v0/invoice/<invoiceId>",
    response = CollectionInvoice,
    docs = "https://docs.enkash.com/api-18880681"
)]
pub struct GetCollectionInvoice {
    /// The invoice to read.
    pub invoice_id: String,
    /// The seller, to which the invoice belongs.
    pub seller_id: Option<CompanyId>,
}

/// Updates the given fields of an invoice.
///
/// Absent fields keep their value. A field set to `null` is cleared; see [`Patch`].
///
/// For a complete example see [`CreateCollectionInvoice`](CreateCollectionInvoice#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no types from `dueDate` on, so these fields take any JSON. Each of them
/// names the type that related endpoints use. The example of the response is cut off; up to there
/// it equals that of [`GetCollectionInvoice`].
#[endpoint(
    PATCH,
    "/api/v0/invoice/<invoiceId>",
    response = CollectionInvoice,
    docs = "https://docs.enkash.com/api-18880682"
)]
pub struct UpdateCollectionInvoice {
    /// The invoice to change.
    pub invoice_id: String,
    /// The seller, to which the invoice belongs.
    #[query]
    pub seller_id: Option<CompanyId>,
    /// The stage of the approval; a string without a list of values here.
    pub approval_status: Patch<String>,
    /// The amount that is still owed.
    pub balance_amount: Patch<Money>,
    /// The amount before taxes and deductions.
    pub base_amount: Patch<Money>,
    /// The central tax (CGST).
    pub cgst: Patch<Money>,
    /// Whether the customer bears the charge.
    pub charge_customer: Patch<bool>,
    /// The customer who owes the invoice. It can be replaced, not cleared.
    pub customer_id: Option<CustomerId>,
    /// The description of the invoice.
    #[sensitive]
    pub description: Patch<String>,
    /// Whether the invoice is sent at once.
    pub dispatch_now: Patch<bool>,
    /// The due date; a date in related endpoints.
    pub due_date: Patch<Json>,
    /// The e-mail address for the invoice; a string in related endpoints.
    #[sensitive]
    pub email_address: Patch<Json>,
    /// Whether the amount is without the tax (GST); presumably a boolean.
    pub gst_exclusive: Patch<Json>,
    /// The integrated tax (IGST); a number in the response.
    pub igst: Patch<Json>,
    /// When it was issued; a date with a time in the response.
    pub invoice_date: Patch<Json>,
    /// The number of the invoice; a string in the response.
    pub invoice_number: Patch<Json>,
    /// The mobile number for the invoice.
    #[sensitive]
    pub mobile_number: Patch<Json>,
    /// The net amount; a number in the response.
    pub net_amount: Patch<Json>,
    /// Whether the customer may pay a part; a boolean in the response.
    pub partial_payment_allowed: Patch<Json>,
    /// The reference on the side of the payables, as its name suggests; a string in the response.
    pub payable_reference_id: Patch<Json>,
    /// The number of the purchase order; a string in the response.
    pub po_number: Patch<Json>,
    /// The status on the side of the receivables; a [`StatusLabel`] in the response.
    pub receivable_status: Patch<Json>,
    /// The state's tax (SGST); a number in the response.
    pub sgst: Patch<Json>,
    /// The tax deducted at source (TDS); a number in the response.
    pub tds: Patch<Json>,
    /// The amount that was paid so far; a number in the response.
    pub total_received: Patch<Json>,
    /// Not explained by the API reference; a string in the response.
    pub via: Patch<Json>,
}

/// An invoice.
///
/// The sample's times have the shape of a date with a time, and are not shown themselves. What is
/// written otherwise, or ends in a `Z`, is kept as a string.
#[model]
pub struct CollectionInvoice {
    /// The stage of the approval.
    pub approval_status: Option<StatusLabel>,
    /// Where to get the attachment.
    #[sensitive]
    pub attachment_url: Option<String>,
    /// The amount that is still owed.
    pub balance_amount: Option<Lenient<Money>>,
    /// The amount before taxes and deductions.
    pub base_amount: Option<Lenient<Money>>,
    /// The central tax (CGST).
    pub cgst: Option<Lenient<Money>>,
    /// Who created the invoice.
    #[sensitive]
    pub created_by: Option<String>,
    /// The e-mail address of who created it.
    #[sensitive]
    pub created_by_email: Option<String>,
    /// The mobile number of who created it.
    #[sensitive]
    pub created_by_mobile: Option<String>,
    /// The name of who created it.
    #[sensitive]
    pub created_by_name: Option<String>,
    /// When it was created, in UTC where it comes with a `Z`.
    pub created_on: Option<Lenient<civil::DateTime>>,
    /// The customer who owes the invoice.
    pub customer_id: Option<String>,
    /// The customer's legal name.
    #[sensitive]
    pub customer_legal_name: Option<String>,
    /// The description of the invoice.
    #[sensitive]
    pub description: Option<String>,
    /// Whether it was sent.
    pub dispatched: Option<Lenient<bool>>,
    /// When it was sent, in UTC where it comes with a `Z`.
    pub dispatched_on: Option<Lenient<civil::DateTime>>,
    /// The due date.
    pub due_date: Option<Lenient<civil::Date>>,
    /// The caller's own identifier of the invoice, as its name suggests.
    pub external_id: Option<String>,
    /// Whether the customer has key contacts.
    pub has_key_contacts: Option<Lenient<bool>>,
    /// The integrated tax (IGST).
    pub igst: Option<Lenient<Money>>,
    /// The files that belong to the invoice.
    pub invoice_attachments: Vec<InvoiceAttachment>,
    /// When it was issued, in UTC where it comes with a `Z`.
    pub invoice_date: Option<Lenient<civil::DateTime>>,
    /// The invoice.
    pub invoice_id: Option<String>,
    /// The number of the invoice.
    pub invoice_number: Option<String>,
    /// Who changed the invoice last.
    #[sensitive]
    pub modified_by: Option<String>,
    /// The e-mail address of who changed it last.
    #[sensitive]
    pub modified_by_email: Option<String>,
    /// The mobile number of who changed it last.
    #[sensitive]
    pub modified_by_mobile: Option<String>,
    /// The name of who changed it last.
    #[sensitive]
    pub modified_by_name: Option<String>,
    /// When it was changed last, in UTC where it comes with a `Z`.
    pub modified_on: Option<Lenient<civil::DateTime>>,
    /// The net amount.
    pub net_amount: Option<Lenient<Money>>,
    /// Whether the customer may pay a part.
    pub partial_payment_allowed: Option<Lenient<bool>>,
    /// The reference on the side of the payables, as its name suggests.
    pub payable_reference_id: Option<String>,
    /// The link that the customer can pay with.
    #[sensitive]
    pub payment_link: Option<String>,
    /// The status on the side of the payout.
    pub payout_status: Option<StatusLabel>,
    /// The number of the purchase order.
    pub po_number: Option<String>,
    /// The status on the side of the receivables.
    pub receivable_status: Option<StatusLabel>,
    /// The seller.
    pub seller_id: Option<String>,
    /// The state's tax (SGST).
    pub sgst: Option<Lenient<Money>>,
    /// The tax deducted at source (TDS).
    pub tds: Option<Lenient<Money>>,
    /// The amount that was paid so far.
    pub total_received: Option<Lenient<Money>>,
    /// Not explained by the API reference.
    pub via: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// A status and its label.
#[model]
pub struct StatusLabel {
    /// The label for display.
    pub label: Option<String>,
    /// The status itself; of its values the API reference shows only `PAID`.
    pub name: Option<String>,
}

/// A file that belongs to an invoice.
#[model]
pub struct InvoiceAttachment {
    /// Where the file comes from; of the values the API reference shows only `TALLY_INVOICE`.
    pub attachment_source: Option<String>,
    /// Who added the file.
    #[sensitive]
    pub created_by: Option<String>,
    /// Whether the file is deleted.
    pub deleted: Option<Lenient<bool>>,
    /// The extension of the file's name.
    pub file_ext: Option<String>,
    /// The attachment.
    pub invoice_attachment_id: Option<String>,
    /// Who changed it last.
    #[sensitive]
    pub modified_by: Option<String>,
    /// The name that the file was uploaded under.
    #[sensitive]
    pub original_filename: Option<String>,
    /// Whether it is the main attachment.
    pub primary: Option<Lenient<bool>>,
    /// What the file belongs to, as its name suggests.
    pub reference_id: Option<String>,
    /// A remark.
    #[sensitive]
    pub remarks: Option<String>,
    /// Whether it is shared.
    pub shared: Option<Lenient<bool>>,
    /// Where to get the file.
    #[sensitive]
    pub url: Option<String>,
}
