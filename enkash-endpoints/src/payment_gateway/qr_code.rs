//! UPI QR codes.

use enkash_core::{Json, JsonMap, Lenient, Money, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;

/// Creates a UPI QR code for one payment or for several.
///
/// For a complete example see [`CancelQrCode`](CancelQrCode#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows neither the fields of the body nor the response. [`QrCode`] suggests the
/// fields.
#[endpoint(
    POST,
    "/api/v0/qr-code",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-8990259"
)]
pub struct CreateQrCode {
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Gets a QR code.
///
/// For a complete example see [`CancelQrCode`](CancelQrCode#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no response. It is presumably a [`QrCode`], as for [`CancelQrCode`].
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

/// Lists the QR codes that match the filters.
///
/// For a complete example see [`CancelQrCode`](CancelQrCode#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows neither the filters nor the response. Its introduction mentions dates,
/// status and amount as filters, without names.
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
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Cancels a QR code, which then takes no more payments.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::payment_gateway::CancelQrCode;
/// # use enkash_endpoints::payment_gateway::PAYMENT_GATEWAY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PAYMENT_GATEWAY)?;
/// let request = CancelQrCode::builder().qr_code_id("QR0000000001").build();
/// match request.send(&client).await {
///     Ok(reply) => println!("{:?}", reply.into_payload()?.status),
///     // The code may be cancelled: get it, or cancel it again.
///     Err(error) if error.outcome() == Outcome::Unknown => println!("unknown: {error}"),
///     // `NotSent` or `Refused`: correct the cause and send it again. `Performed`: do not.
///     Err(error) => return Err(error.into()),
/// }
/// # Ok(())
/// # }
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
    /// Nothing: the API reference asks for an object without fields, and that is what an empty map
    /// sends.
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
    /// The amount, taken to be in rupees as the gateway's other amounts are.
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
    /// When it was made, in a format that the API reference does not state; presumably as the
    /// [other times](super#times).
    pub created_on: Option<String>,
    /// When it last changed, in a format that the API reference does not state; presumably as the
    /// [other times](super#times).
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
    /// Whether the code has ended, so that it cannot be paid; `None` for a status that the API
    /// reference does not list.
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
