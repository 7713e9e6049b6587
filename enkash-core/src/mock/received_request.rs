//! Requests that a mock received.

use std::fmt;
use std::time::Instant;

use bytes::Bytes;
use http::{HeaderMap, Method};
use percent_encoding::percent_decode_str;
use url::Url;

use super::target::To;
use crate::Json;
use crate::declare::endpoint::{Endpoint, EndpointInfo};
use crate::message::PreparedRequest;

/// One attempt that a [`Mock`](super::Mock) received.
#[derive(Clone)]
pub struct ReceivedRequest {
    request: PreparedRequest,
    endpoint: Option<&'static EndpointInfo>,
    at: Instant,
}

impl ReceivedRequest {
    pub(super) fn new(request: PreparedRequest, endpoint: Option<&'static EndpointInfo>) -> Self {
        ReceivedRequest { request, endpoint, at: tokio::time::Instant::now().into_std() }
    }

    /// Returns the time of arrival on tokio's clock, which a test can pause.
    #[must_use]
    pub fn at(&self) -> Instant {
        self.at
    }

    /// Returns the declared endpoint; `None` for a raw call and for a token request.
    #[must_use]
    pub fn endpoint(&self) -> Option<&'static EndpointInfo> {
        self.endpoint
    }

    /// Returns whether it is a request to this endpoint.
    #[must_use]
    pub fn is<E: Endpoint>(&self) -> bool {
        self.endpoint.is_some_and(|info| To::endpoint(info) == To::endpoint(E::INFO))
    }

    /// Returns the HTTP method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.request.method
    }

    /// Returns the whole URL.
    #[must_use]
    pub fn url(&self) -> Url {
        self.request.url()
    }

    /// Returns the encoded path.
    #[must_use]
    pub fn path(&self) -> &str {
        self.request.path()
    }

    /// Returns the value of a placeholder in the path template, by its name on the wire.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<String> {
        let template = self.endpoint?.template;
        template.split('/').zip(self.path().split('/')).find_map(|(expected, segment)| {
            let placeholder = expected.strip_prefix('<')?.strip_suffix('>')?;
            (placeholder == name).then(|| decoded(segment))
        })
    }

    /// Returns the first value of a query parameter.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<String> {
        self.queries().into_iter().find_map(|(key, value)| (key == name).then_some(value))
    }

    /// Returns the names and values of the query in order.
    #[must_use]
    pub fn queries(&self) -> Vec<(String, String)> {
        let pairs = self.request.query().into_iter().flat_map(|query| query.split('&'));
        pairs
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (decoded(name), decoded(value)))
            .collect()
    }

    /// Returns the headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.request.headers
    }

    /// Returns the first value of a header, if it is a string.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.request.headers.get(name)?.to_str().ok()
    }

    /// Returns the body.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.request.body
    }

    /// Returns the body as JSON; `None` if it is not JSON.
    #[must_use]
    pub fn json(&self) -> Option<Json> {
        serde_json::from_slice(&self.request.body).ok()
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

impl fmt::Debug for ReceivedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReceivedRequest")
            .field("endpoint", &self.endpoint.map(|info| info.name()))
            .field("request", &self.request)
            .finish()
    }
}
