//! Petty cash accounts.

use enkash_core::{JsonMap, Lenient, Money, endpoint, model};

use super::PETTY_CASH as PRODUCT;

/// Reads a company's petty cash account: its limits, its balances and its primary card.
///
/// The API reference shows a sample, which is cut short, and does not say what is required; the pages of cards and
/// rewards for the same path require both ids.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::petty_cash::GetPettyCashAccount;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request =
///     GetPettyCashAccount::builder().card_account_id("CAC0000001").company_id("CEK0000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/cardAccount/get");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/cardAccount/get",
    response = PettyCashAccount,
    idempotent = true,
    docs = "https://docs.enkash.com/api-24480518"
)]
pub struct GetPettyCashAccount {
    /// The petty cash account.
    pub card_account_id: Option<String>,
    /// The company at EnKash.
    pub company_id: Option<String>,
}

/// A company's petty cash account.
#[model]
pub struct PettyCashAccount {
    /// The account.
    pub card_account_id: Option<String>,
    /// The company at EnKash.
    pub company_id: Option<String>,
    /// The company's name.
    #[sensitive]
    pub company_name: Option<String>,
    /// The credit limit.
    pub credit_limit: Option<Lenient<Money>>,
    /// The dynamic limit.
    pub dynamic_limit: Option<Lenient<Money>>,
    /// How much of the credit limit is used; less than nothing in the sample.
    pub used_credit_limit: Option<Lenient<Money>>,
    /// The account's balance.
    pub available_balance: Option<Lenient<Money>>,
    /// The balance of the cards.
    pub available_card_balance: Option<Lenient<Money>>,
    /// The account's primary card.
    pub primary_en_kash_card: Option<PettyCashCard>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// A card of a petty cash account.
#[model]
pub struct PettyCashCard {
    /// The card.
    pub en_kash_card_id: Option<String>,
    /// The card's holder at EnKash.
    pub user_id: Option<String>,
    /// The account that the card belongs to.
    pub card_account_id: Option<String>,
    /// The card's token.
    #[sensitive]
    pub token: Option<String>,
    /// The card's number with most digits hidden.
    #[sensitive]
    pub masked_number: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
