//! Transactions of cards.

use enkash_core::{Json, JsonMap, Money, civil, endpoint};

use super::CARDS as PRODUCT;

/// Gets a card transaction by the caller's reference of the load.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::cards::GetCardTransaction;
/// # use enkash_endpoints::cards::CARDS;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &CARDS)?;
/// let request = GetCardTransaction::builder()
///     .company_id("CEK0000001")
///     .card_account_id("CAC0000001")
///     .en_kash_card_id("EKC0000001")
///     .pg_reference_number("REF0001")
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The call changes nothing at EnKash. Send it again unless the outcome is `Refused`.
///     Err(error) => return Err(format!("{:?}: {error}", error.outcome()).into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// The page requires four fields. The others are filters that its sample sends without an
/// explanation; the sample is cut off after the last of them. The API reference shows no response.
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
    /// The start time of the transaction, in UTC.
    #[format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")]
    pub txn_date_from: Option<civil::DateTime>,
    /// The end time of the transaction, in UTC.
    #[format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")]
    pub txn_date_to: Option<civil::DateTime>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
