//! Invoices.

use enkash_core::{endpoint, model};

use super::BHARAT_CONNECT as PRODUCT;
use super::ids::{InvoiceObjectId, SupplierInvoiceNumber};
use super::shared::{BuyerSupplierIds, Device, ObjectVersion, StatusTransition};

/// Accepts, rejects or returns a supplier's invoice.
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
/// use enkash_endpoints::bharat_connect::{
///     ConfirmB2bInvoice,
///     models::{
///         B2bId, BuyerResponse, BuyerSupplierIds, Device, InvoiceConfirmation, InvoiceObjectId,
///         ObjectVersion, StatusTransition, SupplierInvoiceNumber, Tag,
///     },
/// };
/// # use enkash_endpoints::bharat_connect::BHARAT_CONNECT;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &BHARAT_CONNECT)?;
/// let request = ConfirmB2bInvoice::builder()
///     .device(Device::builder().tag(Tag::builder().build()).build())
///     .b2b_ids(
///         BuyerSupplierIds::builder()
///             .buyer_b2b_id(B2bId::from_static("buyer@example"))
///             .supplier_b2b_id(B2bId::from_static("supplier@example"))
///             .build(),
///     )
///     .invoice_confirmation(
///         InvoiceConfirmation::builder()
///             .object_id(InvoiceObjectId::from_static("INVabcdefghijklmnopqrstuvwxyz012345"))
///             .supplier_invoice_number(SupplierInvoiceNumber::from_static("INV-1"))
/// #             .object_version(ObjectVersion::builder().build())
///             .buyer_response(BuyerResponse::Return)
///             .buyer_remarks("accepted")
/// #             .status_transition(StatusTransition::builder().build())
///             // … and the further fields that the API reference requires.
///             .build(),
///     )
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => println!("{:?}", reply.payload),
///     // The network may have it. Wait for the webhook before you send it again.
///     Err(error) if error.outcome() == Outcome::Unknown => println!("unknown: {error}"),
///     // `NotSent` or `Refused`: correct the cause and send it again. `Performed`: do not.
///     Err(error) => return Err(error.into()),
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(
    POST,
    "/api/v0/invoice/req-confirm-invoice",
    docs = "https://docs.enkash.com/api-10664764"
)]
pub struct ConfirmB2bInvoice {
    /// The device that the request comes from.
    pub device: Device,
    /// The buyer and the supplier.
    pub b2b_ids: BuyerSupplierIds,
    /// The decision.
    pub invoice_confirmation: InvoiceConfirmation,
}

/// A buyer's decision on an invoice.
#[model]
pub struct InvoiceConfirmation {
    /// The invoice.
    pub object_id: InvoiceObjectId,
    /// The supplier's number of the invoice.
    pub supplier_invoice_number: SupplierInvoiceNumber,
    /// The version of the invoice.
    pub object_version: ObjectVersion,
    /// The decision itself.
    pub buyer_response: BuyerResponse,
    /// A remark of up to 100 characters without quotes and backslashes.
    #[pattern(r#"^([^\\\"]){1,100}$"#)]
    #[sensitive]
    pub buyer_remarks: String,
    /// The status of the invoice.
    pub status_transition: StatusTransition,
}

/// What a buyer decides on an invoice.
#[model]
pub enum BuyerResponse {
    /// The buyer takes the invoice.
    Accept,
    /// The buyer refuses the invoice.
    Reject,
    /// The buyer sends the invoice back.
    Return,
}
