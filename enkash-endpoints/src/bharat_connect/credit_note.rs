//! Credit and debit notes.

use enkash_core::{Json, JsonMap, endpoint, model};

use super::BHARAT_CONNECT as PRODUCT;
use super::shared::{
    AdditionalInfo, Device, ObjectVersion, PlainBuyerSupplierIds, StatusTransition,
};

/// Sends a credit or debit note for an invoice to its buyer.
///
/// The network's response presumably arrives as a
/// [`SendCreditDebitNoteResponseWebhook`](super::webhooks::SendCreditDebitNoteResponseWebhook).
///
/// For a complete example see [`ConfirmCreditDebitNote`](ConfirmCreditDebitNote#examples).
///
/// # Gaps in the API reference
///
/// The API reference marks the page as in development. It shows neither the response nor the fields
/// of most objects in the note.
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
    /// Additional information.
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
    /// The creation time; the API reference shows no format.
    pub ts: String,
    /// The status of the note.
    pub cd_note_status_transition: StatusTransition,
    /// The registration of the electronic invoice.
    pub e_invoice_info: EInvoiceInfo,
    /// The kind of supply and tax.
    pub transaction_details: CdNoteTransactionDetails,
    /// The seller.
    pub supplier_details: CdNoteSupplierDetails,
    /// The buyer; its fields are not shown.
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
    /// The e-way bill; its fields are not shown.
    #[sensitive]
    pub eway_bill_detail: JsonMap,
    /// Recurring payments; their fields are not shown.
    #[sensitive]
    pub recurring_payments: JsonMap,
    /// The payment schedule; its two fields are not shown.
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
    /// Its trade name.
    #[sensitive]
    pub trade_name: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Accepts or rejects a supplier's credit or debit note.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::bharat_connect::{
///     ConfirmCreditDebitNote,
///     models::{
///         AdditionalInfo, CdNoteConfirmation, Device, ObjectVersion, PlainBuyerSupplierIds,
///         StatusTransition, Tag,
///     },
/// };
/// # use enkash_endpoints::bharat_connect::BHARAT_CONNECT;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &BHARAT_CONNECT)?;
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
/// The API reference marks the page as in development and shows no response.
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
    /// Additional information.
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
