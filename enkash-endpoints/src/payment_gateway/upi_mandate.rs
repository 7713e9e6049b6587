//! UPI Autopay: mandates for recurring debits.

use enkash_core::{Json, JsonMap, civil, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;

/// Requests a payer's approval of a UPI mandate for recurring debits.
///
/// Look up the mandate with [`GetUpiMandate`].
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::{Outcome, civil};
/// use enkash_endpoints::payment_gateway::{
///     CreateUpiMandate,
///     models::{MandatePayer, MandateRecurrence, MandateValidity},
/// };
/// # use enkash_endpoints::payment_gateway::PAYMENT_GATEWAY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PAYMENT_GATEWAY)?;
/// let request = CreateUpiMandate::builder()
///     .reference_id("REF0001")
///     .amount(500)
///     .amount_rule("MAX")
///     .currency("INR")
///     .payer(
///         MandatePayer::builder()
///             .name("Example")
///             .vpa("payer@examplebank")
///             .account("000000000001")
///             .account_validation(false)
///             .build(),
///     )
///     .mandate_name("Invented subscription")
///     .expiry(civil::datetime(2026, 12, 31, 0, 0, 0, 0))
///     .block_fund(false)
///     .recurrence(MandateRecurrence::builder().period("MONTHLY").rule("ON").value(1).build())
///     .validity(
///         MandateValidity::builder()
///             .start_at(civil::datetime(2030, 1, 1, 0, 0, 0, 0))
///             .end_at(civil::datetime(2030, 12, 31, 23, 59, 59, 0))
///             .build(),
///     )
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The payer may have been asked: get the mandate before you send it again.
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
/// The body is known only from an older copy of the page with another path, and may have changed.
/// The nesting of its fields is inferred from a flattened list. The API reference shows no
/// response.
#[endpoint(
    POST,
    "/api/v0/upi-mandate",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-13730808"
)]
pub struct CreateUpiMandate {
    /// The merchant's own reference.
    pub reference_id: String,
    /// Amount of a debit. The API reference does not say whether in rupees or in paise.
    pub amount: i64,
    /// Whether a debit has to be the amount or may be less. `EXACT` and `MAX` are known from an
    /// example.
    pub amount_rule: String,
    /// Currency, such as `INR`.
    pub currency: String,
    /// Who is debited.
    pub payer: MandatePayer,
    /// Name of the mandate.
    pub mandate_name: String,
    /// When the request for approval expires, as its name suggests. It is sent without a zone, and
    /// presumably read as Indian time ([times](super#times)); the API reference shows no example.
    pub expiry: civil::DateTime,
    /// Whether the amount is blocked in the payer's account.
    pub block_fund: bool,
    /// How often debits recur.
    pub recurrence: MandateRecurrence,
    /// The validity of the mandate.
    pub validity: MandateValidity,
    /// An address with more about the mandate, as its name suggests.
    pub upi_reference_url: Option<String>,
    /// What the mandate is for.
    #[sensitive]
    pub description: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Who is debited under a mandate.
#[model]
pub struct MandatePayer {
    /// Name of the payer.
    #[sensitive]
    pub name: String,
    /// UPI address of the payer.
    #[sensitive]
    pub vpa: String,
    /// Bank account of the payer.
    #[sensitive]
    pub account: String,
    /// Whether the account is validated.
    pub account_validation: bool,
}

/// How often debits recur.
#[model]
pub struct MandateRecurrence {
    /// The period between debits; the API reference does not list the values.
    pub period: String,
    /// How `value` is applied; the API reference does not list the values.
    pub rule: String,
    /// The number that the rule takes.
    pub value: i64,
}

/// The validity of a mandate. The API reference shows no example; times are sent without a
/// zone, and presumably read as Indian time ([times](super#times)).
#[model]
pub struct MandateValidity {
    /// Its start.
    pub start_at: civil::DateTime,
    /// Its end.
    pub end_at: civil::DateTime,
}

/// Updates a mandate.
///
/// For a complete example see [`CreateUpiMandate`](CreateUpiMandate#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows neither the body, so all fields go into `more`, nor the response.
#[endpoint(
    PATCH,
    "/api/v0/upi-mandate",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-13730809"
)]
pub struct UpdateUpiMandate {
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Revokes a mandate, so that nothing more is debited under it.
///
/// For a complete example see [`CreateUpiMandate`](CreateUpiMandate#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows neither the response nor whether the reference is required. The fields
/// after it are cut off.
#[endpoint(
    PATCH,
    "/api/v0/upi-mandate/revoke",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-13730811"
)]
pub struct RevokeUpiMandate {
    /// Reference of the mandate, in snake case here. The example looks like a reference of EnKash,
    /// not of the merchant.
    #[rename("reference_id")]
    pub reference_id: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Gets a mandate.
///
/// For a complete example see [`CreateUpiMandate`](CreateUpiMandate#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no response. By its description it contains status, amount and
/// frequency.
#[endpoint(
    GET,
    "/api/v0/upi-mandate/<referenceId>",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-13730812"
)]
pub struct GetUpiMandate {
    /// Reference of the mandate.
    pub reference_id: String,
}

/// Announces an upcoming debit under a mandate to the payer.
///
/// For a complete example see [`CreateUpiMandate`](CreateUpiMandate#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows neither the body nor the response, and not how long before the debit it
/// must be announced. The page describes a message that EnKash sends; path and headers are those of
/// a call by the merchant.
#[endpoint(
    POST,
    "/api/v0/upi-mandate/notify",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-13814647"
)]
pub struct NotifyUpiMandateDebit {
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Starts a debit under an active mandate.
///
/// The result of the debit also arrives as a
/// [`MandateDebitCallback`](super::webhooks::MandateDebitCallback).
///
/// For a complete example see [`CreateUpiMandate`](CreateUpiMandate#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows neither the fields of the body nor the response.
#[endpoint(
    POST,
    "/api/v0/upi-mandate/execute",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-13814659"
)]
pub struct ExecuteUpiMandateDebit {
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
