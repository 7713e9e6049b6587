//! Responses: right ones, refusals, and those that a fault changes.

mod envelope;
mod stream;

use std::time::{Duration, UNIX_EPOCH};

use bytes::Bytes;
use http::header::{
    ALLOW, AUTHORIZATION, CONNECTION, CONTENT_TYPE, HeaderName, RETRY_AFTER, WWW_AUTHENTICATE,
};
use http::{HeaderMap, HeaderValue, Method, StatusCode};

use crate::assumptions::{self, Assumption, Assumptions};
use crate::catalogue::{Operation, TokenKind};
use crate::exchange::PayloadCipher;
use crate::exchange::{Outcome, Payload, Refusal};
use crate::faults::{Fault, Kind, RetryAfter};
use crate::state::{State, bearer, refused_token};
pub(crate) use stream::Stream;

const JSON: &str = "application/json";

/// What goes back to the client.
#[derive(Debug)]
pub(crate) enum Response {
    Message(Message),
    /// The connection ends without a response.
    Cut {
        reset: bool,
    },
}

#[derive(Debug)]
pub(crate) struct Message {
    status: StatusCode,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Bytes,
    delivery: Delivery,
    assumptions: Assumptions,
}

/// How the body travels.
#[derive(Debug, Clone, Copy)]
enum Delivery {
    Whole,
    Half,
    Filler(u64),
    Drip { bytes: usize, pause: Duration },
}

impl Response {
    fn new(status: u16, content_type: &'static str, body: impl Into<Bytes>) -> Self {
        Self::Message(Message {
            status: StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            headers: vec![(CONTENT_TYPE, HeaderValue::from_static(content_type))],
            body: body.into(),
            delivery: Delivery::Whole,
            assumptions: Assumptions::new(),
        })
    }

    pub(crate) fn done(outcome: &Outcome) -> Self {
        let content_type = match outcome.payload {
            Payload::Json(_) => JSON,
            Payload::Text(_) => "text/plain;charset=UTF-8",
        };
        Self::new(200, content_type, &outcome.payload).assuming(outcome.assumptions.iter().copied())
    }

    pub(crate) fn refused(state: &State, operation: Option<&Operation>, refusal: &Refusal) -> Self {
        let request_id = state.ids.next("REQ", 12);
        let timestamp = state.stamp(operation.map_or("", Operation::product));
        let body = envelope::failure(operation, refusal, request_id, timestamp);
        let mut response = Self::new(refusal.status, JSON, body.to_string());
        if refusal.status == 401 {
            response.push(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
            .assuming(of_failure(operation, refusal))
            .assuming(refusal.assumptions.iter().copied())
    }

    /// The same response, which rests on these assumptions as well.
    pub(crate) fn assuming(mut self, assumptions: impl IntoIterator<Item = Assumption>) -> Self {
        if let Self::Message(message) = &mut self {
            message.assumptions.extend(assumptions);
        }
        self
    }

    pub(crate) fn allowing(mut self, methods: &[Method]) -> Self {
        let list = methods.iter().map(Method::as_str).collect::<Vec<_>>().join(", ");
        if let Ok(value) = HeaderValue::from_str(&list) {
            self.push(ALLOW, value);
        }
        self
    }

    /// The same response; the connection ends with it.
    pub(crate) fn closing(mut self) -> Self {
        self.push(CONNECTION, HeaderValue::from_static("close"));
        self
    }

    /// The same response with its body in the encrypted envelope.
    pub(crate) fn encrypted(mut self, cipher: &PayloadCipher) -> Self {
        if let Self::Message(message) = &mut self {
            message.body = cipher.encrypt(&message.body).to_string().into();
        }
        self
    }

    /// What the fault sends in place of any response; `None` for faults that change one.
    pub(crate) fn instead(
        state: &State,
        fault: &Fault,
        operation: Option<&Operation>,
        headers: &HeaderMap,
    ) -> Option<Self> {
        let refused = |refusal: &Refusal| Self::refused(state, operation, refusal);
        Some(match fault.kind.as_ref()? {
            Kind::Status(status) => refused(&Refusal::new(*status, "A fault of the sandbox")),
            Kind::Drop => Self::Cut { reset: false },
            Kind::Reset => Self::Cut { reset: true },
            Kind::Html(status) => {
                let page = format!(
                    "<html><body><h1>{status}</h1><p>A fault of the sandbox</p></body></html>\n"
                );
                Self::new(*status, "text/html;charset=UTF-8", page)
            }
            Kind::Garbage => Self::new(200, JSON, GARBAGE),
            Kind::ExpiredToken => {
                let kind = TokenKind::of(operation.map_or("", Operation::product));
                let sent = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
                if let Some(token) = sent.and_then(|header| bearer(kind, header)) {
                    state.tokens.revoke(token);
                }
                refused(&refused_token(kind))
            }
            Kind::TooMany(retry_after) => {
                let mut response = refused(&Refusal::new(429, "Too many requests"));
                if let Some(value) = retry_after.and_then(|after| retry_after_value(state, after)) {
                    response.push(RETRY_AFTER, value);
                }
                response
            }
            Kind::Truncate | Kind::Huge(_) | Kind::Drip { .. } => return None,
        })
    }

    /// The same response, delivered badly.
    pub(crate) fn with_fault(mut self, fault: &Fault) -> Self {
        if let Self::Message(message) = &mut self {
            message.delivery = match fault.kind {
                Some(Kind::Truncate) => Delivery::Half,
                Some(Kind::Huge(bytes)) => Delivery::Filler(bytes),
                Some(Kind::Drip { bytes, pause }) => Delivery::Drip { bytes, pause },
                _ => Delivery::Whole,
            };
        }
        self
    }

    /// The status, unless the connection is cut.
    pub(crate) fn status(&self) -> Option<u16> {
        match self {
            Self::Message(message) => Some(message.status.as_u16()),
            Self::Cut { .. } => None,
        }
    }

    fn push(&mut self, name: HeaderName, value: HeaderValue) {
        if let Self::Message(message) = self {
            message.headers.push((name, value));
        }
    }
}

/// What each failure rests on.
fn of_failure(operation: Option<&Operation>, refusal: &Refusal) -> Assumptions {
    let documented_envelope = operation.is_some_and(|own| own.product() == "accounts-receivable");
    let mut assumptions = Assumptions::from([Assumption::ErrorStatus, Assumption::ErrorType]);
    assumptions.insert(match refusal.code {
        Some(_) => Assumption::TokenRefusal,
        None => Assumption::ErrorCode,
    });
    if !refusal.violations.is_empty() {
        assumptions.insert(Assumption::ErrorDetails);
    }
    if !documented_envelope {
        assumptions.insert(Assumption::ErrorEnvelope);
    }
    assumptions
}

impl Message {
    pub(crate) fn into_response(self) -> http::Response<Stream> {
        let stream = match self.delivery {
            Delivery::Whole => Stream::whole(self.body),
            Delivery::Half => Stream::half(self.body),
            Delivery::Filler(bytes) => Stream::filler(bytes),
            Delivery::Drip { bytes, pause } => Stream::drip(self.body, bytes, pause),
        };
        let mut response = http::Response::new(stream);
        *response.status_mut() = self.status;
        response.headers_mut().extend(self.headers);
        let value = assumptions::header_value(&self.assumptions);
        if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
            response.headers_mut().insert(assumptions::HEADER, value);
        }
        response
    }
}

/// The first second that an HTTP date cannot name.
const YEAR_10000: u64 = 253_402_300_800;

/// Bytes that are neither JSON nor UTF-8.
const GARBAGE: &[u8] = b"\xff\xfe\x00{\"response_code\":\x80\x81 garbage \xc3\x28";

fn retry_after_value(state: &State, after: RetryAfter) -> Option<HeaderValue> {
    let text = match after {
        RetryAfter::Seconds(seconds) => seconds.to_string(),
        RetryAfter::Date(seconds) => {
            let date =
                state.clock.now().max(UNIX_EPOCH).checked_add(Duration::from_secs(seconds))?;
            // HTTP has no dates beyond the year 9999.
            let writable =
                date.duration_since(UNIX_EPOCH).is_ok_and(|since| since.as_secs() < YEAR_10000);
            httpdate::fmt_http_date(writable.then_some(date)?)
        }
    };
    HeaderValue::from_str(&text).ok()
}
