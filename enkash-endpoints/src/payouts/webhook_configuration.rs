//! The configuration of webhooks.

use enkash_core::{JsonMap, Lenient, endpoint, model};

use super::PAYOUTS as PRODUCT;
use crate::ids::CompanyId;

/// Configures the webhooks of payouts: the address, the events and the headers.
///
/// The static headers are the only documented means by which a receiver can verify the sender.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payouts::{CreatePayoutWebhookConfiguration, models::WebhookEvent};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreatePayoutWebhookConfiguration::builder()
///     .webhook_url("https://merchant.example/enkash/webhook")
///     .events([WebhookEvent::PayoutSuccess])
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/webhook-data");
/// # Ok::<(), enkash_core::Error>(())
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
    /// The address that is posted to.
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
    /// A transfer waits.
    PayoutPending,
    /// A transfer failed.
    PayoutFailed,
    /// A bill was paid.
    UtilityBillpaySuccess,
    /// A bill could not be paid.
    UtilityBillpayFailed,
    /// The payment of a bill waits.
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
    /// The address that is posted to.
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
