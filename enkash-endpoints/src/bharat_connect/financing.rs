//! Financing of invoices.

use enkash_core::{Json, JsonMap, Money, endpoint, model};

use super::BHARAT_CONNECT as PRODUCT;
use super::shared::{
    BuyerDetails, Device, ObjectVersion, PlainBuyerSupplierIds, StatusTransition, SupplierDetails,
};

/// Asks financiers, through a financing aggregator, to finance invoices.
///
/// The response is not shown, and of an invoice's 27 fields the API reference shows eight. The financiers' bids seem to
/// come as a [`ShareBidRequestWebhook`](super::webhooks::ShareBidRequestWebhook).
///
/// # Examples
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::bharat_connect::{
///     RequestInvoiceFinancing,
///     models::{
///         B2bPan, Device, FinanceId, FinanceRequest, FinancingInvoice, PlainBuyerSupplierIds,
///         Tag,
///     },
/// };
///
/// # let client = enkash_core::mock::Mock::new().client()?;
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
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/finance/req-financing");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/finance/req-financing",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-10664769"
)]
pub struct RequestInvoiceFinancing {
    /// The entity that asks; the API reference lists no values.
    pub initiator_entity: String,
    /// The buyer and the supplier.
    pub b2b_ids: PlainBuyerSupplierIds,
    /// The device that the request comes from.
    pub device: Device,
    /// What is to be financed.
    pub finance_request: FinanceRequest,
}

/// What is to be financed, and by whom.
#[model]
pub struct FinanceRequest {
    /// The B2B id of the company that asks.
    #[rename("initiatorB2BId")]
    #[sensitive]
    pub initiator_b2b_id: String,
    /// The id of this request.
    pub financing_request_id: String,
    /// Who is asked.
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
    /// When it was made; the API reference shows no format.
    pub ts: Option<String>,
    /// The status of the invoice.
    pub status_transition: Option<StatusTransition>,
    /// The kind of supply and tax.
    pub transaction_details: Option<InvoiceTransactionDetails>,
    /// The company that sells.
    pub supplier_details: Option<SupplierDetails>,
    /// The company that buys. The API reference ends within its address; the rest is as in a purchase order.
    pub buyer_details: Option<BuyerDetails>,
    /// Fields that the API reference leaves out.
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
    /// Whether the tax between states is due, as a string. The name is the one in the API reference.
    pub igst_chargable: Option<String>,
    /// The tax number of the e-commerce operator. In a credit or debit note it is named `eCommerceGstin`.
    #[sensitive]
    pub ecommerce_gstin: Option<String>,
}
