//! Responses of a transport.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use url::{Position, Url};

use crate::base::outcome::Outcome;
use crate::error::{TransportError, TransportErrorKind};
use crate::message::BaseUrl;

/// A response of a [`Transport`](crate::Transport), with the URL that it came from.
///
/// The client compares this URL with that of the request: if a transport followed a redirect, it
/// sent the request to another server, which may have made a payment.
pub struct TransportResponse {
    url: Url,
    response: http::Response<Bytes>,
}

impl TransportResponse {
    /// Creates a response with its URL: the last one after redirects, such as
    /// `reqwest::Response::url`. A transport that cannot follow redirects passes
    /// [`PreparedRequest::url`](crate::PreparedRequest::url).
    #[must_use]
    pub fn new(url: Url, response: http::Response<Bytes>) -> Self {
        TransportResponse { url, response }
    }

    /// Returns the URL that the response came from.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// Returns the HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// Returns the headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// Returns the body as received, before decryption.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        self.response.body()
    }

    /// Removes the URL, for a transport that follows no redirects.
    pub(super) fn into_http(self) -> http::Response<Bytes> {
        self.response
    }

    /// Checks the response to a request for this target at this base URL.
    ///
    /// # Errors
    /// Returns an error if the transport followed a redirect, or ignored the size limit.
    pub(super) fn checked(
        self,
        base: &BaseUrl,
        target: &str,
        max_response_bytes: usize,
    ) -> Result<http::Response<Bytes>, TransportError> {
        // Fragments are not sent.
        let url = &self.url[..Position::AfterQuery];
        // Most URLs are identical strings, which need not be parsed.
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
    /// Shows status and size; URL, headers and body can contain personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportResponse")
            .field("status", &self.status())
            .field("body_bytes", &self.body().len())
            .finish_non_exhaustive()
    }
}
