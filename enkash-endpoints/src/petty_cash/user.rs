//! The users of an account and their handles. Both searches share one path.

use enkash_core::{JsonMap, Lenient, endpoint, model};

use super::PETTY_CASH as PRODUCT;
use super::account::PettyCashCard;

/// Gets the petty cash user of an account.
///
/// [`GetPettyCashUserHandle`] without a card sends the same request, and its page shows another
/// response: a list and its length. If the server sends that, its fields are in
/// [`PettyCashCard::more`].
///
/// For a complete example see [`GetPettyCashUserHandle`](GetPettyCashUserHandle#examples).
///
/// # Gaps in the API reference
///
/// The sample is cut off. What is required is not documented.
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

/// Lists the handles of an account, or gets one of them.
///
/// Without a card it sends the same request as [`GetPettyCashUser`], whose page shows another
/// response: one card. If the server sends that, the list is empty and the fields of the card are
/// in [`PettyCashUserHandleList::more`].
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::petty_cash::GetPettyCashUserHandle;
/// # use enkash_endpoints::petty_cash::PETTY_CASH;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PETTY_CASH)?;
/// let request = GetPettyCashUserHandle::builder()
///     .card_account_id("CAC0000001")
///     .company_id("CEK0000001")
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => {
///         for handle in reply.into_payload()?.data {
///             println!("{:?}: {:?}", handle.user_id, handle.en_kash_card_id);
///         }
///     }
///     // The call changes nothing at EnKash. Send it again unless the outcome is `Refused`.
///     Err(error) => return Err(format!("{:?}: {error}", error.outcome()).into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// The sample is cut off. What is required is not documented.
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
    /// Fields that the API reference does not document.
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
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
