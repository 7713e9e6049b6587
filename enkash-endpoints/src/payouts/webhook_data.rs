//! Where notifications go.

use enkash_core::{JsonMap, Lenient, endpoint, model};

use super::PAYOUTS as PRODUCT;
use crate::ids::CompanyId;

/// Says where EnKash posts notifications, of which events, and with which headers.
///
/// The static headers are the only documented means by which a receiver can tell who posts.
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
    /// Headers to send with each notification: names and texts.
    #[sensitive]
    pub headers: Option<JsonMap>,
    /// The address that is posted to.
    pub webhook_url: String,
    /// A certificate for the notifications; the documents do not say in which form.
    #[sensitive]
    pub ssl_certificate: Option<String>,
    /// The events to tell of.
    pub events: Vec<WebhookEvent>,
    /// Whether notifications are sent.
    pub enabled: Option<bool>,
    /// The company at EnKash.
    pub company_id: Option<CompanyId>,
}

/// What EnKash tells a merchant of.
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

/// Where notifications go, as it was stored.
#[model]
pub struct WebhookData {
    /// The company at EnKash.
    pub company_id: Option<String>,
    /// Headers that are sent with each notification: names and texts.
    #[sensitive]
    pub headers: Option<JsonMap>,
    /// The address that is posted to.
    pub webhook_url: Option<String>,
    /// The certificate for the notifications.
    #[sensitive]
    pub ssl_certificate: Option<String>,
    /// The events that are told of.
    pub events: Vec<WebhookEvent>,
    /// Whether notifications are sent.
    pub enabled: Option<Lenient<bool>>,
}
