//! Models that the webhooks of several resources share.

use enkash_core::{Lenient, model};

use crate::bharat_connect::ids::B2bId;

/// The network's verdict on an earlier request.
///
/// Some pages require all its fields, others only `reqMsgId` and `result`.
#[model]
pub struct Resp {
    /// The message id of the request that this is the response to.
    pub req_msg_id: Option<String>,
    /// The verdict; the API reference lists no values.
    pub result: Option<String>,
    /// The code of the error.
    pub error_cd: Option<String>,
    /// The description of the error.
    #[sensitive]
    pub error_dtl: Option<String>,
    /// The field that the error is about.
    pub error_field: Option<String>,
}

/// The device that the sender used.
#[model]
pub struct ReceivedDevice {
    /// The properties of the device.
    pub tag: Option<ReceivedTag>,
}

/// One property of a device.
#[model]
pub struct ReceivedTag {
    /// The kind of value, such as `GEOCODE`; the API reference lists no values.
    pub name: Option<String>,
    /// The value.
    #[sensitive]
    pub value: Option<String>,
}

/// The two companies that trade with each other.
#[model]
pub struct ReceivedBuyerSupplierIds {
    /// The buyer.
    #[rename("buyerB2BId")]
    pub buyer_b2b_id: Option<Lenient<B2bId>>,
    /// The supplier.
    #[rename("supplierB2BId")]
    pub supplier_b2b_id: Option<Lenient<B2bId>>,
}

/// The two companies that trade with each other, on the pages that document no pattern for their
/// ids.
#[model]
pub struct ReceivedPlainBuyerSupplierIds {
    /// The buyer.
    #[rename("buyerB2BId")]
    #[sensitive]
    pub buyer_b2b_id: Option<String>,
    /// The supplier.
    #[rename("supplierB2BId")]
    #[sensitive]
    pub supplier_b2b_id: Option<String>,
}

/// The requesting company.
#[model]
pub struct ReceivedB2bIds {
    /// The B2B id of the requesting company.
    #[rename("requestorB2BId")]
    #[sensitive]
    pub requestor_b2b_id: Option<String>,
}

/// The version of a business object, before and after.
#[model]
pub struct ReceivedObjectVersion {
    /// The version before; the API reference shows only 1.
    pub current_version: Option<Lenient<u32>>,
    /// The version after; the API reference shows only 1.
    pub new_version: Option<Lenient<u32>>,
}

/// The status of a business object, before and after.
#[model]
pub struct ReceivedStatusTransition {
    /// The status before; the API reference shows only `CREATED`.
    pub current_status: Option<String>,
    /// The status after; the API reference shows only `CREATED`.
    pub new_status: Option<String>,
}

/// Additional information, under a name that the API reference leaves to the parties.
#[model]
pub struct ReceivedAdditionalInfo {
    /// The kind of value.
    pub name: Option<String>,
    /// The value.
    #[sensitive]
    pub value: Option<String>,
}
