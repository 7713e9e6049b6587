//! UPI QR codes.

use enkash_core::{Json, JsonMap, Lenient, Money, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;

/// Creates a UPI QR code, for one payment or for many.
///
/// The API reference leaves out every field of the body and the response. What a body holds may be guessed from
/// [`QrCode`].
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::CreateQrCode;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreateQrCode::builder().build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/qr-code");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/qr-code",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-8990259"
)]
pub struct CreateQrCode {
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Reads one QR code.
///
/// The API reference leaves out the response. It is most likely a [`QrCode`], as it is for [`CancelQrCode`].
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::GetQrCode;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetQrCode::builder().qr_code_id("QR0000000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/qr-code/QR0000000001");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    GET,
    "/api/v0/qr-code/<qrCodeId>",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-8990262"
)]
pub struct GetQrCode {
    /// The code to read.
    pub qr_code_id: String,
}

/// Lists QR codes that match filters.
///
/// The API reference leaves out the filters and the response. The introduction speaks of dates, status and amount as
/// filters, without their names.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::SearchQrCodes;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = SearchQrCodes::builder().offset(0).limit(20).build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/qr-code/search");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/qr-code/search",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-8990261"
)]
pub struct SearchQrCodes {
    /// Where the page of results starts.
    #[query]
    pub offset: Option<u32>,
    /// How many results to return, at most 5000.
    #[query]
    #[range(..=5000)]
    pub limit: Option<u32>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Cancels a QR code. Payments with it are not accepted afterwards.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::CancelQrCode;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CancelQrCode::builder().qr_code_id("QR0000000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/qr-code/QR0000000001/cancel");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    PATCH,
    "/api/v0/qr-code/<qrCodeId>/cancel",
    response = QrCode,
    docs = "https://docs.enkash.com/api-8990263"
)]
pub struct CancelQrCode {
    /// The code to cancel.
    pub qr_code_id: String,
    /// Nothing: the API reference asks for an object without fields, and that is what an empty map sends.
    #[extra]
    pub more: JsonMap,
}

/// A QR code. The API reference calls it `QrCodeResponse`.
#[model]
pub struct QrCode {
    /// Identifier that EnKash gave the code.
    pub qr_code_id: Option<String>,
    /// Name of the code.
    pub qr_name: Option<String>,
    /// Whether it can be paid more than once.
    pub multiple_use: Option<Lenient<bool>>,
    /// Whether the payer cannot change the amount.
    pub fixed_amount: Option<Lenient<bool>>,
    /// What is to be paid, taken to be in rupees as the gateway's other amounts are.
    pub amount: Option<Lenient<Money>>,
    /// What the payment is for.
    #[sensitive]
    pub description: Option<String>,
    /// When the code expires, in a format that the API reference does not state.
    pub expiry: Option<String>,
    /// Further fields of the merchant; the API reference does not state them.
    #[sensitive]
    pub custom_params: Option<JsonMap>,
    /// State of the code.
    pub status: Option<QrCodeStatus>,
    /// Picture of the code in Base64.
    #[sensitive]
    pub qr_code_base64: Option<String>,
    /// When it was made, in a format that the API reference does not state; presumably as the [other times](super#times).
    pub created_on: Option<String>,
    /// When it last changed, in a format that the API reference does not state; presumably as the [other times](super#times).
    pub modified_on: Option<String>,
    /// Name of the customer that the code is tied to.
    #[sensitive]
    pub customer_name: Option<String>,
    /// E-mail address of the customer.
    #[sensitive]
    pub customer_email: Option<String>,
    /// Mobile number of the customer.
    #[sensitive]
    pub customer_mobile: Option<String>,
    /// Identifier of the customer.
    pub customer_id: Option<String>,
    /// A reference; the API reference does not say whose.
    pub reference_number: Option<String>,
}

/// State of a QR code.
#[model]
pub enum QrCodeStatus {
    /// It can be paid.
    Active,
    /// It was cancelled.
    Cancelled,
}

impl QrCodeStatus {
    /// Whether the code has ended, so that nobody can pay it; `None` for a status that the API reference does not list.
    ///
    /// That a cancelled code stays so is inferred: no call of the API reference activates one.
    #[must_use]
    pub fn is_final(&self) -> Option<bool> {
        match self {
            QrCodeStatus::Cancelled => Some(true),
            QrCodeStatus::Active => Some(false),
            QrCodeStatus::Unknown(_) => None,
        }
    }
}
