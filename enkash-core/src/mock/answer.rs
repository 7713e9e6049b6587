//! What a mock answers.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Serialize;
use serde_json::json;

use super::{Mock, To};
use crate::error::{ErrorType, TransportError, TransportErrorKind};
use crate::outcome::Outcome;

/// Adds answers to one endpoint of a [`Mock`].
pub struct Answers<'a> {
    mock: &'a Mock,
    to: To,
}

impl<'a> Answers<'a> {
    pub(super) fn new(mock: &'a Mock, to: To) -> Self {
        Answers { mock, to }
    }

    /// A success with this payload, in the envelope unless the endpoint is `bare`. What cannot be written as JSON
    /// becomes `null`.
    pub fn payload(self, payload: &impl Serialize) -> Self {
        let payload = serde_json::to_value(payload).unwrap_or_default();
        let bare = matches!(self.to, To::Endpoint { bare: true, .. });
        let body = if bare {
            payload
        } else {
            json!({ "payload": payload, "response_code": 0, "response_message": "Success" })
        };
        self.raw(200, body.to_string())
    }

    /// The documented failure: an error status with `errorResponse` in the envelope.
    pub fn error(self, status: u16, class: ErrorType, message: &str) -> Self {
        let body = json!({ "errorResponse": {
            "errorType": class.as_str(),
            "errorMessage": message,
            "requestId": "mock-request",
            "apiSubErrors": [],
        }});
        self.raw(status, body.to_string())
    }

    /// Any status with any body. A status that there is not becomes 500.
    pub fn raw(self, status: u16, body: impl Into<Bytes>) -> Self {
        self.answer(status, &[], body)
    }

    /// Any status with headers and any body: a 429 with `retry-after`, say. A header that there cannot be is left out.
    pub fn answer(self, status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = headers.iter().filter_map(|(name, value)| {
            Some((HeaderName::try_from(*name).ok()?, HeaderValue::try_from(*value).ok()?))
        });
        self.add(Answer::Answered { status, headers: headers.collect(), body: body.into() })
    }

    /// No answer: the connection is never made, where `outcome` is [`NotSent`](Outcome::NotSent), or breaks.
    pub fn fail(self, kind: TransportErrorKind, outcome: Outcome) -> Self {
        self.add(Answer::Failed(kind, outcome))
    }

    fn add(self, answer: Answer) -> Self {
        self.mock.add(&self.to, answer);
        self
    }
}

#[derive(Clone)]
pub(crate) enum Answer {
    Answered { status: StatusCode, headers: HeaderMap, body: Bytes },
    Failed(TransportErrorKind, Outcome),
}

impl Answer {
    /// What a token call gets: both documented forms in one.
    pub(super) fn token() -> Self {
        let body =
            Bytes::from_static(br#"{"access_token":"mock-token","token_type":"bearer","expires_in":86399}"#);
        Answer::Answered { status: StatusCode::OK, headers: HeaderMap::new(), body }
    }

    pub(super) fn give(self) -> Result<http::Response<Bytes>, TransportError> {
        match self {
            Answer::Answered { status, headers, body } => {
                let mut response = http::Response::new(body);
                *response.status_mut() = status;
                *response.headers_mut() = headers;
                Ok(response)
            }
            Answer::Failed(kind, outcome) => Err(TransportError::new(kind, outcome)),
        }
    }
}
