//! Limits and allowed channels of cards.

use enkash_core::{Json, JsonMap, endpoint, model};

use super::CARDS as PRODUCT;

/// Sets limits and allowed channels of up to a hundred cards.
///
/// How a limit is sent is not clear. The API reference's tables show an object with nothing but a boolean `present`, a
/// server's wrapper that has no place for a value. The newest sample sends strings, such as `"1000"`, for the last six.
/// Whether numbers are taken is not shown, so a limit can be any JSON.
///
/// Four more fields (automatic loading, leaving a card out of the sample file for bulk loads, whether a card has an
/// amount of its own, and that amount) are cut off with their names. The API reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::cards::UpdateCardLimits;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = UpdateCardLimits::builder()
///     .company_id("CEK0000001")
///     .card_account_id("CAC0000001")
///     .en_kash_card_ids(["EKC0000001"])
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/velocity/rule");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// The most per transaction.
    pub per_txn_limit: Option<Json>,
    /// The most per day.
    pub dtd: Option<Json>,
    /// The most per month.
    pub mtd: Option<Json>,
    /// The most per year.
    pub ytd: Option<Json>,
    /// How many transactions per month.
    pub mtd_count: Option<Json>,
    /// How many transactions per day.
    pub dtd_count: Option<Json>,
    /// How many transactions per year.
    pub ytd_count: Option<Json>,
    /// Whether an admin changes the limits; EnKash checks it.
    pub admin_user: Option<bool>,
    /// Whether contactless payments are allowed.
    pub contactless_allowed: Option<bool>,
    /// The most per day at terminals.
    pub pos_daily_limit: Option<Json>,
    /// How many transactions per day at terminals.
    pub pos_daily_limit_count: Option<Json>,
    /// The most per day online.
    pub ecom_daily_limit: Option<Json>,
    /// How many transactions per day online.
    pub ecom_daily_limit_count: Option<Json>,
    /// The most per day without contact.
    pub contact_less_daily_limit: Option<Json>,
    /// How many transactions per day without contact.
    pub contact_less_daily_limit_count: Option<Json>,
    /// Whether payments abroad are allowed; only samples have it.
    pub international_allowed: Option<bool>,
    /// Whether cash machines are allowed; only samples have it.
    pub atm_allowed: Option<bool>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Reads a card's limits and allowed channels.
///
/// The sample of the response is cut before the limits themselves: they are in [`CardLimits::more`].
///
/// # Examples
///
/// ```
/// use enkash_endpoints::cards::GetCardLimits;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetCardLimits::builder()
///     .company_id("CEK0000001")
///     .card_account_id("CAC0000001")
///     .en_kash_card_id("EKC0000001")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/velocity/rule/get");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
