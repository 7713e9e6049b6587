//! Prepared requests.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method};
use url::Url;

use super::base_url::BaseUrl;

/// A request that is ready to be sent.
///
/// Cloning it is cheap, since the body is shared.
#[derive(Clone)]
#[non_exhaustive]
pub struct PreparedRequest {
    /// The method.
    pub method: Method,
    /// The base URL.
    pub base: BaseUrl,
    /// The encoded path (including the base URL's prefix) and, after a `?`, the encoded query.
    pub target: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body; empty if there is none.
    pub body: Bytes,
    /// Whether the request contains an id of the caller that the server refuses a second time.
    pub carries_unique_id: bool,
}

impl PreparedRequest {
    /// Returns the encoded path.
    #[must_use]
    pub fn path(&self) -> &str {
        self.target.split_once('?').map_or(&*self.target, |(path, _)| path)
    }

    /// Returns the encoded query, if there is one.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.target.split_once('?').map(|(_, query)| query)
    }

    /// Returns the whole URL.
    #[must_use]
    pub fn url(&self) -> Url {
        self.base.url_of(&self.target)
    }
}

impl fmt::Debug for PreparedRequest {
    /// Shows method, base URL and sizes; path and query can contain personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PreparedRequest")
            .field("method", &self.method)
            .field("base", &self.base)
            .field("headers", &self.headers.len())
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
