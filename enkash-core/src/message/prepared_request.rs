//! A request that is ready to leave.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method};
use url::Url;

use super::base_url::BaseUrl;

/// A request that is ready to leave.
///
/// Cloning it is cheap enough for a retry: the body is shared.
#[derive(Clone)]
#[non_exhaustive]
pub struct PreparedRequest {
    /// The method.
    pub method: Method,
    /// Where it goes.
    pub base: BaseUrl,
    /// Path (with the base's prefix) and, behind a `?`, the query; encoded.
    pub target: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body; empty where there is none.
    pub body: Bytes,
    /// Whether it carries an id of the caller's own that the server refuses a second time.
    pub carries_unique_id: bool,
}

impl PreparedRequest {
    /// The path, encoded.
    #[must_use]
    pub fn path(&self) -> &str {
        self.target.split_once('?').map_or(&*self.target, |(path, _)| path)
    }

    /// The query, encoded, if there is one.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.target.split_once('?').map(|(_, query)| query)
    }

    /// The whole URL.
    #[must_use]
    pub fn url(&self) -> Url {
        self.base.url_of(&self.target)
    }
}

impl fmt::Debug for PreparedRequest {
    /// Shows method, base and sizes: a path or query can hold what is nobody's business.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PreparedRequest")
            .field("method", &self.method)
            .field("base", &self.base)
            .field("headers", &self.headers.len())
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
