//! Searching invoices.

use enkash_core::{Json, JsonMap, Money, civil, endpoint};

use super::ACCOUNTS_RECEIVABLE as PRODUCT;
use super::invoice::InvoiceApprovalStatus;
use crate::models::SortDirection;

/// Lists the invoices that match the filters, one page at a time.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Json;
/// use enkash_endpoints::accounts_receivable::SearchCollectionInvoices;
/// # use enkash_endpoints::accounts_receivable::ACCOUNTS_RECEIVABLE;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &ACCOUNTS_RECEIVABLE)?;
/// let request = SearchCollectionInvoices::builder().limit(20).build();
/// match request.send(&client).await {
///     Ok(reply) => {
///         // No payload is documented. `recordsCount` is the sandbox's choice.
///         let page = reply.payload.unwrap_or_default();
///         println!("{:?}", page.get("recordsCount").and_then(Json::as_u64));
///     }
///     // The call changes nothing at EnKash. Send it again unless the outcome is `Refused`.
///     Err(error) => return Err(format!("{:?}: {error}", error.outcome()).into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// The page is cut off after `dueDateTo`. From `collectionMode` on, names and types are taken from
/// its example. It shows neither what is required nor the response, and no time zone.
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
    /// The customer's status; of its values the API reference shows only `ACTIVE`.
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
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
