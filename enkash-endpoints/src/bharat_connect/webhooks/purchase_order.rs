//! Webhooks about purchase orders.

use enkash_core::model;

use super::order::ReceivedPurchaseOrder;
use super::shared::{
    ReceivedAdditionalInfo, ReceivedDevice, ReceivedObjectVersion, ReceivedPlainBuyerSupplierIds,
    ReceivedStatusTransition, Resp,
};
use crate::bharat_connect::BHARAT_CONNECT as PRODUCT;
use crate::webhook::webhook;

/// The response to a [`SendPurchaseOrder`](crate::bharat_connect::SendPurchaseOrder).
///
/// The API reference marks this page as in development and does not document the fields of several
/// parts of the order.
#[model]
pub struct SendPurchaseOrderResponseWebhook {
    /// The buyer and the supplier.
    pub b2b_ids: Option<ReceivedPlainBuyerSupplierIds>,
    /// The result.
    pub resp: Option<Resp>,
    /// The order.
    pub purchase_order: Option<ReceivedPurchaseOrder>,
    /// Additional information.
    pub additional_infos: Vec<ReceivedAdditionalInfo>,
}

webhook!(
    SendPurchaseOrderResponseWebhook,
    "SendPurchaseOrderResponseWebhook",
    docs = "https://docs.enkash.com/api-18788158"
);

/// The supplier's response to a purchase order.
///
/// The API reference marks this page as in development.
#[model]
pub struct ConfirmPurchaseOrderRequestWebhook {
    /// The device that the supplier used.
    pub device: Option<ReceivedDevice>,
    /// The buyer and the supplier.
    pub b2b_ids: Option<ReceivedPlainBuyerSupplierIds>,
    /// The decision.
    pub po_confirmation: Option<PurchaseOrderConfirmation>,
    /// Additional information.
    pub additional_infos: Vec<ReceivedAdditionalInfo>,
}

webhook!(
    ConfirmPurchaseOrderRequestWebhook,
    "ConfirmPurchaseOrderRequestWebhook",
    docs = "https://docs.enkash.com/api-18788159"
);

/// A supplier's decision on a purchase order.
#[model]
pub struct PurchaseOrderConfirmation {
    /// The order.
    pub object_id: Option<String>,
    /// The buyer's number of the order.
    #[rename("buyerPONumber")]
    pub buyer_po_number: Option<String>,
    /// The decision itself; the API reference lists no values.
    pub supplier_response: Option<String>,
    /// The supplier's remark.
    #[sensitive]
    pub supplier_remarks: Option<String>,
    /// The version of the order.
    pub object_version: Option<ReceivedObjectVersion>,
    /// The status of the order.
    pub po_status_transition: Option<ReceivedStatusTransition>,
}

/// The buyer changed a purchase order's status.
///
/// The API reference marks this page as in development.
#[model]
pub struct StatusChangePurchaseOrderRequestWebhook {
    /// The device that the buyer used.
    pub device: Option<ReceivedDevice>,
    /// The buyer and the supplier.
    pub b2b_ids: Option<ReceivedPlainBuyerSupplierIds>,
    /// What changed.
    pub po_status: Option<PurchaseOrderStatusChange>,
    /// Additional information.
    pub additional_infos: Vec<ReceivedAdditionalInfo>,
}

webhook!(
    StatusChangePurchaseOrderRequestWebhook,
    "StatusChangePurchaseOrderRequestWebhook",
    docs = "https://docs.enkash.com/api-18788163"
);

/// The response to a change of a purchase order's status, a call that the API reference does not
/// show.
///
/// The API reference marks this page as in development.
#[model]
pub struct StatusChangePurchaseOrderResponseWebhook {
    /// The buyer and the supplier.
    pub b2b_ids: Option<ReceivedPlainBuyerSupplierIds>,
    /// The result.
    pub resp: Option<Resp>,
    /// What was to change.
    pub po_status: Option<PurchaseOrderStatusChange>,
    /// Additional information.
    pub additional_infos: Vec<ReceivedAdditionalInfo>,
}

webhook!(
    StatusChangePurchaseOrderResponseWebhook,
    "StatusChangePurchaseOrderResponseWebhook",
    docs = "https://docs.enkash.com/api-18788164"
);

/// A change of a purchase order's status.
#[model]
pub struct PurchaseOrderStatusChange {
    /// The order.
    pub object_id: Option<String>,
    /// The buyer's number of the order.
    #[rename("buyerPONumber")]
    pub buyer_po_number: Option<String>,
    /// The version of the order.
    pub object_version: Option<ReceivedObjectVersion>,
    /// What the buyer did; the API reference lists no values.
    pub buyer_action: Option<String>,
    /// The buyer's remark.
    #[sensitive]
    pub buyer_remarks: Option<String>,
    /// The status of the order.
    pub po_status_transition: Option<ReceivedStatusTransition>,
}
