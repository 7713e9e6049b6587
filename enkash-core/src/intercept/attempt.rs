//! Attempts as interceptors see them.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};

use crate::base::outcome::Outcome;
use crate::base::quoted::request_id;
use crate::declare::endpoint::EndpointInfo;
use crate::error::{ConfigError, TransportError};
use crate::message::{BaseUrl, PreparedRequest};
use crate::product::Product;
use crate::product::encryption::PayloadCipher;
use crate::wire::given_header::checked_header;

/// The description of an attempt.
#[derive(Clone, Copy)]
pub(crate) struct AttemptInfo<'a> {
    pub(crate) number: u32,
    pub(crate) product: &'static Product,
    pub(crate) endpoint: Option<&'static EndpointInfo>,
    /// The `Debug` output of the request.
    pub(crate) shown: Option<&'a str>,
}

/// The methods that `BeforeAttempt` and `AfterAttempt` share.
macro_rules! info {
    () => {
        /// Returns the number of the attempt within the call, from 1.
        #[must_use]
        pub fn number(&self) -> u32 {
            self.info.number
        }

        /// Returns the product.
        #[must_use]
        pub fn product(&self) -> &'static Product {
            self.info.product
        }

        /// Returns the declared endpoint; `None` for a raw call.
        #[must_use]
        pub fn endpoint(&self) -> Option<&'static EndpointInfo> {
            self.info.endpoint
        }

        /// Returns the `Debug` output of the request, with `***` for values declared sensitive.
        /// `None` for a raw call, for which nothing is declared.
        #[must_use]
        pub fn request(&self) -> Option<&str> {
            self.info.shown
        }
    };
}

/// An attempt before it is sent. See [`Interceptor`](crate::Interceptor).
///
/// `Debug` shows the [`request`](Self::request) and nothing that only `expose_*` methods return.
pub struct BeforeAttempt<'a> {
    info: AttemptInfo<'a>,
    prepared: &'a mut PreparedRequest,
}

impl<'a> BeforeAttempt<'a> {
    /// Creates an attempt from a request that is not encrypted or authenticated yet.
    pub(crate) fn new(info: AttemptInfo<'a>, prepared: &'a mut PreparedRequest) -> Self {
        BeforeAttempt { info, prepared }
    }

    info!();

    /// Returns the HTTP method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.prepared.method
    }

    /// Returns the base URL.
    #[must_use]
    pub fn base_url(&self) -> &BaseUrl {
        &self.prepared.base
    }

    /// Sets a header of this attempt. It replaces one with the same name. A signature of a
    /// [`CredentialProvider`](crate::CredentialProvider) covers it. The header of an API key takes
    /// precedence.
    ///
    /// # Errors
    /// Returns an error for a header that is invalid, or that the client sets from credentials,
    /// body and connection, such as `Authorization` and `Content-Type`.
    pub fn insert_header(&mut self, name: &str, value: &str) -> Result<(), ConfigError> {
        let (name, value) = checked_header("insert_header", name, value)?;
        self.prepared.headers.insert(name, value);
        Ok(())
    }

    /// Returns path and query, including sensitive values.
    #[must_use]
    pub fn expose_target(&self) -> &str {
        &self.prepared.target
    }

    /// Returns the headers, including sensitive values, except those that authenticate the request.
    #[must_use]
    pub fn expose_headers(&self) -> &HeaderMap {
        &self.prepared.headers
    }

    /// Returns the unencrypted body, including sensitive values; empty if there is none.
    #[must_use]
    pub fn expose_body(&self) -> &Bytes {
        &self.prepared.body
    }
}

impl fmt::Debug for BeforeAttempt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BeforeAttempt")
            .field("number", &self.info.number)
            .field("product", &self.info.product.name())
            .field("method", &self.prepared.method)
            .field("request", &self.info.shown)
            .finish_non_exhaustive()
    }
}

/// An attempt that ended with a response or an error. See [`Interceptor`](crate::Interceptor).
///
/// `Debug` shows the [`request`](Self::request), the status and size of the response, and nothing
/// that only `expose_*` methods return.
pub struct AfterAttempt<'a> {
    pub(crate) info: AttemptInfo<'a>,
    pub(crate) method: &'a Method,
    pub(crate) elapsed: Duration,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) result: &'a Result<http::Response<Bytes>, TransportError>,
    pub(crate) cipher: Option<&'a dyn PayloadCipher>,
}

impl AfterAttempt<'_> {
    info!();

    /// Returns the HTTP method.
    #[must_use]
    pub fn method(&self) -> &Method {
        self.method
    }

    /// Returns the time since the request was passed to the transport.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// Returns the outcome of this attempt. `None` for a response with a success status, whose
    /// outcome is known only after decoding, unless its result code means a refused token.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcome
    }

    /// Returns the error of an attempt without a response.
    #[must_use]
    pub fn error(&self) -> Option<&TransportError> {
        self.result.as_ref().err()
    }

    /// Returns the HTTP status of the response.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.response().map(http::Response::status)
    }

    /// Returns the server's id for the request, from the header `x-request-id`; `None` if it does
    /// not look like an id.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.response()?.headers())
    }

    /// Returns the size of the response's body in bytes, as received.
    #[must_use]
    pub fn body_bytes(&self) -> Option<usize> {
        self.response().map(|response| response.body().len())
    }

    /// Returns the headers of the response, which may contain sensitive values.
    #[must_use]
    pub fn expose_headers(&self) -> Option<&HeaderMap> {
        self.response().map(http::Response::headers)
    }

    /// Returns the body of the response, which may contain sensitive values. It is decrypted, on
    /// each call, or as received if it cannot be decrypted.
    #[must_use]
    pub fn expose_body(&self) -> Option<Bytes> {
        let body = self.response()?.body();
        let decrypted = self.cipher.and_then(|cipher| cipher.decrypt(body).ok().flatten());
        Some(decrypted.unwrap_or_else(|| body.clone()))
    }

    fn response(&self) -> Option<&http::Response<Bytes>> {
        self.result.as_ref().ok()
    }
}

impl fmt::Debug for AfterAttempt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AfterAttempt")
            .field("number", &self.info.number)
            .field("product", &self.info.product.name())
            .field("method", &self.method)
            .field("request", &self.info.shown)
            .field("elapsed", &self.elapsed)
            .field("outcome", &self.outcome)
            .field("status", &self.status())
            .field("body_bytes", &self.body_bytes())
            .field("error", &self.error())
            .finish_non_exhaustive()
    }
}
