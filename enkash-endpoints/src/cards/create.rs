//! Issuing cards. Both kinds share one path; what distinguishes them (the account's type, as it
//! seems) is not documented.

use enkash_core::{Json, Money, MoneyText, civil, endpoint, model};

use super::CARDS as PRODUCT;
use crate::ids::{Email, Mobile};

/// Issues a reloadable prepaid card, virtual or physical, to a person.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::cards::CreatePrepaidCard;
/// # use enkash_endpoints::cards::CARDS;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &CARDS)?;
/// let request =
///     CreatePrepaidCard::builder().company_id("CEK0000001").card_account_id("CAC0000001").build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The card may exist: ask EnKash before you send it again.
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
/// The API reference shows the fields after `first_name` in a sample only, not which of them are
/// required, and no response.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-13438387"
)]
pub struct CreatePrepaidCard {
    /// The user at EnKash.
    pub user_id: Option<String>,
    /// The company at EnKash.
    pub company_id: String,
    /// The card account that the card belongs to.
    pub card_account_id: String,
    /// The holder's e-mail address.
    pub email: Option<Email>,
    /// The holder's mobile number.
    pub mobile: Option<Mobile>,
    /// The holder's title, such as `Mr`.
    #[sensitive]
    pub title: Option<String>,
    /// The holder's first name.
    #[sensitive]
    pub first_name: Option<String>,
    /// The holder's last name.
    #[sensitive]
    pub last_name: Option<String>,
    /// The holder's gender, `M` in the sample.
    #[sensitive]
    pub gender: Option<String>,
    /// The first line of the holder's address.
    #[sensitive]
    pub address: Option<String>,
    /// The second line of the holder's address.
    #[sensitive]
    pub address2: Option<String>,
    /// The city of the holder's address.
    #[sensitive]
    pub city: Option<String>,
    /// The state of the holder's address.
    #[sensitive]
    pub state: Option<String>,
    /// The country of the holder's address.
    #[sensitive]
    pub country: Option<String>,
    /// The postal code (PIN code) of the holder's address.
    #[sensitive]
    pub pincode: Option<String>,
    /// Whether this becomes the account's primary card.
    pub primary_en_kash_card: Option<bool>,
    /// Whether a plastic card is made.
    pub physical_card: Option<bool>,
    /// How much to load at once.
    pub load_amount: Option<Money>,
    /// A note.
    #[sensitive]
    pub remarks: Option<String>,
    /// Belongs to the delivery address; the API reference does not explain it.
    pub physical_delivery_address_flag: Option<bool>,
    /// The first line of the address that the plastic card is sent to.
    #[sensitive]
    pub delivery_address: Option<String>,
    /// The second line of the delivery's address.
    #[sensitive]
    pub delivery_address2: Option<String>,
    /// The city of the delivery's address.
    #[sensitive]
    pub delivery_city: Option<String>,
    /// The state of the delivery's address.
    #[sensitive]
    pub delivery_state: Option<String>,
    /// The country of the delivery's address.
    #[sensitive]
    pub delivery_country: Option<String>,
    /// The postal code (PIN code) of the delivery's address.
    #[sensitive]
    pub delivery_pincode: Option<String>,
    /// The holder's identity document.
    pub documents: Option<Vec<CardDocument>>,
    /// The holder's date of birth, by its look: the API reference does not explain it.
    #[format("dd-MM-yyyy")]
    #[sensitive]
    pub special_date: Option<civil::Date>,
}

/// A document that proves a holder's identity.
#[model]
pub struct CardDocument {
    /// The kind of document, such as `PAN`.
    pub doc_type: Option<String>,
    /// The document's number.
    #[sensitive]
    pub doc_no: Option<String>,
}

/// Issues a gift card to a person, with its only load.
///
/// For a complete example see [`CreatePrepaidCard`](CreatePrepaidCard#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows the fields after `first_name` in a sample only; its prose requires
/// `load_amount`. It shows no response.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-13012983"
)]
pub struct CreateGiftCard {
    /// The user at EnKash.
    pub user_id: Option<String>,
    /// The company at EnKash.
    pub company_id: String,
    /// The card account that the card belongs to.
    pub card_account_id: String,
    /// The holder's e-mail address.
    pub email: Option<Email>,
    /// The holder's mobile number.
    pub mobile: Option<Mobile>,
    /// The holder's title, such as `Mr`.
    #[sensitive]
    pub title: Option<String>,
    /// The holder's first name.
    #[sensitive]
    pub first_name: Option<String>,
    /// The holder's middle name.
    #[sensitive]
    pub middle_name: Option<String>,
    /// The holder's last name.
    #[sensitive]
    pub last_name: Option<String>,
    /// The holder's gender.
    #[sensitive]
    pub gender: Option<String>,
    /// Presumably the holder's date of birth. Its form is not shown; [`CreatePrepaidCard`] sends
    /// `dd-MM-yyyy`.
    #[sensitive]
    pub special_date: Option<String>,
    /// How much the card holds. A string here, while [`CreatePrepaidCard`] sends a number.
    pub load_amount: MoneyText,
}
