//! What an interceptor sees of an attempt.

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

/// Which attempt of which call it is.
#[derive(Clone, Copy)]
pub(crate) struct AttemptInfo<'a> {
    pub(crate) number: u32,
    pub(crate) product: &'static Product,
    pub(crate) endpoint: Option<&'static EndpointInfo>,
    /// The request as it may be shown.
    pub(crate) shown: Option<&'a str>,
}

/// The methods that both have.
macro_rules! info {
    () => {
        /// Which attempt of the call it is, from 1.
        #[must_use]
        pub fn number(&self) -> u32 {
            self.info.number
        }

        /// The product.
        #[must_use]
        pub fn product(&self) -> &'static Product {
            self.info.product
        }

        /// The declared endpoint; `None` for a raw call.
        #[must_use]
        pub fn endpoint(&self) -> Option<&'static EndpointInfo> {
            self.info.endpoint
        }

        /// The request as its `Debug` shows it: with its values, and `***` for those that are
        /// declared sensitive. `None` for a raw call, of which nothing is declared.
        #[must_use]
        pub fn request(&self) -> Option<&str> {
            self.info.shown
        }
    };
}

/// An attempt that is about to be made. See [`Interceptor`](crate::Interceptor).
///
/// `Debug` shows the [`request`](Self::request) and nothing that has to be exposed.
pub struct BeforeAttempt<'a> {
    info: AttemptInfo<'a>,
    prepared: &'a mut PreparedRequest,
}

impl<'a> BeforeAttempt<'a> {
    /// `prepared` is neither encrypted nor authorised yet.
    pub(crate) fn new(info: AttemptInfo<'a>, prepared: &'a mut PreparedRequest) -> Self {
        BeforeAttempt { info, prepared }
    }

    info!();

    /// The method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.prepared.method
    }

    /// Where it goes.
    #[must_use]
    pub fn base_url(&self) -> &BaseUrl {
        &self.prepared.base
    }

    /// Adds a header to this attempt, in place of one of this name. A signature of a
    /// [`CredentialProvider`](crate::CredentialProvider) covers it. `Authorization` and the header
    /// of an API key win over it.
    ///
    /// # Errors
    /// The header is one that the client derives from credentials, body and connection, such as
    /// `Authorization` and `Content-Type`, or it is not well-formed.
    pub fn insert_header(&mut self, name: &str, value: &str) -> Result<(), ConfigError> {
        let (name, value) = checked_header("insert_header", name, value)?;
        self.prepared.headers.insert(name, value);
        Ok(())
    }

    /// Path and query with their values, sensitive ones included.
    #[must_use]
    pub fn expose_target(&self) -> &str {
        &self.prepared.target
    }

    /// The headers, without those that authorise the request. Sensitive values are among them.
    #[must_use]
    pub fn expose_headers(&self) -> &HeaderMap {
        &self.prepared.headers
    }

    /// The body in plain text, sensitive values included; empty if there is none.
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

/// An attempt that has ended, with a response or without. See [`Interceptor`](crate::Interceptor).
///
/// `Debug` shows the [`request`](Self::request), the response's status and size, and nothing that
/// has to be exposed.
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

    /// The method.
    #[must_use]
    pub fn method(&self) -> &Method {
        self.method
    }

    /// From the moment that the request was given to the transport.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// What is certain about this attempt alone. `None` for a response with a success status:
    /// whether the call was performed shows when it is decoded.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcome
    }

    /// Why there is no response.
    #[must_use]
    pub fn error(&self) -> Option<&TransportError> {
        self.result.as_ref().err()
    }

    /// The response's HTTP status.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.response().map(http::Response::status)
    }

    /// The server's id of the request, from the header `x-request-id`; `None` if that does not look
    /// like an id.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.response()?.headers())
    }

    /// The size of the response's body in bytes, as it came.
    #[must_use]
    pub fn body_bytes(&self) -> Option<usize> {
        self.response().map(|response| response.body().len())
    }

    /// The response's headers. Nothing in them is known to be harmless.
    #[must_use]
    pub fn expose_headers(&self) -> Option<&HeaderMap> {
        self.response().map(http::Response::headers)
    }

    /// The response's body: decrypted if it is encrypted, or as it came if it cannot be decrypted.
    /// Nothing in it is known to be harmless. Each call decrypts anew.
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
