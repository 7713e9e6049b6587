//! Responses of a transport.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use url::{Position, Url};

use crate::base::outcome::Outcome;
use crate::error::{TransportError, TransportErrorKind};
use crate::message::BaseUrl;

/// A response of a [`Transport`](crate::Transport), with the URL that it came from, unless the
/// transport cannot follow redirects.
///
/// The client compares this URL with that of the request: if a transport followed a redirect, it
/// sent the request to another server, which may have made a payment.
pub struct TransportResponse {
    url: Option<Url>,
    response: http::Response<Bytes>,
}

impl TransportResponse {
    /// Creates a response with its URL: the last one after redirects, such as
    /// `reqwest::Response::url`.
    #[must_use]
    pub fn new(url: Url, response: http::Response<Bytes>) -> Self {
        TransportResponse { url: Some(url), response }
    }

    /// Creates a response of a transport that cannot follow redirects, such as a fake in a test.
    ///
    /// The client then compares no URL. If the HTTP client behind the transport can follow
    /// redirects, use [`new`](Self::new).
    #[must_use]
    pub fn not_redirected(response: http::Response<Bytes>) -> Self {
        TransportResponse { url: None, response }
    }

    /// Returns the URL that the response came from; `None` for one that is
    /// [`not_redirected`](Self::not_redirected).
    #[must_use]
    pub fn url(&self) -> Option<&Url> {
        self.url.as_ref()
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
        let is_of_target = |url: &Url| {
            // Fragments are not sent.
            let url = &url[..Position::AfterQuery];
            // Most URLs are identical strings, which need not be parsed.
            url.strip_prefix(base.origin()) == Some(target)
                || *url == base.url_of(target)[..Position::AfterQuery]
        };
        let failure = if !self.url.as_ref().is_none_or(is_of_target) {
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

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: usize = 4;

    fn checked(response: TransportResponse) -> Result<(), (TransportErrorKind, Outcome)> {
        let base: BaseUrl = "https://api.example.com/gw".parse().unwrap();
        let response = response.checked(&base, "/gw/a?b=c", LIMIT);
        response.map(drop).map_err(|error| (error.kind(), error.outcome))
    }

    fn from(url: &str) -> Result<(), (TransportErrorKind, Outcome)> {
        checked(TransportResponse::new(url.parse().unwrap(), http::Response::default()))
    }

    #[test]
    fn a_response_from_another_url_was_redirected() {
        assert_eq!(from("https://api.example.com/gw/a?b=c"), Ok(()));
        assert_eq!(from("https://API.example.com:443/gw/./a?b=c#d"), Ok(()));
        let redirected = Err((TransportErrorKind::Redirected, Outcome::Unknown));
        for url in [
            "https://api.example.com.evil.example/gw/a?b=c",
            "https://api.example.com/gw/a?b=c&d=e",
            "https://api.example.com/gw/a",
            "http://api.example.com/gw/a?b=c",
        ] {
            assert_eq!(from(url), redirected, "{url}");
        }
    }

    #[test]
    fn a_transport_without_redirects_needs_no_url_and_keeps_to_the_limit() {
        let of = |length| {
            let body = http::Response::new(Bytes::from(vec![0; length]));
            checked(TransportResponse::not_redirected(body))
        };
        assert_eq!(of(LIMIT), Ok(()));
        assert_eq!(of(LIMIT + 1), Err((TransportErrorKind::TooLarge, Outcome::Unknown)));
    }
}
