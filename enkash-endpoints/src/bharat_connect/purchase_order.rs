//! Purchase orders.

use enkash_core::{Json, JsonMap, Money, endpoint, model};

use super::BHARAT_CONNECT as PRODUCT;
use super::shared::{
    AdditionalInfo, BuyerDetails, Device, ObjectVersion, PlainBuyerSupplierIds, PostalAddress,
    StatusTransition, SupplierDetails,
};

/// Sends a purchase order to a supplier.
///
/// The API reference marks this page as still in development, and leaves out the response and the fields of several
/// parts of the order. The network's response seems to come as a
/// [`SendPurchaseOrderResponseWebhook`](super::webhooks::SendPurchaseOrderResponseWebhook).
///
/// # Examples
///
/// ```
/// # use enkash_endpoints::JsonMap;
/// use enkash_endpoints::bharat_connect::{
///     SendPurchaseOrder,
///     models::{
///         AdditionalInfo, AddressDetail, BuyerDetails, Device, ObjectVersion, OrderItem,
///         PlainBuyerSupplierIds, PurchaseOrder, StatusTransition, SupplierDetails, Tag,
///     },
/// };
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = SendPurchaseOrder::builder()
///     .device(Device::builder().tag(Tag::builder().build()).build())
///     .b2b_ids(
///         PlainBuyerSupplierIds::builder()
///             .buyer_b2b_id("buyer@example")
///             .supplier_b2b_id("supplier@example")
///             .build(),
///     )
///     .purchase_order(
///         PurchaseOrder::builder()
///             .object_id("PO1")
///             .buyer_po_number("PO-0001")
///             .ts("2026-01-01T10:00:00")
///             .order_date("2026-01-01")
///             .delivery_date("2026-02-01")
///             .subject("Paper")
/// #             .object_version(ObjectVersion::builder().build())
/// #             .po_status_transition(StatusTransition::builder().build())
/// #             .supplier_details(SupplierDetails::builder().build())
/// #             .buyer_details(BuyerDetails::builder().build())
/// #             .address_details([AddressDetail::builder().build()])
/// #             .item_lists([OrderItem::builder().build()])
/// #             .po_value_details(JsonMap::new())
/// #             .po_infos([JsonMap::new()])
/// #             .contract_reference_details([JsonMap::new()])
/// #             .additional_document_details([JsonMap::new()])
/// #             .payment_milestones([JsonMap::new()])
/// #             .shipping_terms_details(JsonMap::new())
///             // … and the further fields that the API reference requires.
///             .build(),
///     )
///     .additional_infos([AdditionalInfo::builder().name("note").value("1").build()])
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/purchase-order/req-send");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/purchase-order/req-send",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-10669365"
)]
pub struct SendPurchaseOrder {
    /// The device that the request comes from.
    pub device: Device,
    /// The buyer and the supplier.
    pub b2b_ids: PlainBuyerSupplierIds,
    /// The order.
    pub purchase_order: PurchaseOrder,
    /// Further facts.
    pub additional_infos: Vec<AdditionalInfo>,
}

/// A purchase order.
#[model]
pub struct PurchaseOrder {
    /// The id of the order, made by its originator.
    pub object_id: String,
    /// The buyer's number of the order.
    #[rename("buyerPONumber")]
    pub buyer_po_number: String,
    /// When it was made; the API reference shows no format.
    pub ts: String,
    /// The day of the order; the API reference shows no format.
    pub order_date: String,
    /// The day of the delivery; the API reference shows no format.
    pub delivery_date: String,
    /// What it is about.
    pub subject: String,
    /// The version of the order.
    pub object_version: ObjectVersion,
    /// The status of the order.
    pub po_status_transition: StatusTransition,
    /// The company that sells.
    pub supplier_details: SupplierDetails,
    /// The company that buys.
    pub buyer_details: BuyerDetails,
    /// Where things go to.
    pub address_details: Vec<AddressDetail>,
    /// What is ordered.
    pub item_lists: Vec<OrderItem>,
    /// The sums of the order; their fields are not shown.
    #[sensitive]
    pub po_value_details: JsonMap,
    /// Facts about the order; their two fields are not shown.
    #[sensitive]
    pub po_infos: Vec<JsonMap>,
    /// The contracts behind the order; their six fields are not shown.
    #[sensitive]
    pub contract_reference_details: Vec<JsonMap>,
    /// Further documents; their three fields are not shown.
    #[sensitive]
    pub additional_document_details: Vec<JsonMap>,
    /// When which part is to be paid; the two fields are not shown.
    #[sensitive]
    pub payment_milestones: Vec<JsonMap>,
    /// The terms of shipping; their fields are not shown.
    #[sensitive]
    pub shipping_terms_details: JsonMap,
}

/// An address of an order and what it is for.
#[model]
pub struct AddressDetail {
    /// What the address is for; the API reference lists no values.
    pub address_type: Option<String>,
    /// The address.
    pub address: Option<PostalAddress>,
}

/// One line of an order.
#[model]
pub struct OrderItem {
    /// The number of the line.
    pub serialno: Option<String>,
    /// What is ordered.
    pub product_description: Option<String>,
    /// Whether it is a service, as a string; the API reference lists no values.
    pub is_service: Option<String>,
    /// Its code in the harmonised system (HSN).
    pub hsn_code: Option<String>,
    /// Its bar code.
    pub bar_code: Option<String>,
    /// How much is ordered, in units.
    pub quantity: Option<f64>,
    /// How much comes free of charge, in units.
    pub free_quantity: Option<f64>,
    /// The unit.
    pub unit: Option<String>,
    /// The price of a unit, in rupees.
    pub unit_price: Option<Money>,
    /// The amount of the line, in rupees.
    pub total_amt: Option<Money>,
    /// The amount that the tax is reckoned from, in rupees.
    pub assessment_amount: Option<Money>,
    /// The rate of the goods and services tax.
    pub gst_rate: Option<f64>,
    /// The line's whole value, in rupees.
    pub total_item_value: Option<Money>,
    /// The reference of the line in the order.
    pub order_line_reference: Option<String>,
    /// The country that it comes from.
    pub origin_country: Option<String>,
    /// The serial number of the product.
    pub product_serial_number: Option<String>,
    /// The values that the line is made of.
    pub item_value_details: Option<Vec<TypedValue>>,
    /// The rates that hold for the line.
    pub rates: Option<Vec<TypedValue>>,
    /// The batch that it comes from.
    pub batch_details: Option<BatchDetails>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// A number and what it is.
#[model]
pub struct TypedValue {
    /// What the number is; the API reference lists no values.
    pub r#type: Option<String>,
    /// The number, an amount or a rate; either is sent as exactly as it is given.
    pub value: Option<Money>,
}

/// A batch of goods.
#[model]
pub struct BatchDetails {
    /// The number of the batch.
    pub batch_number: Option<String>,
    /// When it expires; the API reference shows no format.
    pub expiry_date: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
