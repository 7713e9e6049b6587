//! Issuing cards. Both kinds share one path; what distinguishes them (the account's type, as it seems) is not
//! documented.

use enkash_core::{Json, Money, MoneyText, civil, endpoint, model};

use super::CARDS as PRODUCT;
use crate::ids::{Email, Mobile};

/// Issues a reloadable prepaid card, virtual or of plastic, to a person.
///
/// The API reference shows the fields after `first_name` in a sample alone and does not say which of them are required.
/// It leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::cards::CreatePrepaidCard;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request =
///     CreatePrepaidCard::builder().company_id("CEK0000001").card_account_id("CAC0000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// Goes with the delivery's address; the API reference does not explain it.
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
    /// What proves the holder's identity.
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

/// Issues a gift card with its one and only load to a person.
///
/// The API reference shows the fields after `first_name` in a sample alone; that `load_amount` is required is in its
/// prose. It leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::cards::CreateGiftCard;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreateGiftCard::builder()
///     .company_id("CEK0000001")
///     .card_account_id("CAC0000001")
///     .load_amount(Money::from_rupees(100))
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// The holder's date of birth, as it seems. Its form is not shown; [`CreatePrepaidCard`] sends `dd-MM-yyyy`.
    #[sensitive]
    pub special_date: Option<String>,
    /// How much the card holds. A string here, while [`CreatePrepaidCard`] sends a number.
    pub load_amount: MoneyText,
}
