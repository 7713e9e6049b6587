//! A purchase order as webhooks carry it.

use enkash_core::{JsonMap, Lenient, Money, model};

use super::shared::{ReceivedObjectVersion, ReceivedStatusTransition};

/// A purchase order.
#[model]
pub struct ReceivedPurchaseOrder {
    /// The id of the order, made by its originator.
    pub object_id: Option<String>,
    /// The buyer's number of the order.
    #[rename("buyerPONumber")]
    pub buyer_po_number: Option<String>,
    /// The creation time; the API reference shows no format.
    pub ts: Option<String>,
    /// The day of the order; the API reference shows no format.
    pub order_date: Option<String>,
    /// The day of the delivery; the API reference shows no format.
    pub delivery_date: Option<String>,
    /// The description.
    pub subject: Option<String>,
    /// The version of the order.
    pub object_version: Option<ReceivedObjectVersion>,
    /// The status of the order.
    pub po_status_transition: Option<ReceivedStatusTransition>,
    /// The seller.
    pub supplier_details: Option<ReceivedSupplierDetails>,
    /// The buyer.
    pub buyer_details: Option<ReceivedBuyerDetails>,
    /// The addresses of the order.
    pub address_details: Vec<ReceivedAddressDetail>,
    /// What is ordered.
    pub item_lists: Vec<ReceivedOrderItem>,
    /// The sums of the order; their fields are not shown.
    #[sensitive]
    pub po_value_details: Option<JsonMap>,
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
    pub shipping_terms_details: Option<JsonMap>,
}

/// An address of an order and what it is for.
#[model]
pub struct ReceivedAddressDetail {
    /// What the address is for; the API reference lists no values.
    pub address_type: Option<String>,
    /// The address.
    pub address: Option<ReceivedPostalAddress>,
}

/// One line of an order.
#[model]
pub struct ReceivedOrderItem {
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
    pub quantity: Option<Lenient<f64>>,
    /// How much comes free of charge, in units.
    pub free_quantity: Option<Lenient<f64>>,
    /// The unit.
    pub unit: Option<String>,
    /// The price of a unit, in rupees.
    pub unit_price: Option<Lenient<Money>>,
    /// The amount of the line, in rupees.
    pub total_amt: Option<Lenient<Money>>,
    /// The taxable amount, in rupees.
    pub assessment_amount: Option<Lenient<Money>>,
    /// The rate of the goods and services tax.
    pub gst_rate: Option<Lenient<f64>>,
    /// The line's whole value, in rupees.
    pub total_item_value: Option<Lenient<Money>>,
    /// The reference of the line in the order.
    pub order_line_reference: Option<String>,
    /// The country that it comes from.
    pub origin_country: Option<String>,
    /// The serial number of the product.
    pub product_serial_number: Option<String>,
    /// The components of the line's value.
    pub item_value_details: Vec<ReceivedTypedValue>,
    /// The rates that apply to the line.
    pub rates: Vec<ReceivedTypedValue>,
    /// The batch that it comes from.
    pub batch_details: Option<ReceivedBatchDetails>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// A number and its kind.
#[model]
pub struct ReceivedTypedValue {
    /// The kind of number; the API reference lists no values.
    pub r#type: Option<String>,
    /// The number, an amount or a rate.
    pub value: Option<Lenient<Money>>,
}

/// A batch of goods.
#[model]
pub struct ReceivedBatchDetails {
    /// The number of the batch.
    pub batch_number: Option<String>,
    /// When it expires; the API reference shows no format.
    pub expiry_date: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// A postal address.
#[model]
pub struct ReceivedPostalAddress {
    /// The kind of address; the API reference lists no values.
    pub r#type: Option<String>,
    /// The first line.
    #[sensitive]
    pub address_line1: Option<String>,
    /// The second line.
    #[sensitive]
    pub address_line2: Option<String>,
    /// The city.
    #[sensitive]
    pub city: Option<String>,
    /// The state.
    #[sensitive]
    pub state: Option<String>,
    /// The country.
    #[sensitive]
    pub country: Option<String>,
    /// The postal code.
    #[sensitive]
    pub pincode: Option<String>,
}

/// A telephone number.
#[model]
pub struct ReceivedContactNumber {
    /// The kind of number; the API reference lists no values.
    pub r#type: Option<String>,
    /// The country's code.
    pub country_code: Option<String>,
    /// The number within the country.
    #[sensitive]
    pub phone_number: Option<String>,
}

/// The seller.
#[model]
pub struct ReceivedSupplierDetails {
    /// Its B2B id.
    #[sensitive]
    pub b2b_id: Option<String>,
    /// Its tax number (GSTIN).
    #[sensitive]
    pub gstin: Option<String>,
    /// Its legal name.
    #[sensitive]
    pub legal_name: Option<String>,
    /// Its trade name.
    #[sensitive]
    pub trade_name: Option<String>,
    /// The code of its state.
    pub state_code: Option<String>,
    /// Its address.
    pub address: Option<ReceivedPostalAddress>,
    /// Its telephone number.
    pub contact_number: Option<ReceivedContactNumber>,
    /// Its e-mail address.
    #[sensitive]
    pub email: Option<String>,
}

/// The buyer.
#[model]
pub struct ReceivedBuyerDetails {
    /// Its B2B id.
    #[sensitive]
    pub b2b_id: Option<String>,
    /// Its tax number (GSTIN).
    #[sensitive]
    pub gstin: Option<String>,
    /// Its legal name.
    #[sensitive]
    pub legal_name: Option<String>,
    /// Its trade name.
    #[sensitive]
    pub trade_name: Option<String>,
    /// The code of its state.
    pub state_code: Option<String>,
    /// Where the supply takes place for the tax.
    pub place_of_supply: Option<String>,
    /// Its address.
    pub address: Option<ReceivedPostalAddress>,
    /// Its telephone number.
    pub contact_number: Option<ReceivedContactNumber>,
    /// Its e-mail address.
    #[sensitive]
    pub email: Option<String>,
}
