//! Webhooks about cards.

use enkash_core::{Json, JsonMap, Lenient, model};

use crate::cards::CARDS as PRODUCT;

/// A transaction of a card.
///
/// No page of the API reference names this webhook. One public integration of about 2020 receives
/// it, reads these fields, and checks no header. The names are all that is known: the types are
/// not, so each field is JSON as it came. Whether today's cards still send it, how it is
/// registered, signed and repeated, and what EnKash expects as a response is unknown.
///
/// ```
/// use enkash_endpoints::cards::webhooks::CardTransactionWebhook;
/// use enkash_endpoints::webhook::Unverified;
///
/// let body = br#"{"pgReferenceNumber": "REF0001", "principalAmount": "10.50"}"#;
/// let event = Unverified::<CardTransactionWebhook>::from_slice(body)?;
/// let claim = event.into_unverified(); // not verified
/// assert_eq!(claim.pg_reference_number.unwrap(), "REF0001");
/// # Ok::<(), enkash_endpoints::webhook::WebhookError>(())
/// ```
///
/// [`GetCardTransaction`](crate::cards::GetCardTransaction) reads a transaction from the API by its
/// `pg_reference_number`.
#[model]
pub struct CardTransactionWebhook {
    /// EnKash's id of the transaction.
    pub en_kash_card_transaction_id: Option<Json>,
    /// The card.
    pub enkash_card_id: Option<Json>,
    /// The card's number, masked.
    #[sensitive]
    pub masked_card: Option<Json>,
    /// The number of the card's kit.
    #[sensitive]
    pub card_kit_number: Option<Json>,
    /// The name of the card's holder.
    #[sensitive]
    pub card_holder_name: Option<Json>,
    /// The holder's user at EnKash.
    pub user_id: Option<Json>,
    /// The company at EnKash.
    pub company_id: Option<Json>,
    /// The company's name.
    #[sensitive]
    pub company_name: Option<Json>,
    /// The amount. Whether in rupees or in paise is unknown.
    pub principal_amount: Option<Json>,
    /// The currency.
    pub currency: Option<Json>,
    /// The amount in the foreign currency, as its name suggests.
    pub fcy_amount: Option<Json>,
    /// The foreign currency, as its name suggests.
    pub fcy_currency: Option<Json>,
    /// A balance, probably the card's after the transaction.
    #[sensitive]
    pub balance: Option<Json>,
    /// A reference, probably the one that [`GetCardTransaction`](crate::cards::GetCardTransaction)
    /// asks for.
    pub pg_reference_number: Option<Json>,
    /// A message about the transaction.
    #[sensitive]
    pub description: Option<Json>,
    /// The direction, probably as in [`GetCardTransaction`](crate::cards::GetCardTransaction).
    pub card_transaction_type: Option<Json>,
    /// The kind of transaction; its values are unknown.
    pub r#type: Option<Json>,
    /// The status; its values are unknown.
    pub status: Option<Json>,
    /// The time of the transaction, in an unknown format and time zone.
    pub txn_date: Option<Json>,
    /// When the transaction was recorded, in an unknown format and time zone.
    pub created_on: Option<Json>,
    /// When the record was last changed, in an unknown format and time zone.
    pub modified_on: Option<Json>,
    /// What the card's network reports. What is no object is kept as its JSON.
    #[sensitive]
    pub txn_details: Option<Lenient<CardTransactionDetails>>,
    /// All other fields.
    #[extra]
    pub more: JsonMap,
}

crate::webhook::webhook!(CardTransactionWebhook, "cardTransaction");

/// What the card's network reports of a transaction. The names are all that is known.
#[model]
pub struct CardTransactionDetails {
    /// An id.
    #[sensitive]
    pub id: Option<Json>,
    /// The reference of the transaction.
    #[sensitive]
    pub txn_ref_no: Option<Json>,
    /// The merchant's name.
    #[sensitive]
    pub merchant_name: Option<Json>,
    /// The kind of transaction; its values are unknown.
    #[sensitive]
    pub transaction_type: Option<Json>,
    /// The code of the merchant's category (MCC).
    #[sensitive]
    pub mcc: Option<Json>,
    /// The channel, such as a shop's terminal or the internet; its values are unknown.
    #[sensitive]
    pub channel: Option<Json>,
    /// The retrieval reference number (RRN).
    #[sensitive]
    pub retrieval_ref_no: Option<Json>,
    /// The trace number (STAN), as its name suggests.
    #[sensitive]
    pub trace_no: Option<Json>,
    /// The currency of the transaction.
    #[sensitive]
    pub txn_currency: Option<Json>,
    /// The card's network.
    #[sensitive]
    pub network: Option<Json>,
    /// The fees. Whether in rupees or in paise is unknown.
    #[sensitive]
    pub transaction_fees: Option<Json>,
    /// All other fields.
    #[extra]
    pub more: JsonMap,
}
