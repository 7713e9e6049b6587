//! Opening a wallet.

use enkash_core::{Json, JsonMap, civil, endpoint, model};

use super::WALLET as PRODUCT;

/// Opens a wallet for a person with address and identity document.
///
/// The newer page shows only a sample; what is required is from an older one, which has another path and requires a
/// field `gender`, too: it can be sent in `more`. The API reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::wallet::{CreateWallet, models::WalletDocument};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreateWallet::builder()
///     .company_id("CEK0000001")
///     .card_account_id("CAC0000001")
///     .email("person@example.com")
///     .mobile("0000000000")
///     .title("Ms")
///     .first_name("Example")
///     .last_name("Holder")
///     .documents([WalletDocument::builder().doc_type("PAN").doc_no("ABCDE1234F").build()])
///     .address("1 Example Street")
///     .city("Pune")
///     .state("Maharashtra")
///     .pincode("411001")
///     .country("India")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/wallet");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/wallet",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-19199846"
)]
pub struct CreateWallet {
    /// The company at EnKash.
    pub company_id: String,
    /// The wallet account that the wallet belongs to.
    pub card_account_id: String,
    /// The holder's e-mail address.
    #[sensitive]
    pub email: String,
    /// The holder's mobile number.
    #[sensitive]
    pub mobile: String,
    /// The holder's title, such as `Mr`.
    #[sensitive]
    pub title: String,
    /// The holder's first name.
    #[sensitive]
    pub first_name: String,
    /// The holder's last name.
    #[sensitive]
    pub last_name: String,
    /// What proves the holder's identity.
    pub documents: Vec<WalletDocument>,
    /// The holder's date of birth, by its look: the API reference does not explain it.
    #[format("dd-MM-yyyy")]
    #[sensitive]
    pub special_date: Option<civil::Date>,
    /// The first line of the holder's address.
    #[sensitive]
    pub address: String,
    /// The second line of the holder's address.
    #[sensitive]
    pub address2: Option<String>,
    /// The city of the holder's address.
    #[sensitive]
    pub city: String,
    /// The state of the holder's address.
    #[sensitive]
    pub state: String,
    /// The postal code (PIN code) of the holder's address.
    #[sensitive]
    pub pincode: String,
    /// The country of the holder's address.
    #[sensitive]
    pub country: String,
    /// Fields that the API reference leaves out, or shows on the older page alone, such as `gender`.
    #[extra]
    pub more: JsonMap,
}

/// A document that proves a holder's identity.
#[model]
pub struct WalletDocument {
    /// The kind of document; `PAN` is the only one that the API reference shows.
    pub doc_type: Option<String>,
    /// The document's number.
    #[sensitive]
    pub doc_no: Option<String>,
}

/// Corrects a holder's data while the wallet's creation still waits for its one-time password.
///
/// The table requires all fields, but the page's own sample sends the first three alone; so only those are required
/// here. The API reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::civil;
/// use enkash_endpoints::wallet::UpdateWallet;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = UpdateWallet::builder()
///     .company_id("CEK0000001")
///     .card_account_id("CAC0000001")
///     .en_kash_card_id("EKC0000001")
///     .special_date(civil::date(1990, 12, 31))
///     .city("Pune")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    PATCH,
    "/api/v0/partner/enKashCard",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-19655127"
)]
pub struct UpdateWallet {
    /// The company at EnKash.
    pub company_id: String,
    /// The wallet account.
    pub card_account_id: String,
    /// The wallet.
    pub en_kash_card_id: String,
    /// The holder's e-mail address.
    #[sensitive]
    pub email: Option<String>,
    /// The holder's mobile number.
    #[sensitive]
    pub mobile: Option<String>,
    /// The holder's date of birth, by its look: the API reference does not explain it.
    #[format("dd-MM-yyyy")]
    #[sensitive]
    pub special_date: Option<civil::Date>,
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
    /// The postal code (PIN code) of the holder's address.
    #[sensitive]
    pub pincode: Option<String>,
    /// The holder's tax number (PAN).
    #[sensitive]
    pub pan: Option<String>,
}

/// Makes a link, valid for a limited time, behind which the holder completes the video KYC.
///
/// It works from 10 to 18 o'clock on working days only. The page has parameters in the query, whose table and sample
/// are cut, so that none is declared; `Client::raw` sends those that EnKash names. The API reference leaves out the
/// response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::wallet::GenerateVkycLink;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GenerateVkycLink;
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/vkyc/link");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    GET,
    "/api/v0/partner/enKashCard/vkyc/link",
    response = Json,
    idempotent = false,
    auto,
    docs = "https://docs.enkash.com/api-19202037"
)]
pub struct GenerateVkycLink;
