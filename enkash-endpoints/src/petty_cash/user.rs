//! The users of an account and their handles. Both searches share one path.

use enkash_core::{JsonMap, Lenient, endpoint, model};

use super::PETTY_CASH as PRODUCT;
use super::account::PettyCashCard;

/// Reads the petty cash user of an account.
///
/// [`GetPettyCashUserHandle`] without a card sends the very same, and its page shows another response: a list and its
/// length. Should that come, its fields are in [`PettyCashCard::more`]. The sample is cut short, and what is required
/// is not documented.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::petty_cash::GetPettyCashUser;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request =
///     GetPettyCashUser::builder().card_account_id("CAC0000001").company_id("CEK0000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/search");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/search",
    response = PettyCashCard,
    idempotent = true,
    docs = "https://docs.enkash.com/api-24480520"
)]
pub struct GetPettyCashUser {
    /// The petty cash account.
    pub card_account_id: Option<String>,
    /// The company at EnKash.
    pub company_id: Option<String>,
}

/// Lists the handles of an account, or reads one of them.
///
/// [`GetPettyCashUser`] sends the very same as this call does without a card, and its page shows another response: one
/// card. Should that come, the list is empty and the card's fields are in [`PettyCashUserHandleList::more`]. The sample
/// is cut short, and what is required is not documented.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::petty_cash::GetPettyCashUserHandle;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetPettyCashUserHandle::builder()
///     .card_account_id("CAC0000001")
///     .company_id("CEK0000001")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/search");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/search",
    response = PettyCashUserHandleList,
    idempotent = true,
    docs = "https://docs.enkash.com/api-24480521"
)]
pub struct GetPettyCashUserHandle {
    /// The petty cash account.
    pub card_account_id: Option<String>,
    /// The company at EnKash.
    pub company_id: Option<String>,
    /// The one handle to read, by its card; all of them without it.
    pub en_kash_card_id: Option<String>,
}

/// Handles of an account.
#[model]
pub struct PettyCashUserHandleList {
    /// How many there are.
    pub records_count: Option<Lenient<u32>>,
    /// The handles.
    pub data: Vec<PettyCashUserHandle>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// A handle: a card and its holder.
#[model]
pub struct PettyCashUserHandle {
    /// The card.
    pub en_kash_card_id: Option<String>,
    /// The holder at EnKash.
    pub user_id: Option<String>,
    /// The account that the card belongs to.
    pub card_account_id: Option<String>,
    /// The month in which the card expires; empty in the sample.
    #[sensitive]
    pub expiry_month: Option<String>,
    /// The year in which the card expires; empty in the sample.
    #[sensitive]
    pub expiry_year: Option<String>,
    /// The holder's e-mail address.
    #[sensitive]
    pub email: Option<String>,
    /// The holder's mobile number.
    #[sensitive]
    pub mobile: Option<String>,
    /// The holder's title.
    #[sensitive]
    pub title: Option<String>,
    /// The holder's first name.
    #[sensitive]
    pub first_name: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
