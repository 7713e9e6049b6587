//! Responses of a mock.

use std::fmt;
use std::future::pending;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Serialize;
use tokio::time::sleep;

use super::received_request::ReceivedRequest;
use super::write;
use crate::base::outcome::Outcome;
use crate::error::{TransportError, TransportErrorKind};
use crate::product::{AuthScheme, Product, TokenResponseNames};
use crate::{Json, JsonMap};

/// A response of a [`Mock`](super::Mock), or a failure. Pass it to
/// [`Responses::respond`](super::Responses::respond).
///
/// ```
/// use enkash_core::mock::{Mock, MockResponse};
/// use enkash_core::{Error, Method, Outcome, Product};
/// use std::time::Duration;
///
/// const PRODUCT: Product = Product::new("example");
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Error> {
/// let mock = Mock::new();
/// mock.on_raw(Method::POST, "/x")
///     .respond(MockResponse::raw(429, "").header("retry-after", "0"))
///     .respond(MockResponse::payload(&["done"]).after(Duration::from_millis(20)))
///     .respond(MockResponse::hang());
/// let client = mock.client()?;
///
/// let call =
///     || client.raw(&PRODUCT, Method::POST, "/x").attempt_timeout(Duration::from_millis(200));
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
    /// The number of times that it is sent, if it was set.
    pub(super) times: Option<usize>,
}

#[derive(Clone)]
enum Kind {
    /// A payload, in the product's envelope unless the response is bare.
    Payload(Json),
    /// An error in the format of the product.
    Error(StatusCode, String, String),
    Raw(StatusCode, Bytes),
    Failure(TransportErrorKind, Outcome),
    Hang,
    FromRequest(Arc<dyn Fn(&ReceivedRequest) -> MockResponse + Send + Sync>),
}

impl MockResponse {
    /// Creates the default response to a token request, with a token that is valid for a day.
    pub(super) fn granted_token(product: &Product) -> Self {
        let names = match product.auth_scheme() {
            Some(AuthScheme::PasswordGrant(grant)) => grant.response,
            Some(AuthScheme::KeyPairToken(scheme)) => scheme.response,
            _ => &TokenResponseNames::OAUTH,
        };
        let field =
            |names: &[&'static str], value: Json| Some(((*names.first()?).to_owned(), value));
        let fields =
            [field(names.token, "mock-token".into()), field(names.expires_in, 86_400.into())];
        MockResponse::payload(&fields.into_iter().flatten().collect::<JsonMap>())
    }

    fn new(kind: Kind) -> Self {
        MockResponse { kind, headers: HeaderMap::new(), after: Duration::ZERO, times: None }
    }

    /// Creates a success with this payload, in the envelope of the product unless the endpoint is
    /// `bare`. A value that cannot be serialised becomes `null`.
    pub fn payload(payload: &impl Serialize) -> Self {
        MockResponse::new(Kind::Payload(serde_json::to_value(payload).unwrap_or_default()))
    }

    /// Creates an error with this status and class, in the envelope of the product.
    pub fn error(status: u16, error_type: impl AsRef<str>, message: &str) -> Self {
        let kind =
            Kind::Error(self::status(status), error_type.as_ref().to_owned(), message.to_owned());
        MockResponse::new(kind)
    }

    /// Creates a response with any status and body. An invalid status becomes 500.
    pub fn raw(status: u16, body: impl Into<Bytes>) -> Self {
        MockResponse::new(Kind::Raw(self::status(status), body.into()))
    }

    /// Creates a network failure: the connection is never made if `outcome` is
    /// [`NotSent`](Outcome::NotSent), and breaks otherwise.
    pub fn fail(kind: TransportErrorKind, outcome: Outcome) -> Self {
        MockResponse::new(Kind::Failure(kind, outcome))
    }

    /// Creates a response that never arrives: the attempt ends at its time limit with outcome
    /// [`Unknown`](Outcome::Unknown). With tokio's paused time, a test does not wait.
    pub fn hang() -> Self {
        MockResponse::new(Kind::Hang)
    }

    /// Creates a response from the request, for example with the same id. Headers and latencies of
    /// both responses are combined.
    ///
    /// ```
    /// use enkash_core::mock::{Mock, MockResponse};
    /// use enkash_core::{Error, Method, Product};
    /// use serde_json::json;
    ///
    /// const PRODUCT: Product = Product::new("example");
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Error> {
    /// let mock = Mock::new();
    /// mock.on_raw(Method::GET, "/x").respond_with(|request| match request.query("id") {
    ///     Some(id) => MockResponse::payload(&json!({ "id": id })),
    ///     None => MockResponse::error(400, "VALIDATION_ERROR", "no id"),
    /// });
    /// let reply = mock.client()?.raw(&PRODUCT, Method::GET, "/x").query("id", "7").send().await?;
    /// assert_eq!(reply.into_payload()?["id"], "7");
    /// # Ok(())
    /// # }
    /// ```
    pub fn from_request(
        respond: impl Fn(&ReceivedRequest) -> MockResponse + Send + Sync + 'static,
    ) -> Self {
        MockResponse::new(Kind::FromRequest(Arc::new(respond)))
    }

    /// Adds a header. It is ignored if it is invalid or there is no response.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            self.headers.append(name, value);
        }
        self
    }

    /// Delays the response or failure by this duration after the request arrived; zero by default.
    ///
    /// The delay is on tokio's clock: with paused time (`start_paused = true`, or
    /// `tokio::time::pause()`), a test does not wait.
    pub fn after(mut self, latency: Duration) -> Self {
        self.after = latency;
        self
    }

    /// Sets how many requests get this response before the next one follows. By default it is one
    /// request, and all further ones if the response is the last.
    ///
    /// After a sequence whose last response has `times`, further calls have no response.
    /// [`Mock::verify`](super::Mock::verify) panics if there were fewer requests.
    ///
    /// ```
    /// use enkash_core::mock::{Mock, MockResponse};
    /// use enkash_core::{Error, ErrorKind, Method, Product};
    ///
    /// const PRODUCT: Product = Product::new("example");
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Error> {
    /// let mock = Mock::new();
    /// mock.on_raw(Method::GET, "/x")
    ///     .respond(MockResponse::raw(503, "").times(2))
    ///     .respond(MockResponse::payload(&["done"]).times(1));
    /// let client = mock.client()?;
    ///
    /// let call = || client.raw(&PRODUCT, Method::GET, "/x").send();
    /// assert_eq!(call().await?.attempts(), 3);
    /// mock.verify();
    /// assert_eq!(call().await.unwrap_err().kind(), ErrorKind::NoMockResponse);
    /// # Ok(())
    /// # }
    /// ```
    pub fn times(mut self, times: usize) -> Self {
        self.times = Some(times);
        self
    }

    /// Returns the response itself, or the one that its function creates from the request.
    pub(super) fn resolve(self, request: &ReceivedRequest) -> Self {
        let Kind::FromRequest(respond) = self.kind else { return self };
        let mut response = respond(request).resolve(request);
        response.headers.extend(self.headers);
        response.after = response.after.saturating_add(self.after);
        response
    }

    /// Sends the response to a request of this product, in its envelope unless it is bare.
    pub(super) async fn send(
        self,
        product: &'static Product,
        bare: bool,
    ) -> Result<http::Response<Bytes>, TransportError> {
        if !self.after.is_zero() {
            sleep(self.after).await;
        }
        let (status, body) = match self.kind {
            Kind::Payload(payload) if bare => (StatusCode::OK, payload.to_string().into()),
            Kind::Payload(payload) => (StatusCode::OK, write::success(product, payload)),
            Kind::Error(status, error_type, message) => {
                (status, write::error(product, &error_type, &message))
            }
            Kind::Raw(status, body) => (status, body),
            Kind::Failure(kind, outcome) => return Err(TransportError::new(kind, outcome)),
            // `resolve` replaces all functions.
            Kind::Hang | Kind::FromRequest(_) => pending().await,
        };
        let mut response = http::Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = self.headers;
        Ok(response)
    }
}

fn status(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

impl fmt::Debug for MockResponse {
    /// Omits the body, which may be a recording of real data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("MockResponse");
        match &self.kind {
            Kind::Payload(_) => debug.field("status", &StatusCode::OK),
            Kind::Error(status, ..) => debug.field("status", status),
            Kind::Raw(status, body) => {
                debug.field("status", status).field("body_bytes", &body.len())
            }
            Kind::Failure(kind, outcome) => debug.field("kind", kind).field("outcome", outcome),
            Kind::Hang => debug.field("hangs", &true),
            Kind::FromRequest(_) => debug.field("from_request", &true),
        };
        debug.field("after", &self.after).finish_non_exhaustive()
    }
}
