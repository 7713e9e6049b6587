//! The configuration of webhooks.

use enkash_core::{JsonMap, Lenient, endpoint, model};

use super::PAYOUTS as PRODUCT;
use crate::ids::CompanyId;

/// Configures the webhooks of payouts: the URL, the events and the headers.
///
/// The static headers are the only documented means by which a receiver can verify the sender.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::payouts::{CreatePayoutWebhookConfiguration, models::WebhookEvent};
/// # use enkash_endpoints::payouts::PAYOUTS;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PAYOUTS)?;
/// let request = CreatePayoutWebhookConfiguration::builder()
///     .webhook_url("https://merchant.example/enkash/webhook")
///     .events([WebhookEvent::PayoutSuccess])
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => println!("enabled: {:?}", reply.into_payload()?.enabled),
///     // The webhook may be configured. Send it again.
///     Err(error) if error.outcome() == Outcome::Unknown => println!("unknown: {error}"),
///     // `NotSent` or `Refused`: correct the cause and send it again. `Performed`: do not.
///     Err(error) => return Err(error.into()),
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(
    POST,
    "/api/v0/webhook-data",
    response = WebhookData,
    docs = "https://docs.enkash.com/api-10664805"
)]
pub struct CreatePayoutWebhookConfiguration {
    /// Headers to send with each webhook event, by name.
    #[sensitive]
    pub headers: Option<JsonMap>,
    /// The URL of the webhook.
    #[sensitive]
    pub webhook_url: String,
    /// A certificate for the webhooks; the API reference does not say in which format.
    #[sensitive]
    pub ssl_certificate: Option<String>,
    /// The events to report.
    pub events: Vec<WebhookEvent>,
    /// Whether webhook events are sent.
    pub enabled: Option<bool>,
    /// The company at EnKash.
    pub company_id: Option<CompanyId>,
}

/// The events that EnKash reports to a merchant.
#[model]
pub enum WebhookEvent {
    /// A transfer succeeded.
    PayoutSuccess,
    /// A transfer is pending.
    PayoutPending,
    /// A transfer failed.
    PayoutFailed,
    /// A bill was paid.
    UtilityBillpaySuccess,
    /// A bill could not be paid.
    UtilityBillpayFailed,
    /// The payment of a bill is pending.
    UtilityBillpayPending,
}

/// The webhook configuration as it was stored.
#[model]
pub struct WebhookData {
    /// The company at EnKash.
    pub company_id: Option<String>,
    /// Headers that are sent with each webhook event, by name.
    #[sensitive]
    pub headers: Option<JsonMap>,
    /// The URL of the webhook.
    #[sensitive]
    pub webhook_url: Option<String>,
    /// The certificate for the webhooks.
    #[sensitive]
    pub ssl_certificate: Option<String>,
    /// The events that are reported.
    pub events: Vec<WebhookEvent>,
    /// Whether webhook events are sent.
    pub enabled: Option<Lenient<bool>>,
}
