//! What the tests of this crate share: a transport that follows a script, and endpoints written by hand.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

use bytes::Bytes;
use http::header::{HeaderName, HeaderValue};
use http::{Method, StatusCode};
use tokio::time::{Instant, sleep};

use crate::client::ClientBuilder;
use crate::endpoint::{Endpoint, EndpointInfo};
use crate::error::{TransportError, TransportErrorKind};
use crate::field::{Field, Place, Shape};
use crate::outcome::Outcome;
use crate::record::{Record, Visitor, serialize_record};
use crate::transport::{Attempt, Transport, TransportFuture};
use crate::{Client, OAuthCredentials, Outgoing, Product, Text};

pub(crate) const DONE: &str = r#"{"payload":"done","response_code":0,"response_message":"Success"}"#;

/// One thing that a scripted server does.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Answer(u16, Vec<(&'static str, &'static str)>, Bytes),
    Fail(TransportErrorKind, Outcome),
    /// Nothing, ever.
    Hang,
    /// Another step, later.
    After(Duration, Box<Step>),
}

impl Step {
    pub(crate) fn answer(status: u16, body: impl Into<Bytes>) -> Self {
        Step::Answer(status, Vec::new(), body.into())
    }

    pub(crate) fn status(status: u16) -> Self {
        Step::answer(status, "")
    }

    pub(crate) fn done() -> Self {
        Step::answer(200, DONE)
    }

    pub(crate) fn lost() -> Self {
        Step::Fail(TransportErrorKind::Request, Outcome::Unknown)
    }

    pub(crate) fn refused_connection() -> Self {
        Step::Fail(TransportErrorKind::Connect, Outcome::NotSent)
    }

    pub(crate) fn after(self, wait: Duration) -> Self {
        Step::After(wait, Box::new(self))
    }

    async fn run(self) -> Result<http::Response<Bytes>, TransportError> {
        let mut step = self;
        while let Step::After(wait, next) = step {
            sleep(wait).await;
            step = *next;
        }
        match step {
            Step::Answer(status, headers, body) => {
                let mut response = http::Response::new(body);
                *response.status_mut() = StatusCode::from_u16(status).unwrap();
                response.headers_mut().extend(
                    headers.into_iter().map(|(name, value)| {
                        (HeaderName::from_static(name), HeaderValue::from_static(value))
                    }),
                );
                Ok(response)
            }
            Step::Fail(kind, outcome) => Err(TransportError::new(kind, outcome)),
            Step::Hang | Step::After(..) => std::future::pending().await,
        }
    }
}

/// A transport that does one step after the other; the last one repeats. Token calls have steps of their own, and
/// succeed where they have none: with `token-1`, `token-2` and so on.
#[derive(Default)]
pub(crate) struct Script {
    steps: Mutex<VecDeque<Step>>,
    token_steps: Mutex<VecDeque<Step>>,
    seen: Mutex<Vec<Seen>>,
    tokens: AtomicUsize,
}

/// A request that the scripted server got.
#[derive(Clone)]
pub(crate) struct Seen {
    pub(crate) at: Instant,
    pub(crate) request: Outgoing,
    pub(crate) token_call: bool,
}

impl Seen {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.request.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

impl Script {
    pub(crate) fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Script { steps: Mutex::new(steps.into_iter().collect()), ..Script::default() }
    }

    pub(crate) fn tokens(self, steps: impl IntoIterator<Item = Step>) -> Self {
        *self.token_steps.lock().unwrap() = steps.into_iter().collect();
        self
    }

    pub(crate) fn token_steps(&self) -> MutexGuard<'_, VecDeque<Step>> {
        self.token_steps.lock().unwrap()
    }

    /// The calls that arrived, token calls left out.
    pub(crate) fn calls(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().iter().filter(|seen| !seen.token_call).cloned().collect()
    }

    pub(crate) fn token_calls(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().iter().filter(|seen| seen.token_call).cloned().collect()
    }

    fn next(&self, token_call: bool) -> Step {
        let mut steps = if token_call { &self.token_steps } else { &self.steps }.lock().unwrap();
        match steps.len() {
            0 if token_call => {
                let number = self.tokens.fetch_add(1, Ordering::Relaxed) + 1;
                Step::answer(200, format!(r#"{{"access_token":"token-{number}","expires_in":1000}}"#))
            }
            0 => Step::done(),
            1 => steps[0].clone(),
            _ => steps.pop_front().unwrap(),
        }
    }
}

impl Transport for Script {
    fn send(&self, request: Outgoing, attempt: Attempt) -> TransportFuture {
        self.seen.lock().unwrap().push(Seen { at: Instant::now(), request, token_call: attempt.token_call });
        Box::pin(self.next(attempt.token_call).run())
    }
}

pub(crate) fn credentials() -> OAuthCredentials {
    OAuthCredentials {
        username: "planted-user".into(),
        password: "planted-password".into(),
        client_id: "CEK0TEST01".into(),
        client_secret: "sdk-test-secret-0001".into(),
    }
}

/// A client in the making whose products all live on one host that is never reached.
pub(crate) fn builder() -> ClientBuilder {
    let mut builder = Client::builder().jitter_seed(1).partner_id("planted-partner");
    for product in Product::ALL.iter().copied() {
        builder = builder.base_url(product, "https://example.invalid/gw");
    }
    builder
}

/// A payment: not idempotent, with an id that the server refuses a second time.
pub(crate) struct Pay {
    pub(crate) transaction_id: String,
}

impl Pay {
    pub(crate) fn new() -> Self {
        Pay { transaction_id: "planted-transaction".to_owned() }
    }
}

impl Record for Pay {
    const SHAPE: &'static Shape =
        &Shape::new("Pay", &[Field::new(Place::Body, "transaction_id", "transactionId")]);

    fn visit<V: Visitor>(&self, visitor: &mut V) {
        visitor.body(0, &self.transaction_id);
    }
}

impl serde::Serialize for Pay {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_record(self, serializer)
    }
}

impl Endpoint for Pay {
    type Response = Text;
    const INFO: &'static EndpointInfo = &{
        let mut info = EndpointInfo::new(Self::shape, Method::POST, "/api/v0/pay", false);
        info.unique = Some("transaction_id");
        info.product = Product::BillPayments;
        info
    };
}
