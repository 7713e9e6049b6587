//! Reward accounts.

use enkash_core::{JsonMap, Lenient, Money, endpoint, model};

use super::LOYALTY as PRODUCT;

/// Reads a company's reward account: its balance, its cards, and its points given and redeemed.
///
/// The page contradicts itself: its table is flat and its sample has the envelope, and either has fields that the other
/// has not. Both sets are declared, in the envelope. The sample is cut short.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::GetRewardAccount;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request =
///     GetRewardAccount::builder().card_account_id("CAC0000001").company_id("CEK0000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/cardAccount/get");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/cardAccount/get",
    response = RewardAccount,
    idempotent = true,
    docs = "https://docs.enkash.com/project-616243/api-9796909"
)]
pub struct GetRewardAccount {
    /// The reward account.
    pub card_account_id: String,
    /// The company at EnKash.
    pub company_id: String,
}

/// A company's reward account.
#[model]
pub struct RewardAccount {
    /// The account.
    pub card_account_id: Option<String>,
    /// The company at EnKash.
    pub company_id: Option<String>,
    /// The company's name.
    #[sensitive]
    pub company_name: Option<String>,
    /// The account's balance.
    pub available_balance: Option<Lenient<Money>>,
    /// How many cards were issued.
    pub total_cards: Option<Lenient<f64>>,
    /// How many cards are in use.
    pub active_cards: Option<Lenient<f64>>,
    /// The points given so far.
    pub total_allocation_point: Option<Lenient<f64>>,
    /// The points redeemed so far.
    pub total_redemption_point: Option<Lenient<f64>>,
    /// The points given this month.
    pub current_month_allocation_point: Option<Lenient<f64>>,
    /// The points redeemed this month.
    pub current_month_redemption_point: Option<Lenient<f64>>,
    /// The credit limit; only the sample has it.
    pub credit_limit: Option<Lenient<Money>>,
    /// The dynamic limit; only the sample has it.
    pub dynamic_limit: Option<Lenient<Money>>,
    /// How much of the credit limit is used, less than nothing in the sample; only the sample has it.
    pub used_credit_limit: Option<Lenient<Money>>,
    /// The balance of the cards; only the sample has it.
    pub available_card_balance: Option<Lenient<Money>>,
    /// The account's primary card; only the sample has it.
    pub primary_en_kash_card: Option<PrimaryRewardCard>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// The primary card of a reward account.
#[model]
pub struct PrimaryRewardCard {
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
    /// The month in which the card expires.
    #[sensitive]
    pub expiry_month: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
