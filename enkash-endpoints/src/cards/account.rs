//! Card accounts.

use enkash_core::{Json, JsonMap, Lenient, Money, endpoint, model};

use super::CARDS as PRODUCT;

/// Opens a card account for a company.
///
/// For a complete example see [`GetCardAccount`](GetCardAccount#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no response. Its newest navigation no longer lists the page.
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
    /// The account's name.
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

/// Gets a card account: its limits, its balances and its primary card.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::cards::GetCardAccount;
/// # use enkash_endpoints::cards::CARDS;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &CARDS)?;
/// let request =
///     GetCardAccount::builder().card_account_id("CAC0000001").company_id("CEK0000001").build();
/// match request.send(&client).await {
///     Ok(reply) => println!("{:?}", reply.into_payload()?.available_balance),
///     // The call changes nothing at EnKash. Send it again unless the outcome is `Refused`.
///     Err(error) => return Err(format!("{:?}: {error}", error.outcome()).into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// The sample of the response is cut off. The fields of the card are taken from the same endpoint
/// in petty cash and loyalty. The newest navigation of the API reference no longer lists the page.
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
    /// Fields that the API reference does not document.
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
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
