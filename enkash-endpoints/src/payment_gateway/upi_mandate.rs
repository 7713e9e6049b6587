//! UPI Autopay: mandates for recurring debits.

use enkash_core::{Json, JsonMap, civil, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;

/// Asks a payer to approve a UPI mandate for recurring debits.
///
/// The body is known from an older copy of the page alone, which has another path; it may have changed with the path.
/// Which fields are nested in which is read off a flattened list. The API reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::civil;
/// use enkash_endpoints::payment_gateway::{
///     CreateUpiMandate,
///     models::{MandatePayer, MandateRecurrence, MandateValidity},
/// };
///
/// # let client = enkash_core::mock::Mock::new().client()?;
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
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/upi-mandate");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// Whether a debit has to be the amount or may be less. `EXACT` and `MAX` are known from an example.
    pub amount_rule: String,
    /// Currency, such as `INR`.
    pub currency: String,
    /// Who is debited.
    pub payer: MandatePayer,
    /// Name of the mandate.
    pub mandate_name: String,
    /// When the request for approval expires, as its name suggests. It is sent without a zone, and presumably read as
    /// Indian time ([times](super#times)); the API reference shows no example.
    pub expiry: civil::DateTime,
    /// Whether the amount is blocked in the payer's account.
    pub block_fund: bool,
    /// How often debits recur.
    pub recurrence: MandateRecurrence,
    /// From when to when the mandate holds.
    pub validity: MandateValidity,
    /// An address with more about the mandate, as its name suggests.
    pub upi_reference_url: Option<String>,
    /// What the mandate is for.
    #[sensitive]
    pub description: Option<String>,
    /// Fields that the API reference leaves out.
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

/// From when to when a mandate holds. The API reference shows no example; times are sent without a zone, and presumably
/// read as Indian time ([times](super#times)).
#[model]
pub struct MandateValidity {
    /// Its start.
    pub start_at: civil::DateTime,
    /// Its end.
    pub end_at: civil::DateTime,
}

/// Changes a mandate.
///
/// The API reference leaves out the body, so all fields go into `more`, and the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::UpdateUpiMandate;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = UpdateUpiMandate::builder().build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/upi-mandate");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    PATCH,
    "/api/v0/upi-mandate",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-13730809"
)]
pub struct UpdateUpiMandate {
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Ends a mandate, so that nothing more is debited under it.
///
/// The API reference leaves out the response, whether the reference is required, and what may follow it.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::RevokeUpiMandate;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = RevokeUpiMandate::builder().reference_id("REF0001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/upi-mandate/revoke");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    PATCH,
    "/api/v0/upi-mandate/revoke",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-13730811"
)]
pub struct RevokeUpiMandate {
    /// Reference of the mandate, in snake case here. The example looks like a reference of EnKash, not of the merchant.
    #[rename("reference_id")]
    pub reference_id: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Reads one mandate.
///
/// The API reference leaves out the response. It is said to contain status, amount and frequency.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::GetUpiMandate;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetUpiMandate::builder().reference_id("REF0001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/upi-mandate/REF0001");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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

/// Announces a coming debit under a mandate to the payer.
///
/// The API reference leaves out the body and the response, and how long before the debit it has to be announced. The
/// page speaks of a message that EnKash sends; path and headers are those of a call by the merchant.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::NotifyUpiMandateDebit;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = NotifyUpiMandateDebit::builder().build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/upi-mandate/notify");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/upi-mandate/notify",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-13814647"
)]
pub struct NotifyUpiMandateDebit {
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Starts a debit under an active mandate.
///
/// The API reference leaves out every field of the body and the response. How the debit ended comes as a
/// [`MandateDebitCallback`](super::webhooks::MandateDebitCallback), too.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::ExecuteUpiMandateDebit;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = ExecuteUpiMandateDebit::builder().build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/upi-mandate/execute");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/upi-mandate/execute",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-13814659"
)]
pub struct ExecuteUpiMandateDebit {
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
