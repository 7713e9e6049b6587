//! Card accounts.

use enkash_core::{Json, JsonMap, Lenient, Money, endpoint, model};

use super::CARDS as PRODUCT;

/// Opens a card account of one kind for a company.
///
/// The API reference leaves out the response, and its newest navigation leaves out the page.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::cards::{CreateCardAccount, models::CardAccountType};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreateCardAccount::builder()
///     .company_id("CEK0000001")
///     .company_name("Example Traders")
///     .plan_master_id("PLN0000001")
///     .email("person@example.com")
///     .mobile("0000000000")
///     .account_title("Example account")
///     .account_type(CardAccountType::ReloadableGpr)
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/cardAccount/create");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/cardAccount/create",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-8990350"
)]
pub struct CreateCardAccount {
    /// The company at EnKash.
    pub company_id: String,
    /// The company's name.
    #[sensitive]
    pub company_name: String,
    /// The user at EnKash.
    pub user_id: Option<String>,
    /// The plan that the account follows.
    pub plan_master_id: String,
    /// The account's e-mail address.
    #[sensitive]
    pub email: String,
    /// The account's mobile number.
    #[sensitive]
    pub mobile: String,
    /// What the account is called.
    pub account_title: String,
    /// What the account is for.
    pub account_type: CardAccountType,
}

/// What a card account is for. The API reference lists the values and does not explain them.
#[model]
pub enum CardAccountType {
    /// Reloadable prepaid cards.
    ReloadableGpr,
    /// A company's own spending.
    Corporate,
    /// Gift cards.
    Gift,
    /// Meal cards.
    Meal,
    /// Fuel cards.
    Fuel,
    /// Virtual accounts.
    VirtualAccount,
    /// Discounting of invoices.
    InvoiceDiscounting,
    /// Rewards of employees.
    EmployeeRewards,
    /// Incentives of channel partners.
    ChannelIncentive,
    /// EnKash's coins.
    EnkashCoin,
    /// Petty cash.
    PettyCash,
    /// Freedom rewards.
    FreedomRewards,
    /// Payouts.
    Payout,
    /// Vouchers in e-RUPI.
    ERupiVoucher,
}

/// Reads a card account: its limits, its balances and its primary card.
///
/// The sample of the response is cut short; the card's fields are from the twin pages of petty cash and rewards. The
/// newest navigation of the API reference leaves out the page.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::cards::GetCardAccount;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request =
///     GetCardAccount::builder().card_account_id("CAC0000001").company_id("CEK0000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/cardAccount/get");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/cardAccount/get",
    response = CardAccount,
    idempotent = true,
    docs = "https://docs.enkash.com/api-8990349"
)]
pub struct GetCardAccount {
    /// The card account.
    pub card_account_id: String,
    /// The company at EnKash.
    pub company_id: String,
}

/// A company's card account.
#[model]
pub struct CardAccount {
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
    /// The balance over the cards.
    pub available_card_balance: Option<Lenient<Money>>,
    /// The account's primary card.
    pub primary_en_kash_card: Option<PrimaryCard>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// The primary card of an account.
#[model]
pub struct PrimaryCard {
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
