//! The default transport.

mod builder;
mod failure;
mod not_sent;

pub use builder::HttpTransportBuilder;
pub use not_sent::{SendTracker, TrackedBody};

use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Method};
use tokio::time::{Instant, timeout_at};

use self::failure::{Phase, failed};
use super::interface::{Attempt, Transport, TransportFuture};
use super::response::TransportResponse;
use crate::base::outcome::Outcome;
use crate::error::{ConfigError, TransportError, TransportErrorKind};
use crate::message::{BaseUrl, PreparedRequest};

/// The maximum capacity reserved for a body up front, whatever length the server announces.
const FIRST_RESERVE: usize = 64 * 1024;

/// The default transport: reqwest with safe settings. It follows no redirects, does not retry, uses
/// plain HTTP only for hosts on this machine, and proves [`NotSent`](Outcome::NotSent) with a
/// [`SendTracker`].
///
/// A client creates one from the settings of its builder. To wrap that one, use
/// [`ClientBuilder::wrap_transport`](crate::ClientBuilder::wrap_transport). Create transports
/// yourself if a client needs several, for example with one client certificate per product:
///
/// ```
/// use enkash_core::{
///     Attempt, Client, HttpTransport, PreparedRequest, Product, Transport, TransportFuture,
///     reqwest,
/// };
///
/// const PAYMENTS: Product = Product::new("payments").base_url("https://payments.example.com");
///
/// /// Uses a separate proxy for payments.
/// struct ByProduct {
///     payments: HttpTransport,
///     others: HttpTransport,
/// }
///
/// impl Transport for ByProduct {
///     fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture {
///         let chosen = if *attempt.product == PAYMENTS { &self.payments } else { &self.others };
///         chosen.send(request, attempt)
///     }
///
///     fn is_remote(&self) -> bool {
///         true
///     }
/// }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let proxy = reqwest::Proxy::https("http://payments-proxy.internal:3128")?;
/// let payments = HttpTransport::builder().http(move |http| http.proxy(proxy.clone())).build()?;
/// let transport = ByProduct { payments, others: HttpTransport::default() };
/// let client = Client::builder().products(&[&PAYMENTS]).transport(transport).build()?;
/// # Ok(())
/// # }
/// ```
// Two clients: one for HTTPS only, which uses the proxy of the environment if there is one, and one
// for this machine, which also uses plain HTTP and never a proxy.
#[derive(Default)]
pub struct HttpTransport {
    https: OnceLock<reqwest::Client>,
    loopback: OnceLock<reqwest::Client>,
    connections: Connections,
}

/// The connection settings of the default transport.
#[derive(Clone)]
pub(crate) struct Connections {
    pub(crate) connect_timeout: Duration,
    pub(crate) pool_idle_timeout: Duration,
    /// Applied first, so that it cannot undo the settings for safety.
    pub(crate) http: Option<Customise>,
}

impl Default for Connections {
    fn default() -> Self {
        Connections {
            connect_timeout: Duration::from_secs(5),
            // Common servers keep an idle connection for at least 5 seconds. If one closes it just
            // when a payment is sent over it, the outcome is unknown, and another handshake is
            // cheaper than that.
            pool_idle_timeout: Duration::from_secs(4),
            http: None,
        }
    }
}

impl Connections {
    /// # Errors
    /// Returns an error if a limit is zero.
    pub(crate) fn check(&self) -> Result<(), ConfigError> {
        if self.connect_timeout.is_zero() {
            return Err(ConfigError::new(
                "`connect_timeout` is zero, so no call could succeed; set a longer one",
            ));
        }
        Ok(())
    }

    /// Builds a client for this machine, or for HTTPS to others.
    fn client(&self, is_loopback: bool) -> Result<reqwest::Client, ConfigError> {
        let mut builder = reqwest::Client::builder();
        // A connection whose server no longer responds would keep all calls until their limits.
        #[cfg(feature = "http2")]
        {
            builder = builder
                .http2_keep_alive_interval(Duration::from_secs(10))
                .http2_keep_alive_timeout(Duration::from_secs(5));
        }
        if let Some(customise) = &self.http {
            builder = customise(builder);
        }
        builder = builder
            .redirect(reqwest::redirect::Policy::none())
            // The client decides on retries by the kind of call. Only hyper's own remains: a
            // request that it had not started to write when a pooled connection closed is sent over
            // another one.
            .retry(reqwest::retry::never())
            .referer(false)
            // It logs every byte, including secrets.
            .connection_verbose(false)
            .pool_idle_timeout(self.pool_idle_timeout)
            .connect_timeout(self.connect_timeout);
        if self.pool_idle_timeout.is_zero() {
            builder = builder.pool_max_idle_per_host(0);
        }
        // The scheme is that of the base URL, since no redirect is followed.
        builder = if is_loopback {
            builder.https_only(false).no_proxy()
        } else {
            builder.https_only(true)
        };
        builder.build().map_err(|error| {
            ConfigError::caused_by(
                "could not build the HTTP client; check the settings of `.http(…)`",
                error.without_url(),
            )
        })
    }
}

/// A function that changes reqwest's settings.
pub(crate) type Customise =
    Arc<dyn Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send + Sync>;

impl HttpTransport {
    /// Creates a transport that builds its clients on first use.
    pub(crate) fn with(connections: Connections) -> Self {
        HttpTransport { https: OnceLock::new(), loopback: OnceLock::new(), connections }
    }

    /// Builds the clients that these hosts need.
    ///
    /// # Errors
    /// Returns an error if reqwest refuses the settings.
    pub(crate) fn prepare_for(&self, hosts: &[BaseUrl]) -> Result<(), ConfigError> {
        hosts.iter().try_for_each(|host| self.client(host.is_loopback()).map(drop))
    }

    /// Returns the client for this machine, or for HTTPS to others.
    fn client(&self, is_loopback: bool) -> Result<&reqwest::Client, ConfigError> {
        let slot = if is_loopback { &self.loopback } else { &self.https };
        if let Some(client) = slot.get() {
            return Ok(client);
        }
        let client = self.connections.client(is_loopback)?;
        Ok(slot.get_or_init(|| client))
    }

    /// Creates another transport with the same settings.
    #[cfg(feature = "blocking")]
    pub(crate) fn with_own_connections(&self) -> Result<Self, ConfigError> {
        let again = |client: &OnceLock<reqwest::Client>, is_loopback| match client.get() {
            Some(_) => Ok(OnceLock::from(self.connections.client(is_loopback)?)),
            None => Ok::<_, ConfigError>(OnceLock::new()),
        };
        Ok(HttpTransport {
            https: again(&self.https, false)?,
            loopback: again(&self.loopback, true)?,
            connections: self.connections.clone(),
        })
    }

    /// Sends a request once, until `end`. The future does not borrow the transport.
    pub(crate) fn send_by(
        &self,
        request: PreparedRequest,
        max_response_bytes: usize,
        end: Instant,
    ) -> impl Future<Output = Result<http::Response<Bytes>, TransportError>> + Send + 'static {
        let client = self.client(request.base.is_loopback()).cloned();
        async move {
            let client = client.map_err(unusable)?;
            let tracker = SendTracker::new();
            let sent = client.execute(tracked(request, &tracker));
            let exchange = async {
                let mut response = sent.await.map_err(|error| failed(&error, Phase::Request))?;
                tracker.responded();
                received(&mut response, max_response_bytes).await
            };
            let mut error = match timeout_at(end, exchange).await {
                Ok(Ok(response)) => return Ok(response),
                Ok(Err(error)) => error,
                Err(_) => TransportError::new(TransportErrorKind::Timeout, Outcome::Unknown),
            };
            if tracker.outcome() == Outcome::NotSent {
                error.outcome = Outcome::NotSent;
            }
            Err(error)
        }
    }
}

impl Transport for HttpTransport {
    fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture {
        let end = Instant::from_std(attempt.deadline);
        let response = self.send_by(request, attempt.max_response_bytes, end);
        Box::pin(async move { response.await.map(TransportResponse::not_redirected) })
    }

    fn is_remote(&self) -> bool {
        true
    }
}

impl fmt::Debug for HttpTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpTransport")
            .field("connect_timeout", &self.connections.connect_timeout)
            .field("pool_idle_timeout", &self.connections.pool_idle_timeout)
            .finish_non_exhaustive()
    }
}

/// Returns the error of a transport without a client.
fn unusable(error: ConfigError) -> TransportError {
    let mut failed = TransportError::new(TransportErrorKind::Connect, Outcome::NotSent);
    // Another attempt would fail with the same settings.
    failed.permanent = true;
    failed.caused_by(error)
}

/// Returns reqwest's request, with a body that proves whether it was sent.
fn tracked(request: PreparedRequest, tracker: &SendTracker) -> reqwest::Request {
    let body = tracker.body(request.body.clone());
    let mut request = without_body(request);
    *request.body_mut() = Some(reqwest::Body::wrap(body));
    request
}

/// Reads a response with its body, up to a limit.
async fn received(
    from: &mut reqwest::Response,
    max_response_bytes: usize,
) -> Result<http::Response<Bytes>, TransportError> {
    let body = read_body(from, max_response_bytes).await?;
    let mut response = http::Response::new(body);
    *response.status_mut() = from.status();
    *response.version_mut() = from.version();
    *response.headers_mut() = std::mem::take(from.headers_mut());
    Ok(response)
}

impl TransportResponse {
    /// Reads a response of reqwest with its body, up to
    /// [`max_response_bytes`](Attempt::max_response_bytes). If you use a [`SendTracker`], call
    /// [`responded`](SendTracker::responded) first.
    ///
    /// # Errors
    /// Returns [`Body`](TransportErrorKind::Body) or [`TooLarge`](TransportErrorKind::TooLarge),
    /// both with outcome [`Unknown`](Outcome::Unknown).
    pub async fn from_reqwest(
        mut response: reqwest::Response,
        max_response_bytes: usize,
    ) -> Result<TransportResponse, TransportError> {
        let url = response.url().clone();
        Ok(TransportResponse::new(url, received(&mut response, max_response_bytes).await?))
    }
}

/// Returns whether a request with this method is expected to have a body.
fn has_payload(method: &Method) -> bool {
    matches!(*method, Method::POST | Method::PUT | Method::PATCH)
}

impl From<PreparedRequest> for reqwest::Request {
    /// Converts a request for your own reqwest client, which can send its body only once: neither a
    /// redirect nor a retry repeats it.
    fn from(prepared: PreparedRequest) -> Self {
        let body = prepared.body.clone();
        let mut request = without_body(prepared);
        if !body.is_empty() {
            // reqwest keeps a copy of a body that is given as bytes.
            *request.body_mut() = Some(reqwest::Body::wrap(SendTracker::new().body(body)));
        }
        request
    }
}

/// Method, URL and headers.
fn without_body(mut prepared: PreparedRequest) -> reqwest::Request {
    if prepared.body.is_empty() && has_payload(&prepared.method) {
        // RFC 9110, section 8.6. hyper leaves it out, and some servers refuse the request then,
        // with 411.
        prepared.headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    let url = prepared.url();
    let mut request = reqwest::Request::new(prepared.method, url);
    *request.headers_mut() = prepared.headers;
    request
}

async fn read_body(streamed: &mut reqwest::Response, most: usize) -> Result<Bytes, TransportError> {
    let too_large = || TransportError::new(TransportErrorKind::TooLarge, Outcome::Unknown);
    let announced =
        streamed.content_length().map_or(0, |length| usize::try_from(length).unwrap_or(usize::MAX));
    if announced > most {
        return Err(too_large());
    }
    let broken = |error| failed(&error, Phase::Body);
    let Some(first) = streamed.chunk().await.map_err(broken)? else { return Ok(Bytes::new()) };
    if first.len() > most {
        return Err(too_large());
    }
    // Most bodies arrive in one chunk, which is returned without copying.
    let Some(second) = streamed.chunk().await.map_err(broken)? else { return Ok(first) };
    let mut body =
        BytesMut::with_capacity(announced.min(FIRST_RESERVE).max(first.len() + second.len()));
    body.extend_from_slice(&first);
    let mut next = Some(second);
    while let Some(chunk) = next {
        if body.len() + chunk.len() > most {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
        next = streamed.chunk().await.map_err(broken)?;
    }
    Ok(body.freeze())
}
