//! Financing of invoices.

use enkash_core::{Json, JsonMap, Money, endpoint, model};

use super::BHARAT_CONNECT as PRODUCT;
use super::shared::{
    BuyerDetails, Device, ObjectVersion, PlainBuyerSupplierIds, StatusTransition, SupplierDetails,
};

/// Requests the financing of invoices from financiers, through a financing aggregator.
///
/// The financiers' bids presumably arrive as a
/// [`ShareBidRequestWebhook`](super::webhooks::ShareBidRequestWebhook).
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::{Money, Outcome};
/// use enkash_endpoints::bharat_connect::{
///     RequestInvoiceFinancing,
///     models::{
///         B2bPan, Device, FinanceId, FinanceRequest, FinancingInvoice, PlainBuyerSupplierIds,
///         Tag,
///     },
/// };
/// # use enkash_endpoints::bharat_connect::BHARAT_CONNECT;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &BHARAT_CONNECT)?;
/// let request = RequestInvoiceFinancing::builder()
///     .initiator_entity("EXAMPLE")
///     .b2b_ids(
///         PlainBuyerSupplierIds::builder()
///             .buyer_b2b_id("buyer@example")
///             .supplier_b2b_id("supplier@example")
///             .build(),
///     )
///     .device(Device::builder().tag(Tag::builder().build()).build())
///     .finance_request(
///         FinanceRequest::builder()
///             .initiator_b2b_id("buyer@example")
///             .financing_request_id("FR1")
/// #             .finance_id([FinanceId::builder().build()])
/// #             .b2b_pan(B2bPan::builder().build())
///             .cost_of_fund_bearer("BUYER")
///             .financing_request_amount(Money::from_rupees(100))
///             .financing_type("INVOICE")
/// #             .invoices([FinancingInvoice::builder().build()])
///             // … and the further fields that the API reference requires.
///             .build(),
///     )
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The network may have it. Wait for the webhook before you send it again.
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
/// The API reference shows no response, and eight of the 27 fields of an invoice.
#[endpoint(
    POST,
    "/api/v0/finance/req-financing",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-10664769"
)]
pub struct RequestInvoiceFinancing {
    /// The requesting entity; the API reference lists no values.
    pub initiator_entity: String,
    /// The buyer and the supplier.
    pub b2b_ids: PlainBuyerSupplierIds,
    /// The device that the request comes from.
    pub device: Device,
    /// What is to be financed.
    pub finance_request: FinanceRequest,
}

/// The request for financing.
#[model]
pub struct FinanceRequest {
    /// The B2B id of the requesting company.
    #[rename("initiatorB2BId")]
    #[sensitive]
    pub initiator_b2b_id: String,
    /// The id of this request.
    pub financing_request_id: String,
    /// The recipients of the request.
    pub finance_id: Vec<FinanceId>,
    /// The companies' PANs.
    #[rename("b2bPAN")]
    pub b2b_pan: B2bPan,
    /// Who bears the cost; the API reference lists no values.
    pub cost_of_fund_bearer: String,
    /// The amount that is asked for, in whole rupees.
    #[decimals(0)]
    pub financing_request_amount: Money,
    /// The kind of financing; the API reference lists no values.
    pub financing_type: String,
    /// The invoices.
    pub invoices: Vec<FinancingInvoice>,
}

/// A financing aggregator and financiers behind it.
#[model]
pub struct FinanceId {
    /// The financing aggregator, going by the field's name.
    pub fa_id: Option<String>,
    /// The financiers.
    pub financier_id: Option<Vec<String>>,
}

/// The PANs of two companies.
#[model]
pub struct B2bPan {
    /// The buyer's.
    #[sensitive]
    #[rename("buyerPAN")]
    pub buyer_pan: Option<String>,
    /// The supplier's.
    #[sensitive]
    #[rename("supplierPAN")]
    pub supplier_pan: Option<String>,
}

/// An invoice to be financed.
#[model]
pub struct FinancingInvoice {
    /// The id of the invoice.
    pub object_id: Option<String>,
    /// The supplier's number of the invoice.
    pub supplier_invoice_number: Option<String>,
    /// The version of the invoice.
    pub object_version: Option<ObjectVersion>,
    /// The creation time; the API reference shows no format.
    pub ts: Option<String>,
    /// The status of the invoice.
    pub status_transition: Option<StatusTransition>,
    /// The kind of supply and tax.
    pub transaction_details: Option<InvoiceTransactionDetails>,
    /// The seller.
    pub supplier_details: Option<SupplierDetails>,
    /// The buyer. The API reference ends within its address; the rest is as in a
    /// purchase order.
    pub buyer_details: Option<BuyerDetails>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// The kind of supply and tax of an invoice.
#[model]
pub struct InvoiceTransactionDetails {
    /// The tax scheme.
    pub tax_scheme: Option<String>,
    /// The kind of supply.
    pub supply_type: Option<String>,
    /// Whether the buyer owes the tax, as a string; the API reference lists no values.
    pub reverse_charge_tax: Option<String>,
    /// Whether the tax between states is due, as a string. The name is the one in the API
    /// reference.
    pub igst_chargable: Option<String>,
    /// The tax number of the e-commerce operator. In a credit or debit note it is named
    /// `eCommerceGstin`.
    #[sensitive]
    pub ecommerce_gstin: Option<String>,
}
