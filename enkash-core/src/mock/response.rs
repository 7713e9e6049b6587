//! What a mock sends back.

use std::fmt;
use std::future::pending;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Serialize;
use serde_json::json;
use tokio::time::sleep;

use crate::Json;
use crate::error::{ErrorType, TransportError, TransportErrorKind};
use crate::outcome::Outcome;

/// One response of a [`Mock`](super::Mock), or the failure in place of one; give it to
/// [`Answers::respond`](super::Answers::respond).
///
/// ```
/// use enkash_core::mock::{Mock, MockResponse};
/// use enkash_core::{Error, Method, Outcome};
/// use std::time::Duration;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Error> {
/// let mock = Mock::new();
/// mock.on_raw(Method::POST, "/api/v0/x")
///     .respond(MockResponse::raw(429, "").header("retry-after", "0"))
///     .respond(MockResponse::payload(&"done").after(Duration::from_millis(20)))
///     .respond(MockResponse::hang());
/// let client = mock.client()?;
///
/// let call = || client.raw(Method::POST, "/api/v0/x").attempt_timeout(Duration::from_millis(200));
/// assert_eq!(call().send().await?.attempts(), 2);
/// assert_eq!(call().send().await.unwrap_err().outcome(), Outcome::Unknown);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a response is sent once it is given to a mock"]
pub struct MockResponse {
    kind: Kind,
    headers: HeaderMap,
    after: Duration,
}

#[derive(Clone)]
enum Kind {
    /// In the envelope, unless the endpoint is `bare`.
    Payload(Json),
    Raw(StatusCode, Bytes),
    Failure(TransportErrorKind, Outcome),
    Hang,
}

impl MockResponse {
    fn new(kind: Kind) -> Self {
        MockResponse { kind, headers: HeaderMap::new(), after: Duration::ZERO }
    }

    /// A success with this payload, in the envelope unless the endpoint is `bare`. What cannot be serialised becomes
    /// `null`.
    pub fn payload(payload: &impl Serialize) -> Self {
        MockResponse::new(Kind::Payload(serde_json::to_value(payload).unwrap_or_default()))
    }

    /// The failure of the API reference: an error status with `errorResponse` in the envelope.
    pub fn error(status: u16, class: ErrorType, message: &str) -> Self {
        let body = json!({ "errorResponse": {
            "errorType": class.as_str(),
            "errorMessage": message,
            "requestId": "mock-request",
            "apiSubErrors": [],
        }});
        MockResponse::raw(status, body.to_string())
    }

    /// Any status with any body. An invalid status becomes 500.
    pub fn raw(status: u16, body: impl Into<Bytes>) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        MockResponse::new(Kind::Raw(status, body.into()))
    }

    /// No response: the connection is never made, where `outcome` is [`NotSent`](Outcome::NotSent), or breaks.
    pub fn fail(kind: TransportErrorKind, outcome: Outcome) -> Self {
        MockResponse::new(Kind::Failure(kind, outcome))
    }

    /// No response, ever: the attempt ends at its time limit, with the outcome [`Unknown`](Outcome::Unknown). A test
    /// with tokio's paused time does not wait for it.
    pub fn hang() -> Self {
        MockResponse::new(Kind::Hang)
    }

    /// Adds a header. An invalid one is left out, and so are all where there is no response.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            self.headers.append(name, value);
        }
        self
    }

    /// Sends the response, or lets the attempt fail, this long after the request arrived; at once by default.
    pub fn after(mut self, latency: Duration) -> Self {
        self.after = latency;
        self
    }

    /// Responds to a request of an endpoint that is `bare` or not.
    pub(super) async fn send(self, bare: bool) -> Result<http::Response<Bytes>, TransportError> {
        if !self.after.is_zero() {
            sleep(self.after).await;
        }
        let (status, body) = match self.kind {
            Kind::Payload(payload) if bare => (StatusCode::OK, payload.to_string().into()),
            Kind::Payload(payload) => {
                let body = json!({ "payload": payload, "response_code": 0, "response_message": "Success" });
                (StatusCode::OK, body.to_string().into())
            }
            Kind::Raw(status, body) => (status, body),
            Kind::Failure(kind, outcome) => return Err(TransportError::new(kind, outcome)),
            Kind::Hang => pending().await,
        };
        let mut response = http::Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = self.headers;
        Ok(response)
    }
}

impl fmt::Debug for MockResponse {
    /// Shows no body: it can be one that was recorded.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("MockResponse");
        match &self.kind {
            Kind::Payload(_) => debug.field("status", &StatusCode::OK),
            Kind::Raw(status, body) => debug.field("status", status).field("body_bytes", &body.len()),
            Kind::Failure(kind, outcome) => debug.field("kind", kind).field("outcome", outcome),
            Kind::Hang => debug.field("hangs", &true),
        };
        debug.field("after", &self.after).finish_non_exhaustive()
    }
}
