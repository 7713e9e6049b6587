//! Limits and allowed channels of cards.

use enkash_core::{Json, JsonMap, endpoint, model};

use super::CARDS as PRODUCT;

/// Sets limits and allowed channels for up to a hundred cards.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::cards::UpdateCardLimits;
/// # use enkash_endpoints::cards::CARDS;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &CARDS)?;
/// let request = UpdateCardLimits::builder()
///     .company_id("CEK0000001")
///     .card_account_id("CAC0000001")
///     .en_kash_card_ids(["EKC0000001"])
///     .online_allowed(false)
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The limits may be set: get them with `GetCardLimits`.
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
/// The form of a limit is unclear. The tables show an object with a boolean `present` only, a
/// wrapper type of the server without a value. The newest sample sends strings such as `"1000"` for
/// the last six limits. A limit therefore takes any JSON.
///
/// The names of four more fields are cut off: automatic loading, whether the card is left out of
/// the sample file for bulk loads, whether the card has an amount of its own, and that amount. The
/// API reference shows no response.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/velocity/rule",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-13013003"
)]
pub struct UpdateCardLimits {
    /// The company at EnKash.
    pub company_id: String,
    /// The card account.
    pub card_account_id: String,
    /// The cards to set. The newest sample sends one string, the tables a list.
    #[items(1..=100)]
    pub en_kash_card_ids: Vec<String>,
    /// Whether card terminals are allowed.
    pub pos_allowed: Option<bool>,
    /// Whether online payments are allowed.
    pub online_allowed: Option<bool>,
    /// The maximum amount per transaction.
    pub per_txn_limit: Option<Json>,
    /// The maximum amount per day.
    pub dtd: Option<Json>,
    /// The maximum amount per month.
    pub mtd: Option<Json>,
    /// The maximum amount per year.
    pub ytd: Option<Json>,
    /// The maximum number of transactions per month.
    pub mtd_count: Option<Json>,
    /// The maximum number of transactions per day.
    pub dtd_count: Option<Json>,
    /// The maximum number of transactions per year.
    pub ytd_count: Option<Json>,
    /// Whether an admin changes the limits; EnKash checks it.
    pub admin_user: Option<bool>,
    /// Whether contactless payments are allowed.
    pub contactless_allowed: Option<bool>,
    /// The maximum amount per day at terminals.
    pub pos_daily_limit: Option<Json>,
    /// The maximum number of transactions per day at terminals.
    pub pos_daily_limit_count: Option<Json>,
    /// The maximum amount per day online.
    pub ecom_daily_limit: Option<Json>,
    /// The maximum number of transactions per day online.
    pub ecom_daily_limit_count: Option<Json>,
    /// The maximum amount per day without contact.
    pub contact_less_daily_limit: Option<Json>,
    /// The maximum number of transactions per day without contact.
    pub contact_less_daily_limit_count: Option<Json>,
    /// Whether payments abroad are allowed; only samples have it.
    pub international_allowed: Option<bool>,
    /// Whether ATM withdrawals are allowed; only samples have it.
    pub atm_allowed: Option<bool>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Gets a card's limits and allowed channels.
///
/// The limits are in [`CardLimits::more`].
///
/// For a complete example see [`UpdateCardLimits`](UpdateCardLimits#examples).
///
/// # Gaps in the API reference
///
/// The sample of the response is cut off before the limits.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/velocity/rule/get",
    response = CardLimits,
    idempotent = true,
    docs = "https://docs.enkash.com/api-13013004"
)]
pub struct GetCardLimits {
    /// The company at EnKash.
    pub company_id: String,
    /// The card account.
    pub card_account_id: String,
    /// The card.
    pub en_kash_card_id: String,
}

/// A card's limits.
#[model]
pub struct CardLimits {
    /// Who set them.
    #[sensitive]
    pub created_by: Option<String>,
    /// When they were set, such as `Jan 1, 2025 1:02:03 PM`; the API reference names no zone.
    pub created_on: Option<String>,
    /// When they were changed, such as `Jan 1, 2025 1:02:03 PM`; the API reference names no zone.
    pub modified_on: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
