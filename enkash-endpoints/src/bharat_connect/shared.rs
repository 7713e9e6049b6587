//! Models that the requests of several resources share.

use enkash_core::model;

use super::ids::B2bId;

/// The device that a request comes from.
#[model]
pub struct Device {
    /// The properties of the device.
    pub tag: Tag,
}

/// One property of a device.
#[model]
pub struct Tag {
    /// The kind of value; the API reference shows only `GEOCODE`.
    pub name: Option<String>,
    /// The value, such as latitude and longitude with a comma between them.
    #[sensitive]
    pub value: Option<String>,
}

/// The two companies that trade with each other.
#[model]
pub struct BuyerSupplierIds {
    /// The buyer.
    #[rename("buyerB2BId")]
    pub buyer_b2b_id: B2bId,
    /// The supplier.
    #[rename("supplierB2BId")]
    pub supplier_b2b_id: B2bId,
}

/// The two companies that trade with each other, in the calls that document no pattern for their
/// ids.
#[model]
pub struct PlainBuyerSupplierIds {
    /// The buyer.
    #[rename("buyerB2BId")]
    #[sensitive]
    pub buyer_b2b_id: String,
    /// The supplier.
    #[rename("supplierB2BId")]
    #[sensitive]
    pub supplier_b2b_id: String,
}

/// The requesting company.
#[model]
pub struct B2bIds {
    /// The B2B id of the requesting company.
    #[rename("requestorB2BId")]
    #[sensitive]
    pub requestor_b2b_id: String,
}

/// The version of a business object, before and after this request.
#[model]
pub struct ObjectVersion {
    /// The version that the object has; the API reference shows only 1.
    pub current_version: Option<u32>,
    /// The version that it gets; the API reference shows only 1.
    pub new_version: Option<u32>,
}

/// The status of a business object, before and after this request.
#[model]
pub struct StatusTransition {
    /// The status that the object has; the API reference shows only `CREATED`.
    pub current_status: Option<String>,
    /// The status that it gets; the API reference shows only `CREATED`.
    pub new_status: Option<String>,
}

/// Additional information, under a name that the API reference leaves to the parties.
#[model]
pub struct AdditionalInfo {
    /// The kind of value.
    pub name: Option<String>,
    /// The value.
    #[sensitive]
    pub value: Option<String>,
}

/// A postal address.
#[model]
pub struct PostalAddress {
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
pub struct ContactNumber {
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
pub struct SupplierDetails {
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
    pub address: Option<PostalAddress>,
    /// Its telephone number.
    pub contact_number: Option<ContactNumber>,
    /// Its e-mail address.
    #[sensitive]
    pub email: Option<String>,
}

/// The buyer.
#[model]
pub struct BuyerDetails {
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
    pub address: Option<PostalAddress>,
    /// Its telephone number.
    pub contact_number: Option<ContactNumber>,
    /// Its e-mail address.
    #[sensitive]
    pub email: Option<String>,
}
