//! Which responses a mock gives to what.

use bytes::Bytes;
use serde::Serialize;

use super::{Mock, MockResponse, To};
use crate::error::{ErrorType, TransportErrorKind};
use crate::outcome::Outcome;

/// Adds responses to one endpoint of a [`Mock`].
pub struct Answers<'a> {
    mock: &'a Mock,
    to: To,
}

impl<'a> Answers<'a> {
    pub(super) fn new(mock: &'a Mock, to: To) -> Self {
        Answers { mock, to }
    }

    /// Any response, such as one with a latency.
    pub fn respond(self, response: MockResponse) -> Self {
        self.mock.add(&self.to, response);
        self
    }

    /// [`MockResponse::payload`].
    pub fn payload(self, payload: &impl Serialize) -> Self {
        self.respond(MockResponse::payload(payload))
    }

    /// [`MockResponse::error`].
    pub fn error(self, status: u16, class: ErrorType, message: &str) -> Self {
        self.respond(MockResponse::error(status, class, message))
    }

    /// [`MockResponse::raw`].
    pub fn raw(self, status: u16, body: impl Into<Bytes>) -> Self {
        self.respond(MockResponse::raw(status, body))
    }

    /// [`MockResponse::raw`] with headers: a 429 with `retry-after`, say.
    pub fn answer(self, status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Self {
        let response = MockResponse::raw(status, body);
        self.respond(headers.iter().fold(response, |response, (name, value)| response.header(name, value)))
    }

    /// [`MockResponse::fail`].
    pub fn fail(self, kind: TransportErrorKind, outcome: Outcome) -> Self {
        self.respond(MockResponse::fail(kind, outcome))
    }

    /// [`MockResponse::hang`].
    pub fn hang(self) -> Self {
        self.respond(MockResponse::hang())
    }
}
