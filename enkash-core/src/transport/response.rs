//! A response as a transport received it.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use url::{Position, Url};

use crate::base::outcome::Outcome;
use crate::error::{TransportError, TransportErrorKind};
use crate::message::BaseUrl;

/// A response as a [`Transport`](crate::Transport) received it, with the URL that it came from.
///
/// The client compares this URL with the request's: a transport that followed a redirect has sent
/// the request to somebody else, and whether a payment was made there, nobody knows.
pub struct TransportResponse {
    url: Url,
    response: http::Response<Bytes>,
}

impl TransportResponse {
    /// A response and its URL: the last one after redirects, such as `reqwest::Response::url`. A
    /// transport whose client cannot follow any gives the request's,
    /// [`PreparedRequest::url`](crate::PreparedRequest::url).
    #[must_use]
    pub fn new(url: Url, response: http::Response<Bytes>) -> Self {
        TransportResponse { url, response }
    }

    /// The URL that it came from.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// The body as it came, encrypted where it is.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        self.response.body()
    }

    /// Without its URL, for a transport that follows no redirects.
    pub(super) fn into_http(self) -> http::Response<Bytes> {
        self.response
    }

    /// The response to a request for this target at this base URL.
    ///
    /// # Errors
    /// The transport followed a redirect, or ignored the limit.
    pub(super) fn checked(
        self,
        base: &BaseUrl,
        target: &str,
        max_response_bytes: usize,
    ) -> Result<http::Response<Bytes>, TransportError> {
        // A fragment is not sent.
        let url = &self.url[..Position::AfterQuery];
        // Most URLs are the same to the letter, and need not be parsed for that.
        let is_same = url.strip_prefix(base.origin()) == Some(target)
            || *url == base.url_of(target)[..Position::AfterQuery];
        let failure = if !is_same {
            TransportErrorKind::Redirected
        } else if self.body().len() > max_response_bytes {
            TransportErrorKind::TooLarge
        } else {
            return Ok(self.response);
        };
        Err(TransportError::new(failure, Outcome::Unknown))
    }
}

impl fmt::Debug for TransportResponse {
    /// Shows status and size: URL, headers and body can hold what is nobody's business.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportResponse")
            .field("status", &self.status())
            .field("body_bytes", &self.body().len())
            .finish_non_exhaustive()
    }
}
