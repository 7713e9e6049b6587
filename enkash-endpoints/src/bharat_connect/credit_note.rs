//! Credit and debit notes.

use enkash_core::{Json, JsonMap, endpoint, model};

use super::BHARAT_CONNECT as PRODUCT;
use super::shared::{AdditionalInfo, Device, ObjectVersion, PlainBuyerSupplierIds, StatusTransition};

/// Sends a credit or debit note for an invoice to its buyer.
///
/// The API reference marks this page as still in development, and leaves out the response and the fields of most parts
/// of the note. The network's response seems to come as a
/// [`SendCreditDebitNoteResponseWebhook`](super::webhooks::SendCreditDebitNoteResponseWebhook).
///
/// # Examples
///
/// ```
/// # use enkash_endpoints::JsonMap;
/// use enkash_endpoints::bharat_connect::{
///     SendCreditDebitNote,
///     models::{
///         AdditionalInfo, CdNote, CdNoteSupplierDetails, CdNoteTransactionDetails, Device,
///         EInvoiceInfo, ObjectVersion, PlainBuyerSupplierIds, StatusTransition, Tag,
///     },
/// };
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = SendCreditDebitNote::builder()
///     .device(Device::builder().tag(Tag::builder().build()).build())
///     .b2b_ids(
///         PlainBuyerSupplierIds::builder()
///             .buyer_b2b_id("buyer@example")
///             .supplier_b2b_id("supplier@example")
///             .build(),
///     )
///     .cd_note(
///         CdNote::builder()
///             .object_id("CN1")
///             .note_type("CREDIT")
///             .supplier_cd_note_number("CN-0001")
/// #             .object_version(ObjectVersion::builder().build())
///             .ts("2026-01-01T10:00:00")
/// #             .cd_note_status_transition(StatusTransition::builder().build())
/// #             .e_invoice_info(EInvoiceInfo::builder().build())
/// #             .transaction_details(CdNoteTransactionDetails::builder().build())
/// #             .supplier_details(CdNoteSupplierDetails::builder().build())
/// #             .buyer_details(JsonMap::new())
/// #             .dispatch_details(JsonMap::new())
/// #             .shipping_details(JsonMap::new())
/// #             .item_lists([JsonMap::new()])
/// #             .cd_note_value_details(JsonMap::new())
/// #             .supplier_bank_account_details(JsonMap::new())
/// #             .advance_payment_details(JsonMap::new())
/// #             .invoice_reference_details(JsonMap::new())
/// #             .preceding_invoice_details([JsonMap::new()])
/// #             .po_details([JsonMap::new()])
/// #             .contract_reference_details([JsonMap::new()])
/// #             .additional_document_details([JsonMap::new()])
/// #             .export_details(JsonMap::new())
/// #             .eway_bill_detail(JsonMap::new())
/// #             .recurring_payments(JsonMap::new())
/// #             .payment_milestones([JsonMap::new()])
/// #             .shipping_terms_details(JsonMap::new())
///             // … and the further fields that the API reference requires.
///             .build(),
///     )
///     .additional_infos([AdditionalInfo::builder().name("note").value("1").build()])
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/cd-note/req-send");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/cd-note/req-send",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-10668100"
)]
pub struct SendCreditDebitNote {
    /// The device that the request comes from.
    pub device: Device,
    /// The buyer and the supplier.
    pub b2b_ids: PlainBuyerSupplierIds,
    /// The note.
    pub cd_note: CdNote,
    /// Further facts.
    pub additional_infos: Vec<AdditionalInfo>,
}

/// A credit or debit note.
#[model]
pub struct CdNote {
    /// The id of the note, made by its originator.
    pub object_id: String,
    /// Whether it is a credit or a debit note; the API reference lists no values.
    pub note_type: String,
    /// The supplier's number of the note.
    #[rename("supplierCDNoteNumber")]
    pub supplier_cd_note_number: String,
    /// The version of the note.
    pub object_version: ObjectVersion,
    /// When it was made; the API reference shows no format.
    pub ts: String,
    /// The status of the note.
    pub cd_note_status_transition: StatusTransition,
    /// The registration of the electronic invoice.
    pub e_invoice_info: EInvoiceInfo,
    /// The kind of supply and tax.
    pub transaction_details: CdNoteTransactionDetails,
    /// The company that sells.
    pub supplier_details: CdNoteSupplierDetails,
    /// The company that buys; its fields are not shown.
    #[sensitive]
    pub buyer_details: JsonMap,
    /// Where the goods leave from; its fields are not shown.
    #[sensitive]
    pub dispatch_details: JsonMap,
    /// Where the goods go to; its fields are not shown.
    #[sensitive]
    pub shipping_details: JsonMap,
    /// The lines of the note; their 21 fields are not shown.
    #[sensitive]
    pub item_lists: Vec<JsonMap>,
    /// The sums of the note; their fields are not shown.
    #[sensitive]
    pub cd_note_value_details: JsonMap,
    /// The supplier's bank account; its fields are not shown.
    #[sensitive]
    pub supplier_bank_account_details: JsonMap,
    /// What was paid in advance; its fields are not shown.
    #[sensitive]
    pub advance_payment_details: JsonMap,
    /// The invoice that the note is for; its fields are not shown.
    #[sensitive]
    pub invoice_reference_details: JsonMap,
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
    pub export_details: JsonMap,
    /// The electronic way bill; its fields are not shown.
    #[sensitive]
    pub eway_bill_detail: JsonMap,
    /// Payments that come again; their fields are not shown.
    #[sensitive]
    pub recurring_payments: JsonMap,
    /// When which part is to be paid; the two fields are not shown.
    #[sensitive]
    pub payment_milestones: Vec<JsonMap>,
    /// The terms of shipping; their fields are not shown.
    #[sensitive]
    pub shipping_terms_details: JsonMap,
}

/// The registration of an electronic invoice.
#[model]
pub struct EInvoiceInfo {
    /// The version of the invoice's schema.
    pub schema_version: Option<String>,
    /// The reference number of the registration (IRN).
    pub irn_number: Option<String>,
    /// When it was registered; the API reference shows no format.
    pub irn_ts: Option<String>,
}

/// The kind of supply and tax of a note.
#[model]
pub struct CdNoteTransactionDetails {
    /// The tax scheme.
    pub tax_scheme: Option<String>,
    /// The kind of supply.
    pub supply_type: Option<String>,
    /// Whether the buyer owes the tax, as a string; the API reference lists no values.
    pub reverse_charge_tax: Option<String>,
    /// The tax number of the e-commerce operator. In an invoice for financing it is named `ecommerceGstin`.
    #[sensitive]
    pub e_commerce_gstin: Option<String>,
    /// Whether the tax between states is due, as a string. The name is the one in the API reference.
    pub igst_chargable: Option<String>,
}

/// The company that issues a note.
#[model]
pub struct CdNoteSupplierDetails {
    /// Its B2B id.
    #[sensitive]
    pub b2b_id: Option<String>,
    /// Its tax number (GSTIN).
    #[sensitive]
    pub gstin: Option<String>,
    /// Its legal name.
    #[sensitive]
    pub legal_name: Option<String>,
    /// The name that it trades under.
    #[sensitive]
    pub trade_name: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// The response to a supplier's credit or debit note.
///
/// The API reference marks this page as still in development and leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::bharat_connect::{
///     ConfirmCreditDebitNote,
///     models::{
///         AdditionalInfo, CdNoteConfirmation, Device, ObjectVersion, PlainBuyerSupplierIds,
///         StatusTransition, Tag,
///     },
/// };
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = ConfirmCreditDebitNote::builder()
///     .device(Device::builder().tag(Tag::builder().build()).build())
///     .b2b_ids(
///         PlainBuyerSupplierIds::builder()
///             .buyer_b2b_id("buyer@example")
///             .supplier_b2b_id("supplier@example")
///             .build(),
///     )
///     .cd_note_confirmation(
///         CdNoteConfirmation::builder()
///             .object_id("CN1")
///             .note_type("CREDIT")
///             .supplier_cd_note_number("CN-0001")
/// #             .object_version(ObjectVersion::builder().build())
///             .buyer_response("ACCEPT")
///             .buyer_remarks("accepted")
/// #             .cd_note_status_transition(StatusTransition::builder().build())
///             // … and the further fields that the API reference requires.
///             .build(),
///     )
///     .additional_infos([AdditionalInfo::builder().name("note").value("1").build()])
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/cd-note/req-confirm");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/cd-note/req-confirm",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-10668154"
)]
pub struct ConfirmCreditDebitNote {
    /// The device that the request comes from.
    pub device: Device,
    /// The buyer and the supplier.
    pub b2b_ids: PlainBuyerSupplierIds,
    /// The decision.
    pub cd_note_confirmation: CdNoteConfirmation,
    /// Further facts.
    pub additional_infos: Vec<AdditionalInfo>,
}

/// A buyer's decision on a note.
#[model]
pub struct CdNoteConfirmation {
    /// The note.
    pub object_id: String,
    /// Whether it is a credit or a debit note; the API reference lists no values.
    pub note_type: String,
    /// The supplier's number of the note.
    #[rename("supplierCDNoteNumber")]
    pub supplier_cd_note_number: String,
    /// The version of the note.
    pub object_version: ObjectVersion,
    /// The decision itself; the API reference lists no values.
    pub buyer_response: String,
    /// A remark.
    #[sensitive]
    pub buyer_remarks: String,
    /// The status of the note.
    pub cd_note_status_transition: StatusTransition,
}
