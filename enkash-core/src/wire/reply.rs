//! A decoded response.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::base::outcome::Outcome;
use crate::error::{DecodeError, Error};
use crate::message::RawResponse;
use crate::product::envelope::EnvelopeMeta;

/// A successful response: the payload, the code and message of the envelope, and the raw response.
#[non_exhaustive]
pub struct Reply<T> {
    /// The payload; `None` if it was absent, `null`, or the body was empty.
    pub payload: Option<T>,
    /// The envelope's result code.
    pub code: Option<i64>,
    /// The envelope's message.
    pub message: Option<String>,
    /// Whether a result code that the product defines as success reports it.
    by_code: bool,
    raw: RawResponse,
}

impl<T> Reply<T> {
    pub(crate) fn new(
        payload: Option<T>,
        meta: EnvelopeMeta,
        by_code: bool,
        raw: RawResponse,
    ) -> Self {
        Reply { payload, code: meta.code(), message: meta.message, by_code, raw }
    }

    /// Returns the payload.
    ///
    /// # Errors
    /// Returns [`Error::Decode`] if the response has no payload. The outcome is
    /// [`Performed`](Outcome::Performed) if a result code that the product defines as success
    /// reports it, otherwise [`Unknown`](Outcome::Unknown).
    pub fn into_payload(self) -> Result<T, Error> {
        let Reply { payload, raw, by_code, .. } = self;
        payload.ok_or_else(|| missing_payload(&raw, by_code))
    }

    /// Returns the error for a response that does not match the request, such as one about another
    /// payment: [`Error::Decode`] with outcome [`Unknown`](Outcome::Unknown), since such a response
    /// proves nothing about the call.
    ///
    /// `what` is the error message: lower case, no full stop, and no values from the response.
    ///
    #[cfg_attr(feature = "mock", doc = "```")]
    #[cfg_attr(not(feature = "mock"), doc = "```ignore")]
    /// use enkash_core::mock::Mock;
    /// use enkash_core::{Endpoint, Error, ErrorKind, Json, Outcome, Product, endpoint};
    ///
    /// const PRODUCT: Product = Product::new("example");
    ///
    /// /// Reads a payment.
    /// #[endpoint(GET, "/payment/<id>", response = Json)]
    /// struct GetPayment {
    ///     /// The payment.
    ///     id: String,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Error> {
    /// let mock = Mock::new();
    /// mock.on::<GetPayment>().payload(&serde_json::json!({"id": "P2"}));
    ///
    /// let reply = GetPayment { id: "P1".to_owned() }.send(&mock.client()?).await?;
    /// let read = reply.payload.as_ref().and_then(|payment| payment.get("id")?.as_str());
    /// assert_ne!(read, Some("P1"));
    /// let error = reply.into_mismatch("the response is about another payment");
    /// assert_eq!((error.kind(), error.outcome()), (ErrorKind::Decode, Outcome::Unknown));
    /// assert!(error.to_string().starts_with("the response is about another payment, status 200"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn into_mismatch(self, what: &'static str) -> Error {
        Error::Decode(Box::new(DecodeError::new(&self.raw, what, Outcome::Unknown)))
    }

    /// Returns the HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.raw.status
    }

    /// Returns the headers of the response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.raw.headers
    }

    /// Returns the server's id for the request, from the header `x-request-id`.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.raw.headers.get("x-request-id")?.to_str().ok()
    }

    /// Returns the number of attempts, 1 or more.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.raw.attempts
    }

    /// Returns the body as received, decrypted if it was encrypted.
    #[must_use]
    pub fn raw(&self) -> &Bytes {
        &self.raw.body
    }
}

#[cold]
#[inline(never)]
fn missing_payload(raw: &RawResponse, by_code: bool) -> Error {
    Error::Decode(Box::new(DecodeError::missing_payload(raw, without_payload(by_code))))
}

impl<T> fmt::Debug for Reply<T> {
    /// Leaves out the payload: it may contain personal data, and its type may not implement
    /// `Debug`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("status", &self.raw.status)
            .field("code", &self.code)
            .field("has_payload", &self.payload.is_some())
            .field("body_bytes", &self.raw.body.len())
            .field("attempts", &self.raw.attempts)
            .finish_non_exhaustive()
    }
}

/// Returns the outcome of a reported success whose payload is missing or cannot be read.
pub(crate) const fn without_payload(by_code: bool) -> Outcome {
    if by_code { Outcome::Performed } else { Outcome::Unknown }
}
