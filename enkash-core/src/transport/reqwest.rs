//! The default transport.

mod dispatch;
mod failure;

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Method};
use tokio::time::{Instant, timeout_at};

use self::dispatch::{Dispatch, TRUST};
use self::failure::{Phase, failed};
use crate::base::outcome::Outcome;
use crate::error::{ConfigError, TransportError, TransportErrorKind};
use crate::message::{BaseUrl, PreparedRequest};

/// What is set aside for a body at once, however long it says it is.
const FIRST_RESERVE: usize = 64 * 1024;

/// Two clients: one for HTTPS alone, which goes through a proxy where the environment names one, and one for plain HTTP
/// to this machine, which never does.
pub(crate) struct ReqwestTransport {
    https: OnceLock<reqwest::Client>,
    loopback: OnceLock<reqwest::Client>,
    connections: Connections,
}

/// The settings of the default transport.
#[derive(Clone)]
pub(crate) struct Connections {
    pub(crate) connect_timeout: Duration,
    pub(crate) pool_idle_timeout: Duration,
    /// Applied first, so that it cannot undo what safety needs.
    pub(crate) http: Option<Customise>,
}

impl Default for Connections {
    fn default() -> Self {
        Connections {
            connect_timeout: Duration::from_secs(5),
            // Common servers keep an unused connection for 5 seconds or longer. One that closes it just when a payment
            // is sent over it leaves open what happened, and another handshake costs less.
            pool_idle_timeout: Duration::from_secs(4),
            http: None,
        }
    }
}

impl Connections {
    /// A client for HTTPS, or for plain HTTP to this machine.
    fn client(&self, is_plain: bool) -> Result<reqwest::Client, ConfigError> {
        let mut builder = reqwest::Client::builder();
        if let Some(customise) = &self.http {
            builder = customise(builder);
        }
        builder = builder
            .redirect(reqwest::redirect::Policy::none())
            // Repeating a request is decided in one place, by what the call does. What stays is hyper's own: a request
            // that it had not begun to write when a kept connection closed goes over another one.
            .retry(reqwest::retry::never())
            .referer(false)
            // It logs every byte, secrets included.
            .connection_verbose(false)
            .pool_idle_timeout(self.pool_idle_timeout)
            .connect_timeout(self.connect_timeout);
        if self.pool_idle_timeout.is_zero() {
            builder = builder.pool_max_idle_per_host(0);
        }
        builder = if is_plain { builder.https_only(false).no_proxy() } else { builder.https_only(true) };
        builder.build().map_err(|error| {
            ConfigError::caused_by(
                "the HTTP client could not be built; check the settings of `.http(…)`, where you use it",
                error.without_url(),
            )
        })
    }
}

/// Changes reqwest's own settings.
pub(crate) type Customise = Arc<dyn Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send + Sync>;

impl ReqwestTransport {
    /// Builds the clients that these hosts need. Another one is built at the first call that needs it.
    pub(crate) fn new(connections: Connections, hosts: &[BaseUrl]) -> Result<Self, ConfigError> {
        let transport = ReqwestTransport { https: OnceLock::new(), loopback: OnceLock::new(), connections };
        for host in hosts {
            transport.client(host)?;
        }
        Ok(transport)
    }

    /// The client for a host.
    fn client(&self, host: &BaseUrl) -> Result<&reqwest::Client, ConfigError> {
        let slot = if host.is_plain() { &self.loopback } else { &self.https };
        if let Some(client) = slot.get() {
            return Ok(client);
        }
        let client = self.connections.client(host.is_plain())?;
        Ok(slot.get_or_init(|| client))
    }

    /// Another transport with these settings.
    #[cfg(feature = "blocking")]
    pub(crate) fn with_own_connections(&self) -> Result<Self, ConfigError> {
        let again = |client: &OnceLock<reqwest::Client>, is_plain| match client.get() {
            Some(_) => Ok(OnceLock::from(self.connections.client(is_plain)?)),
            None => Ok::<_, ConfigError>(OnceLock::new()),
        };
        Ok(ReqwestTransport {
            https: again(&self.https, false)?,
            loopback: again(&self.loopback, true)?,
            connections: self.connections.clone(),
        })
    }

    /// Sends a request once, and gives up at `end`.
    pub(crate) async fn send(
        &self,
        request: PreparedRequest,
        max_response_bytes: usize,
        end: Instant,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let dispatch = Dispatch::new(&TRUST);
        let exchange = timeout_at(end, self.exchange(request, max_response_bytes, &dispatch)).await;
        let mut error = match exchange {
            Ok(Ok(response)) => return Ok(response),
            Ok(Err(error)) => error,
            Err(_) => TransportError::new(TransportErrorKind::Timeout, Outcome::Unknown),
        };
        if dispatch.nothing_sent() {
            error.outcome = Outcome::NotSent;
        }
        Err(error)
    }

    async fn exchange(
        &self,
        mut request: PreparedRequest,
        max_response_bytes: usize,
        dispatch: &Dispatch,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let client = self.client(&request.base).map_err(|error| {
            let mut failed = TransportError::new(TransportErrorKind::Connect, Outcome::NotSent);
            // Another attempt would find the same settings.
            failed.permanent = true;
            failed.caused_by(error)
        })?;
        if request.body.is_empty() && has_payload(&request.method) {
            // RFC 9110, section 8.6. hyper leaves it out, and some servers refuse the request then, with 411.
            request.headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        let body = dispatch.body(std::mem::take(&mut request.body));
        let mut request = into_request(request);
        *request.body_mut() = Some(reqwest::Body::wrap(body));
        let mut streamed = client.execute(request).await.map_err(|error| failed(&error, Phase::Request))?;
        dispatch.responded();
        let mut response = http::Response::new(Bytes::new());
        *response.status_mut() = streamed.status();
        *response.version_mut() = streamed.version();
        *response.headers_mut() = std::mem::take(streamed.headers_mut());
        *response.body_mut() = read_body(streamed, max_response_bytes).await?;
        Ok(response)
    }
}

/// Whether a request with this method is expected to have a body.
fn has_payload(method: &Method) -> bool {
    matches!(*method, Method::POST | Method::PUT | Method::PATCH)
}

/// The request in reqwest's own type.
#[must_use]
pub fn into_request(prepared: PreparedRequest) -> reqwest::Request {
    let url = prepared.url();
    let mut request = reqwest::Request::new(prepared.method, url);
    *request.headers_mut() = prepared.headers;
    if !prepared.body.is_empty() {
        *request.body_mut() = Some(prepared.body.into());
    }
    request
}

async fn read_body(mut streamed: reqwest::Response, most: usize) -> Result<Bytes, TransportError> {
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
    // Most responses come in one piece, which is handed on as it is.
    let Some(second) = streamed.chunk().await.map_err(broken)? else { return Ok(first) };
    let mut body = BytesMut::with_capacity(announced.min(FIRST_RESERVE).max(first.len() + second.len()));
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
