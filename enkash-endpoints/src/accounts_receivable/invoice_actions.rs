//! Operations on several invoices at once.

use enkash_core::{FilePart, Json, endpoint};

use super::ACCOUNTS_RECEIVABLE as PRODUCT;
use crate::ids::CompanyId;

/// Creates the invoices that a file lists.
///
/// For a complete example see [`DispatchCollectionInvoices`](DispatchCollectionInvoices#examples).
///
/// # Gaps in the API reference
///
/// Two pages document this endpoint, and one of them gives the seller no pattern. Both cut off the
/// type of the payload.
#[endpoint(
    POST,
    "/api/v0/invoice/bulk/create",
    response = Json,
    body = multipart,
    docs = "https://docs.enkash.com/api-18880677"
)]
pub struct CreateCollectionInvoicesInBulk {
    /// The seller, to which the invoices belong.
    #[query]
    pub seller_id: Option<CompanyId>,
    /// The file; it is documented as optional, its format and columns are not documented.
    pub file: Option<FilePart>,
}

/// Sends invoices to their customers.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::accounts_receivable::DispatchCollectionInvoices;
/// # use enkash_endpoints::accounts_receivable::CreateCollectionInvoice;
/// # use enkash_endpoints::{Json, Money, civil};
/// # use enkash_endpoints::accounts_receivable::ACCOUNTS_RECEIVABLE;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &ACCOUNTS_RECEIVABLE)?;
/// # let customer = sandbox.initial().active_customers[0].parse()?;
/// # let created = CreateCollectionInvoice::builder().base_amount(Money::from_rupees(100))
/// #     .customer_id(customer).due_date(civil::date(2026, 12, 31)).build()
/// #     .send(&client).await?.payload.unwrap_or_default();
/// # // `invoiceId` is the sandbox's choice.
/// # let invoice_id = created.get("invoiceId").and_then(Json::as_str).ok_or("no id")?.to_owned();
/// // The id of an invoice, as `CreateCollectionInvoice` returned it.
/// let request = DispatchCollectionInvoices::builder().invoice_ids([invoice_id]).build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The invoices may have been sent: look them up before you send it again.
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
/// The API reference shows no response. A schema that belongs to no operation fits: the lists
/// `successInvoices` and `failureInvoices`, whose elements have an `invoiceId` and a `message`.
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

/// Accepts or rejects a payment that was made for invoices over Bharat Connect.
///
/// For a complete example see [`DispatchCollectionInvoices`](DispatchCollectionInvoices#examples).
///
/// # Gaps in the API reference
///
/// The API reference marks the page as in development, explains no field and shows no response. The
/// Bharat Connect webhook with the same fields uses `ACCEPT` and `REJECT` as responses, and
/// `OFFPLATFORM` and `ONPLATFORM` as types. Whether these apply here is not documented.
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
    /// Presumably the kind of payment. The API reference lists no values.
    pub r#type: String,
}
