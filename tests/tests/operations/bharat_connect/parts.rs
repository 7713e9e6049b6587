//! Parts of the requests of several resources.

use enkash_core::JsonMap;
use enkash_endpoints::bharat_connect::models::*;
use serde_json::json;

/// A field that the API reference does not have.
pub(super) fn more() -> JsonMap {
    JsonMap::from_iter([("furtherMember".to_owned(), json!("1"))])
}

pub(super) fn bare_device() -> Device {
    Device::builder().tag(Tag::builder().build()).build()
}

pub(super) fn device() -> Device {
    Device::builder().tag(Tag::builder().name("GEOCODE").value("12.0000,77.0000").build()).build()
}

pub(super) fn ids() -> BuyerSupplierIds {
    const BUYER: B2bId = B2bId::from_static("buyer@example");
    const SUPPLIER: B2bId = B2bId::from_static("supplier@example");
    BuyerSupplierIds::builder().buyer_b2b_id(BUYER).supplier_b2b_id(SUPPLIER).build()
}

pub(super) fn plain_ids() -> PlainBuyerSupplierIds {
    PlainBuyerSupplierIds::builder()
        .buyer_b2b_id("buyer@example")
        .supplier_b2b_id("supplier@example")
        .build()
}

pub(super) fn bare_version() -> ObjectVersion {
    ObjectVersion::builder().build()
}

pub(super) fn version() -> ObjectVersion {
    ObjectVersion::builder().current_version(1).new_version(1).build()
}

pub(super) fn bare_transition() -> StatusTransition {
    StatusTransition::builder().build()
}

pub(super) fn transition() -> StatusTransition {
    StatusTransition::builder().current_status("CREATED").new_status("CREATED").build()
}

pub(super) fn infos() -> Vec<AdditionalInfo> {
    vec![AdditionalInfo::builder().name("note").value("1").build()]
}

pub(super) fn address() -> PostalAddress {
    PostalAddress::builder()
        .r#type("OFFICE")
        .address_line1("1 Example Road")
        .address_line2("First floor")
        .city("Bengaluru")
        .state("Karnataka")
        .country("IN")
        .pincode("560001")
        .build()
}

fn contact() -> ContactNumber {
    ContactNumber::builder().r#type("MOBILE").country_code("91").phone_number("9000000000").build()
}

pub(super) fn supplier() -> SupplierDetails {
    SupplierDetails::builder()
        .b2b_id("supplier@example")
        .gstin("29ABCDE1234F1Z5")
        .legal_name("Example Traders LLP")
        .trade_name("Example")
        .state_code("29")
        .address(address())
        .contact_number(contact())
        .email("supplier@example.com")
        .build()
}

pub(super) fn buyer() -> BuyerDetails {
    BuyerDetails::builder()
        .b2b_id("buyer@example")
        .gstin("29ABCDE1234G1Z5")
        .legal_name("Example Stores LLP")
        .trade_name("Example")
        .state_code("29")
        .place_of_supply("29")
        .address(address())
        .contact_number(contact())
        .email("buyer@example.com")
        .build()
}
