//! Transactions of cards.

use enkash_core::{Json, JsonMap, Money, civil, endpoint};

use super::CARDS as PRODUCT;

/// Reads a card's transaction by the reference that the caller gave it when loading.
///
/// The page requires four fields. The others are filters that its sample sends without an explanation, and the sample
/// is cut after the last of them. The API reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::cards::GetCardTransaction;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetCardTransaction::builder()
///     .company_id("CEK0000001")
///     .card_account_id("CAC0000001")
///     .en_kash_card_id("EKC0000001")
///     .pg_reference_number("REF0001")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/transaction/all");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/transaction/all",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-13551023"
)]
pub struct GetCardTransaction {
    /// The company at EnKash.
    pub company_id: String,
    /// The company's name.
    #[sensitive]
    pub company_name: Option<String>,
    /// The name of the card's holder.
    #[sensitive]
    pub card_holder_name: Option<String>,
    /// The user at EnKash.
    pub user_id: Option<String>,
    /// The card account.
    pub card_account_id: String,
    /// The card.
    pub en_kash_card_id: String,
    /// The status of the transaction, `CREATED` in the sample.
    pub status: Option<String>,
    /// EnKash's ids of several transactions.
    pub en_kash_transaction_ids: Option<Vec<String>>,
    /// EnKash's id of one transaction.
    pub en_kash_transaction_id: Option<String>,
    /// The direction, `DR` in the sample.
    pub card_transaction_type: Option<String>,
    /// The minimum amount.
    pub amount_from: Option<Money>,
    /// The maximum amount.
    pub amount_to: Option<Money>,
    /// The caller's references of several loads.
    pub pg_reference_numbers: Option<Vec<String>>,
    /// The caller's reference of the load: its
    /// [`unique_reference_number`](super::LoadCardBalance::unique_reference_number).
    pub pg_reference_number: String,
    /// The earliest time of the transaction, in UTC.
    #[format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")]
    pub txn_date_from: Option<civil::DateTime>,
    /// The latest time of the transaction, in UTC.
    #[format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")]
    pub txn_date_to: Option<civil::DateTime>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
