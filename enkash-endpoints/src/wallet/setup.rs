//! Opening a wallet.

use enkash_core::{Json, JsonMap, civil, endpoint, model};

use super::WALLET as PRODUCT;

/// Opens a wallet for a person, given an address and an identity document.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::wallet::{CreateWallet, models::WalletDocument};
/// # use enkash_endpoints::wallet::WALLET;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &WALLET)?;
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
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The wallet may exist: ask EnKash before you send it again.
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
/// The newer page shows only a sample. What is required is taken from an older page, which has
/// another path and also requires `gender`; send it in `more`. The API reference shows no response.
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
    /// The holder's identity document.
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
    /// Fields that the API reference does not document, or shows only on the older page, such as
    /// `gender`.
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

/// Corrects the holder's data while a new wallet waits for its one-time password.
///
/// For a complete example see [`CreateWallet`](CreateWallet#examples).
///
/// # Gaps in the API reference
///
/// The table requires all fields, but the sample sends only the first three, so only these are
/// required here. The API reference shows no response.
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

/// Creates a link, valid for a limited time, to the holder's video KYC.
///
/// The link works on working days from 10:00 to 18:00 only.
///
/// For a complete example see [`CreateWallet`](CreateWallet#examples).
///
/// # Gaps in the API reference
///
/// The page has query parameters, whose table and sample are cut off, so none is declared.
/// [`Client::raw`](enkash_core::Client::raw) can send those that EnKash names. The API reference
/// shows no response.
#[endpoint(
    GET,
    "/api/v0/partner/enKashCard/vkyc/link",
    response = Json,
    idempotent = false,
    auto,
    docs = "https://docs.enkash.com/api-19202037"
)]
pub struct GenerateVkycLink;
