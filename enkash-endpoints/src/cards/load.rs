//! Loading cards.

use enkash_core::{Json, Money, endpoint, model};

use super::CARDS as PRODUCT;

/// Loads money from the card account onto a prepaid card, not onto a gift card.
///
/// The API reference contradicts itself about what goes into `type` and `transaction_code`: its prose wants
/// `LOAD_MONEY` with `PRINCIPLE`, the newer sample sends `ALLOCATE_FUND` with `ALLOCATION`. Ask EnKash which of them an
/// account needs. The list of the values of `type` is cut, so that it is not checked. The API reference leaves out the
/// response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::cards::{LoadCardBalance, models::LoadDirection};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = LoadCardBalance::builder()
///     .card_account_id("CAC0000001")
///     .amount(Money::from_rupees(100))
///     .transaction_type(LoadDirection::Credit)
///     .en_kash_card_id("EKC0000001")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/balance");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// Who asked for it.
    #[sensitive]
    pub created_by: Option<String>,
    /// How much to load. The table allows 0.01 or more, the text wants more than 1.
    #[range(0.01..)]
    pub amount: Money,
    /// The direction.
    pub transaction_type: LoadDirection,
    /// A note.
    #[sensitive]
    pub description: Option<String>,
    /// The kind of load. Known are `SALE`, `REPAYMENT`, `RECOVERY`, `LOAD_MONEY`, `REFUND`, `REVERSAL`, `CREDIT`,
    /// `FEE` and `ALLOCATE_FUND`.
    pub r#type: Option<String>,
    /// Goes with the kind of load: `PRINCIPLE` or `ALLOCATION` in the samples.
    pub transaction_code: Option<String>,
    /// The caller's own reference of the load, by which [`GetCardTransaction`](super::GetCardTransaction) finds it.
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
    /// A debit. The API reference lists it, and says that only a credit works.
    #[rename("DR")]
    Debit,
    /// A credit.
    #[rename("CR")]
    Credit,
}
