//! The default transport.

use std::time::Duration;

use bytes::{Bytes, BytesMut};

use crate::error::{ConfigError, TransportError, TransportErrorKind};
use crate::outcome::Outcome;
use crate::outgoing::Outgoing;

/// How long an unused connection is kept. A server that closes it just when a payment is sent over it leaves open what
/// happened, so it goes before servers commonly let it go; another handshake costs less.
const IDLE: Duration = Duration::from_secs(15);

/// What is set aside for a body at once, however long it says it is.
const FIRST_RESERVE: usize = 64 * 1024;

/// Two clients: one for HTTPS alone, which goes through a proxy where the environment names one, and one for plain HTTP
/// to this machine, which never does.
pub(crate) struct ReqwestTransport {
    https: Option<reqwest::Client>,
    loopback: Option<reqwest::Client>,
    #[cfg(feature = "blocking")]
    connect_timeout: Duration,
}

impl ReqwestTransport {
    /// Builds the clients that are needed.
    pub(crate) fn new(connect_timeout: Duration, https: bool, loopback: bool) -> Result<Self, ConfigError> {
        let build = |needed: bool, settle: fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder| {
            if !needed {
                return Ok(None);
            }
            let builder = reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                // Repeating a request is decided in one place, by what the call does. What stays is hyper's own: a
                // request that it had not begun to write when a kept connection closed goes over another one.
                .retry(reqwest::retry::never())
                .referer(false)
                .pool_idle_timeout(IDLE)
                .connect_timeout(connect_timeout);
            settle(builder).build().map(Some).map_err(|error| {
                ConfigError::caused_by("the HTTP client could not be made", error.without_url())
            })
        };
        Ok(ReqwestTransport {
            https: build(https, |builder| builder.https_only(true))?,
            loopback: build(loopback, reqwest::ClientBuilder::no_proxy)?,
            #[cfg(feature = "blocking")]
            connect_timeout,
        })
    }

    /// Another transport with these settings.
    #[cfg(feature = "blocking")]
    pub(crate) fn with_own_connections(&self) -> Result<Self, ConfigError> {
        ReqwestTransport::new(self.connect_timeout, self.https.is_some(), self.loopback.is_some())
    }

    pub(crate) async fn send(
        &self,
        request: Outgoing,
        max_response_bytes: usize,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let client = if request.base.is_plain() { &self.loopback } else { &self.https };
        // A client for each kind of base URL was made with the base URLs in hand.
        let Some(client) = client else {
            return Err(TransportError::new(TransportErrorKind::Connect, Outcome::NotSent));
        };
        let mut answer =
            client.execute(into_request(request)).await.map_err(|error| failed(error, Phase::Request))?;
        let mut response = http::Response::new(Bytes::new());
        *response.status_mut() = answer.status();
        *response.version_mut() = answer.version();
        *response.headers_mut() = std::mem::take(answer.headers_mut());
        *response.body_mut() = read_body(answer, max_response_bytes).await?;
        Ok(response)
    }
}

/// The request in reqwest's own type.
#[must_use]
pub fn into_request(outgoing: Outgoing) -> reqwest::Request {
    let url = outgoing.url();
    let mut request = reqwest::Request::new(outgoing.method, url);
    *request.headers_mut() = outgoing.headers;
    if !outgoing.body.is_empty() {
        *request.body_mut() = Some(outgoing.body.into());
    }
    request
}

async fn read_body(mut answer: reqwest::Response, most: usize) -> Result<Bytes, TransportError> {
    let too_large = || TransportError::new(TransportErrorKind::TooLarge, Outcome::Unknown);
    let announced = answer.content_length().map_or(0, |length| usize::try_from(length).unwrap_or(usize::MAX));
    if announced > most {
        return Err(too_large());
    }
    let broken = |error| failed(error, Phase::Body);
    let Some(first) = answer.chunk().await.map_err(broken)? else { return Ok(Bytes::new()) };
    if first.len() > most {
        return Err(too_large());
    }
    // Most answers come in one piece, which is handed on as it is.
    let Some(second) = answer.chunk().await.map_err(broken)? else { return Ok(first) };
    let mut body = BytesMut::with_capacity(announced.min(FIRST_RESERVE).max(first.len() + second.len()));
    body.extend_from_slice(&first);
    let mut next = Some(second);
    while let Some(chunk) = next {
        if body.len() + chunk.len() > most {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
        next = answer.chunk().await.map_err(broken)?;
    }
    Ok(body.freeze())
}

#[derive(Clone, Copy)]
enum Phase {
    Request,
    Body,
}

/// Only a connection that was never made is proof that nothing was sent.
fn failed(error: reqwest::Error, phase: Phase) -> TransportError {
    let (kind, outcome) = if error.is_connect() || error.is_builder() {
        (TransportErrorKind::Connect, Outcome::NotSent)
    } else if error.is_timeout() {
        (TransportErrorKind::Timeout, Outcome::Unknown)
    } else {
        match phase {
            Phase::Request => (TransportErrorKind::Request, Outcome::Unknown),
            Phase::Body => (TransportErrorKind::Body, Outcome::Unknown),
        }
    };
    // The URL can hold what is nobody's business.
    TransportError::new(kind, outcome).caused_by(error.without_url())
}

#[cfg(test)]
mod tests;
