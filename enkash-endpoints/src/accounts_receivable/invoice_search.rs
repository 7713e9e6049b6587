//! Searching invoices.

use enkash_core::{Json, JsonMap, Money, civil, endpoint};

use super::ACCOUNTS_RECEIVABLE as PRODUCT;
use super::invoice::InvoiceApprovalStatus;
use crate::models::SortDirection;

/// Lists the invoices that match the filters, a page at a time.
///
/// The public page ends after `dueDateTo`. From `collectionMode` on, names and types are read off its example, and what
/// is required is not shown. The response is not shown either. The time zone is not documented.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::accounts_receivable::SearchCollectionInvoices;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = SearchCollectionInvoices::builder().limit(20).build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/invoice/search");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/invoice/search",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-18880680"
)]
pub struct SearchCollectionInvoices {
    /// The order of the invoices.
    #[query]
    pub direction: Option<SortDirection>,
    /// How many invoices a page has, 5000 at most.
    #[query]
    #[range(..=5000)]
    pub limit: Option<u32>,
    /// Where the page starts; whether it counts invoices or pages is not documented.
    #[query]
    pub offset: Option<u32>,
    /// The field to sort by; the API reference lists no values.
    #[query]
    pub order_by: Option<String>,
    /// Invoices at any of these stages of approval.
    pub approval_statuses: Option<Vec<InvoiceApprovalStatus>>,
    /// The minimum amount that is still owed.
    pub balance_amount_from: Option<Money>,
    /// The maximum amount that is still owed.
    pub balance_amount_to: Option<Money>,
    /// The minimum amount before taxes and deductions.
    pub base_amount_from: Option<Money>,
    /// The maximum amount before taxes and deductions.
    pub base_amount_to: Option<Money>,
    /// Invoices of any of these modes of collection; the API reference lists no values.
    pub collection_mode: Option<Vec<String>>,
    /// Created at this time or later.
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub created_on_from: Option<civil::DateTime>,
    /// Created at this time or earlier.
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub created_on_to: Option<civil::DateTime>,
    /// The channel that the invoice was created by; the API reference lists no values.
    pub created_via: Option<String>,
    /// Whether the customer is deleted.
    pub customer_deleted: Option<bool>,
    /// Invoices of any of these customers.
    pub customer_ids: Option<Vec<String>>,
    /// The customer's legal name.
    #[sensitive]
    pub customer_legal_name: Option<String>,
    /// The customer's status; of its values the API reference shows `ACTIVE` alone.
    pub customer_status: Option<String>,
    /// Whether the invoice was sent.
    pub dispatched: Option<bool>,
    /// Sent at this time or later.
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub dispatched_on_from: Option<civil::DateTime>,
    /// Sent at this time or earlier.
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub dispatched_on_to: Option<civil::DateTime>,
    /// Due at this time or later.
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub due_date_from: Option<civil::DateTime>,
    /// Due at this time or earlier.
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub due_date_to: Option<civil::DateTime>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
