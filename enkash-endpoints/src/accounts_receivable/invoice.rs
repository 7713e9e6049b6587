//! Invoices, one at a time.

use enkash_core::{Json, JsonMap, Lenient, Money, Patch, civil, endpoint, model};

use super::ACCOUNTS_RECEIVABLE as PRODUCT;
use crate::ids::{CompanyId, CustomerId};

/// Creates an invoice for a customer and, optionally, sends it at once.
///
/// The public page ends within `gstExclusive`. Further fields are not shown; those of [`UpdateCollectionInvoice`] may
/// be among them. The response is not shown either; it seems to be a [`CollectionInvoice`].
///
/// # Examples
///
/// ```
/// use enkash_endpoints::accounts_receivable::CreateCollectionInvoice;
/// use enkash_endpoints::ids::CustomerId;
/// use enkash_endpoints::{Money, civil};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreateCollectionInvoice::builder()
///     .base_amount(Money::from_rupees(100))
///     .customer_id(CustomerId::from_static("KC0123456789ABCD"))
///     .due_date(civil::date(2026, 12, 31))
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/invoice");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// What the invoice is about.
    #[sensitive]
    pub description: Option<String>,
    /// Whether the invoice is sent at once.
    pub dispatch_now: Option<bool>,
    /// By which day it is to be paid.
    pub due_date: civil::Date,
    /// The e-mail address for the invoice.
    #[sensitive]
    pub email_address: Option<String>,
    /// The caller's own identifier of the invoice, as its name has it.
    pub external_id: Option<String>,
    /// Whether the amount is without the tax (GST). Its type is not shown (a boolean, as it seems), nor whether it is
    /// required.
    pub gst_exclusive: Option<Json>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// A stage of an invoice's approval.
///
/// The page prints the values without separators; where one ends and the next begins is a reading of it.
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

/// Reads an invoice.
///
/// The fields of the response and their types are read off the example of the API reference.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::accounts_receivable::GetCollectionInvoice;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetCollectionInvoice::builder().invoice_id("INV0000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/invoice/INV0000001");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    GET,
    "/api/v0/invoice/<invoiceId>",
    response = CollectionInvoice,
    docs = "https://docs.enkash.com/api-18880681"
)]
pub struct GetCollectionInvoice {
    /// The invoice to read.
    pub invoice_id: String,
    /// The company that sells, to which the invoice belongs.
    pub seller_id: Option<CompanyId>,
}

/// Changes those fields of an invoice that are given.
///
/// The API reference shows no types from `dueDate` on, so these fields take any JSON; each line names the type that the
/// sister calls have. The example of the response is cut short; as far as it goes it is that of
/// [`GetCollectionInvoice`].
///
/// # Examples
///
/// ```
/// use enkash_endpoints::accounts_receivable::UpdateCollectionInvoice;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = UpdateCollectionInvoice::builder()
///     .invoice_id("INV0000001")
///     .description("Example goods")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/invoice/INV0000001");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    PATCH,
    "/api/v0/invoice/<invoiceId>",
    response = CollectionInvoice,
    docs = "https://docs.enkash.com/api-18880682"
)]
pub struct UpdateCollectionInvoice {
    /// The invoice to change.
    pub invoice_id: String,
    /// The company that sells, to which the invoice belongs.
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
    /// What the invoice is about.
    #[sensitive]
    pub description: Patch<String>,
    /// Whether the invoice is sent at once.
    pub dispatch_now: Patch<bool>,
    /// By which day it is to be paid; a date in the sister calls.
    pub due_date: Patch<Json>,
    /// The e-mail address for the invoice; a string in the sister calls.
    #[sensitive]
    pub email_address: Patch<Json>,
    /// Whether the amount is without the tax (GST); a boolean, as it seems.
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
    /// The reference on the side of the payables, as its name has it; a string in the response.
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
/// The sample's times have the shape of a date with a time, and are not shown themselves. What is written otherwise, or
/// ends in a `Z`, is kept as a string.
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
    /// What the invoice is about.
    #[sensitive]
    pub description: Option<String>,
    /// Whether it was sent.
    pub dispatched: Option<Lenient<bool>>,
    /// When it was sent, in UTC where it comes with a `Z`.
    pub dispatched_on: Option<Lenient<civil::DateTime>>,
    /// By which day it is to be paid.
    pub due_date: Option<Lenient<civil::Date>>,
    /// The caller's own identifier of the invoice, as its name has it.
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
    /// The reference on the side of the payables, as its name has it.
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
    /// The company that sells.
    pub seller_id: Option<String>,
    /// The state's tax (SGST).
    pub sgst: Option<Lenient<Money>>,
    /// The tax deducted at source (TDS).
    pub tds: Option<Lenient<Money>>,
    /// The amount that was paid so far.
    pub total_received: Option<Lenient<Money>>,
    /// Not explained by the API reference.
    pub via: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// A status and its text.
#[model]
pub struct StatusLabel {
    /// The text for people.
    pub label: Option<String>,
    /// The status itself; of its values the API reference shows `PAID` alone.
    pub name: Option<String>,
}

/// A file that belongs to an invoice.
#[model]
pub struct InvoiceAttachment {
    /// Where the file comes from; of the values the API reference shows `TALLY_INVOICE` alone.
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
    /// What the file belongs to, as its name has it.
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
