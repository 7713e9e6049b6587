//! What a mock was sent.

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

    /// When it arrived, by tokio's clock, which a test can pause.
    #[must_use]
    pub fn at(&self) -> Instant {
        self.at
    }

    /// The declared endpoint; `None` for a raw call and for a token request.
    #[must_use]
    pub fn endpoint(&self) -> Option<&'static EndpointInfo> {
        self.endpoint
    }

    /// Whether it is a request of this type.
    #[must_use]
    pub fn is<E: Endpoint>(&self) -> bool {
        self.endpoint.is_some_and(|info| To::endpoint(info) == To::endpoint(E::INFO))
    }

    /// The method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.request.method
    }

    /// The whole URL, with the host.
    #[must_use]
    pub fn url(&self) -> Url {
        self.request.url()
    }

    /// The path, encoded.
    #[must_use]
    pub fn path(&self) -> &str {
        self.request.path()
    }

    /// The value of a placeholder of the template, by its name on the wire.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<String> {
        let template = self.endpoint?.template;
        template.split('/').zip(self.path().split('/')).find_map(|(expected, segment)| {
            let placeholder = expected.strip_prefix('<')?.strip_suffix('>')?;
            (placeholder == name).then(|| decoded(segment))
        })
    }

    /// The first value of a parameter of the query.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<String> {
        self.queries().into_iter().find_map(|(key, value)| (key == name).then_some(value))
    }

    /// The names and values of the query, in order.
    #[must_use]
    pub fn queries(&self) -> Vec<(String, String)> {
        let pairs = self.request.query().into_iter().flat_map(|query| query.split('&'));
        pairs
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (decoded(name), decoded(value)))
            .collect()
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.request.headers
    }

    /// The first value of a header, if it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.request.headers.get(name)?.to_str().ok()
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.request.body
    }

    /// The body as JSON, if it is JSON.
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
