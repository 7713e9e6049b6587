//! Webhooks about invoices.

use enkash_core::model;

use super::shared::{
    ReceivedDevice, ReceivedObjectVersion, ReceivedPlainBuyerSupplierIds, ReceivedStatusTransition,
};
use crate::bharat_connect::BHARAT_CONNECT as PRODUCT;
use crate::webhook::webhook;

/// The supplier changed an invoice's status.
///
/// The API reference shows only examples, without the title of the page. It shows a response, too: an envelope whose
/// payload has `b2bIds`, `resp`, `invoiceStatus` and `additionalInfos`.
#[model]
pub struct StatusChangeInvoiceRequestWebhook {
    /// The device that the supplier used.
    pub device: Option<ReceivedDevice>,
    /// The buyer and the supplier.
    pub b2b_ids: Option<ReceivedPlainBuyerSupplierIds>,
    /// What changed.
    pub invoice_status: Option<InvoiceStatusChange>,
}

webhook!(
    StatusChangeInvoiceRequestWebhook,
    "StatusChangeInvoiceRequestWebhook",
    docs = "https://docs.enkash.com/api-18788119"
);

/// A change of an invoice's status.
#[model]
pub struct InvoiceStatusChange {
    /// The invoice.
    pub object_id: Option<String>,
    /// The supplier's number of the invoice.
    pub supplier_invoice_number: Option<String>,
    /// The version of the invoice.
    pub object_version: Option<ReceivedObjectVersion>,
    /// What the supplier did; the API reference lists no values.
    pub supplier_action: Option<String>,
    /// The supplier's remark.
    #[sensitive]
    pub supplier_remarks: Option<String>,
    /// The status of the invoice.
    pub status_transition: Option<ReceivedStatusTransition>,
}
