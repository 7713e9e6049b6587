//! Loading cards.

use enkash_core::{Json, Money, endpoint, model};

use super::CARDS as PRODUCT;

/// Loads money from the card account onto a prepaid card. Gift cards are not supported.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::{Money, Outcome};
/// use enkash_endpoints::cards::{LoadCardBalance, models::LoadDirection};
/// # use enkash_endpoints::cards::CARDS;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &CARDS)?;
/// let request = LoadCardBalance::builder()
///     .card_account_id("CAC0000001")
///     .amount(Money::from_rupees(100))
///     .transaction_type(LoadDirection::Credit)
///     .en_kash_card_id("EKC0000001")
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The money may be loaded: look up the transaction before you send it again.
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
/// The API reference contradicts itself about `type` and `transaction_code`: its prose requires
/// `LOAD_MONEY` with `PRINCIPLE`, the newer sample sends `ALLOCATE_FUND` with `ALLOCATION`. Ask
/// EnKash which pair your account needs. The values of `type` are cut off, so the client does not
/// check them. The API reference shows no response.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/balance",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-13438388"
)]
pub struct LoadCardBalance {
    /// The company at EnKash.
    pub company_id: Option<String>,
    /// The card account that the money comes from.
    pub card_account_id: Option<String>,
    /// The user who requested it.
    #[sensitive]
    pub created_by: Option<String>,
    /// The amount to load. The table allows 0.01 or more, the prose requires more than 1.
    #[range(0.01..)]
    pub amount: Money,
    /// The direction.
    pub transaction_type: LoadDirection,
    /// A note.
    #[sensitive]
    pub description: Option<String>,
    /// The kind of load. Known are `SALE`, `REPAYMENT`, `RECOVERY`, `LOAD_MONEY`, `REFUND`,
    /// `REVERSAL`, `CREDIT`, `FEE` and `ALLOCATE_FUND`.
    pub r#type: Option<String>,
    /// Belongs to the kind of load: `PRINCIPLE` or `ALLOCATION` in the samples.
    pub transaction_code: Option<String>,
    /// The caller's own reference of the load, by which
    /// [`GetCardTransaction`](super::GetCardTransaction) finds it.
    pub unique_reference_number: Option<String>,
    /// A further note.
    #[sensitive]
    pub remarks: Option<String>,
    /// The card to load.
    pub en_kash_card_id: Option<String>,
}

/// The direction of a card's load.
#[model]
pub enum LoadDirection {
    /// A debit. The API reference lists it, and states that only a credit works.
    #[rename("DR")]
    Debit,
    /// A credit.
    #[rename("CR")]
    Credit,
}
