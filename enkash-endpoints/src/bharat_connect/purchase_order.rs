//! Purchase orders.

use enkash_core::{Json, JsonMap, Money, endpoint, model};

use super::BHARAT_CONNECT as PRODUCT;
use super::shared::{
    AdditionalInfo, BuyerDetails, Device, ObjectVersion, PlainBuyerSupplierIds, PostalAddress,
    StatusTransition, SupplierDetails,
};

/// Sends a purchase order to a supplier.
///
/// The network's response presumably arrives as a
/// [`SendPurchaseOrderResponseWebhook`](super::webhooks::SendPurchaseOrderResponseWebhook).
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// # use enkash_endpoints::JsonMap;
/// use enkash_endpoints::bharat_connect::{
///     SendPurchaseOrder,
///     models::{
///         AdditionalInfo, AddressDetail, BuyerDetails, Device, ObjectVersion, OrderItem,
///         PlainBuyerSupplierIds, PurchaseOrder, StatusTransition, SupplierDetails, Tag,
///     },
/// };
/// # use enkash_endpoints::bharat_connect::BHARAT_CONNECT;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &BHARAT_CONNECT)?;
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
/// The API reference marks the page as in development. It shows neither the response nor the fields
/// of several objects in the order.
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
    /// Additional information.
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
    /// The creation time; the API reference shows no format.
    pub ts: String,
    /// The day of the order; the API reference shows no format.
    pub order_date: String,
    /// The day of the delivery; the API reference shows no format.
    pub delivery_date: String,
    /// The description.
    pub subject: String,
    /// The version of the order.
    pub object_version: ObjectVersion,
    /// The status of the order.
    pub po_status_transition: StatusTransition,
    /// The seller.
    pub supplier_details: SupplierDetails,
    /// The buyer.
    pub buyer_details: BuyerDetails,
    /// The addresses of the order.
    pub address_details: Vec<AddressDetail>,
    /// What is ordered.
    pub item_lists: Vec<OrderItem>,
    /// The sums of the order; their fields are not shown.
    #[sensitive]
    pub po_value_details: JsonMap,
    /// Properties of the order; their two fields are not shown.
    #[sensitive]
    pub po_infos: Vec<JsonMap>,
    /// The contracts behind the order; their six fields are not shown.
    #[sensitive]
    pub contract_reference_details: Vec<JsonMap>,
    /// Further documents; their three fields are not shown.
    #[sensitive]
    pub additional_document_details: Vec<JsonMap>,
    /// The payment schedule; its two fields are not shown.
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
    /// The taxable amount, in rupees.
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
    /// The components of the line's value.
    pub item_value_details: Option<Vec<TypedValue>>,
    /// The rates that apply to the line.
    pub rates: Option<Vec<TypedValue>>,
    /// The batch that it comes from.
    pub batch_details: Option<BatchDetails>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// A number and its kind.
#[model]
pub struct TypedValue {
    /// The kind of number; the API reference lists no values.
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
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
