//! Webhooks about credit and debit notes.

use enkash_core::{JsonMap, model};

use super::shared::{
    ReceivedAdditionalInfo, ReceivedDevice, ReceivedObjectVersion, ReceivedPlainBuyerSupplierIds,
    ReceivedStatusTransition, Resp,
};
use crate::bharat_connect::BHARAT_CONNECT as PRODUCT;
use crate::webhook::webhook;

/// The response to a [`SendCreditDebitNote`](crate::bharat_connect::SendCreditDebitNote).
///
/// The API reference marks this page as in development and does not document the fields of most
/// parts of the note.
#[model]
pub struct SendCreditDebitNoteResponseWebhook {
    /// The device that was used. No other response of the network has this field.
    pub device: Option<ReceivedDevice>,
    /// The buyer and the supplier.
    pub b2b_ids: Option<ReceivedPlainBuyerSupplierIds>,
    /// The result.
    pub resp: Option<Resp>,
    /// The note.
    pub cd_note: Option<ReceivedCdNote>,
    /// Additional information.
    pub additional_infos: Vec<ReceivedAdditionalInfo>,
}

webhook!(
    SendCreditDebitNoteResponseWebhook,
    "SendCreditDebitNoteResponseWebhook",
    docs = "https://docs.enkash.com/api-18788149"
);

/// A credit or debit note.
#[model]
pub struct ReceivedCdNote {
    /// The id of the note, made by its originator.
    pub object_id: Option<String>,
    /// Whether it is a credit or a debit note; the API reference lists no values.
    pub note_type: Option<String>,
    /// The supplier's number of the note.
    #[rename("supplierCDNoteNumber")]
    pub supplier_cd_note_number: Option<String>,
    /// The version of the note.
    pub object_version: Option<ReceivedObjectVersion>,
    /// The creation time; the API reference shows no format.
    pub ts: Option<String>,
    /// The status of the note.
    pub cd_note_status_transition: Option<ReceivedStatusTransition>,
    /// The registration of the electronic invoice.
    pub e_invoice_info: Option<ReceivedEInvoiceInfo>,
    /// The kind of supply and tax.
    pub transaction_details: Option<ReceivedCdNoteTransactionDetails>,
    /// The seller.
    pub supplier_details: Option<ReceivedCdNoteSupplierDetails>,
    /// The buyer; its fields are not shown.
    #[sensitive]
    pub buyer_details: Option<JsonMap>,
    /// Where the goods leave from; its fields are not shown.
    #[sensitive]
    pub dispatch_details: Option<JsonMap>,
    /// Where the goods go to; its fields are not shown.
    #[sensitive]
    pub shipping_details: Option<JsonMap>,
    /// The lines of the note; their 21 fields are not shown.
    #[sensitive]
    pub item_lists: Vec<JsonMap>,
    /// The sums of the note; their fields are not shown.
    #[sensitive]
    pub cd_note_value_details: Option<JsonMap>,
    /// The supplier's bank account; its fields are not shown.
    #[sensitive]
    pub supplier_bank_account_details: Option<JsonMap>,
    /// What was paid in advance; its fields are not shown.
    #[sensitive]
    pub advance_payment_details: Option<JsonMap>,
    /// The invoice that the note is for; its fields are not shown.
    #[sensitive]
    pub invoice_reference_details: Option<JsonMap>,
    /// The invoices before; their three fields are not shown.
    #[sensitive]
    pub preceding_invoice_details: Vec<JsonMap>,
    /// The purchase orders behind it; their three fields are not shown.
    #[sensitive]
    pub po_details: Vec<JsonMap>,
    /// The contracts behind it; their six fields are not shown.
    #[sensitive]
    pub contract_reference_details: Vec<JsonMap>,
    /// Further documents; their three fields are not shown.
    #[sensitive]
    pub additional_document_details: Vec<JsonMap>,
    /// The export; its fields are not shown.
    #[sensitive]
    pub export_details: Option<JsonMap>,
    /// The e-way bill; its fields are not shown.
    #[sensitive]
    pub eway_bill_detail: Option<JsonMap>,
    /// Recurring payments; their fields are not shown.
    #[sensitive]
    pub recurring_payments: Option<JsonMap>,
    /// The payment schedule; its two fields are not shown.
    #[sensitive]
    pub payment_milestones: Vec<JsonMap>,
    /// The terms of shipping; their fields are not shown.
    #[sensitive]
    pub shipping_terms_details: Option<JsonMap>,
}

/// The registration of an electronic invoice.
#[model]
pub struct ReceivedEInvoiceInfo {
    /// The version of the invoice's schema.
    pub schema_version: Option<String>,
    /// The reference number of the registration (IRN).
    pub irn_number: Option<String>,
    /// When it was registered; the API reference shows no format.
    pub irn_ts: Option<String>,
}

/// The kind of supply and tax of a note.
#[model]
pub struct ReceivedCdNoteTransactionDetails {
    /// The tax scheme.
    pub tax_scheme: Option<String>,
    /// The kind of supply.
    pub supply_type: Option<String>,
    /// Whether the buyer owes the tax, as a string; the API reference lists no values.
    pub reverse_charge_tax: Option<String>,
    /// The tax number of the e-commerce operator. In an invoice for financing it is named
    /// `ecommerceGstin`.
    #[sensitive]
    pub e_commerce_gstin: Option<String>,
    /// Whether the tax between states is due, as a string. The name is the one in the API
    /// reference.
    pub igst_chargable: Option<String>,
}

/// The company that issues a note.
#[model]
pub struct ReceivedCdNoteSupplierDetails {
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
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
