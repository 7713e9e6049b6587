//! A decoded response.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::base::outcome::Outcome;
use crate::error::{DecodeError, Error};
use crate::message::RawResponse;
use crate::product::envelope::EnvelopeMeta;

/// A successful response: the payload, what the envelope said around it, and the response as it
/// came.
#[non_exhaustive]
pub struct Reply<T> {
    /// The envelope's payload; `None` where it was absent, `null`, or the body was empty.
    pub payload: Option<T>,
    /// The envelope's result code.
    pub code: Option<i64>,
    /// The envelope's message.
    pub message: Option<String>,
    /// Whether a result code reports the success that the product defines as one.
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

    /// The payload.
    ///
    /// # Errors
    /// [`Error::Decode`] where the success came without one. Its outcome is
    /// [`Performed`](Outcome::Performed) if a result code reports the success that the product
    /// defines as one, else [`Unknown`](Outcome::Unknown).
    pub fn into_payload(self) -> Result<T, Error> {
        let Reply { payload, raw, by_code, .. } = self;
        payload.ok_or_else(|| missing_payload(&raw, by_code))
    }

    /// The error of a caller who finds that the response is not about what was asked for:
    /// [`Error::Decode`] with outcome [`Unknown`](Outcome::Unknown), since a response about
    /// something else is no evidence.
    ///
    /// `what` becomes the error's message, so it must hold no value: lower case, no full stop.
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

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.raw.status
    }

    /// The headers of the response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.raw.headers
    }

    /// The id that the server gave the request, if it named one in the header `x-request-id`.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.raw.headers.get("x-request-id")?.to_str().ok()
    }

    /// How often the request was sent, 1 or more.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.raw.attempts
    }

    /// The body as it came (decrypted, if it was encrypted).
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
    /// Shows no payload: it may hold what is nobody's business, and its type may not be printable.
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

/// The outcome of a call whose success is reported, while the payload is missing or cannot be read.
pub(crate) const fn without_payload(by_code: bool) -> Outcome {
    if by_code { Outcome::Performed } else { Outcome::Unknown }
}
