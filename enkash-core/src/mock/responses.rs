//! Which responses a mock gives to what.

use std::sync::Mutex;

use bytes::Bytes;
use serde::Serialize;

use super::response::MockResponse;
use super::state::{self, MockState};
use super::target::To;
use crate::base::outcome::Outcome;
use crate::error::TransportErrorKind;

/// Adds responses to what a [`Mock`](super::Mock) receives, in the order in which they are sent; the last one repeats.
pub struct Responses<'a> {
    state: &'a Mutex<MockState>,
    to: To,
}

impl<'a> Responses<'a> {
    pub(super) fn new(state: &'a Mutex<MockState>, to: To) -> Self {
        Responses { state, to }
    }

    /// This response, such as one with a latency.
    pub fn respond(self, response: MockResponse) -> Self {
        state::lock(self.state).add(&self.to, response);
        self
    }

    /// A success with this payload; see [`MockResponse::payload`].
    pub fn payload(self, payload: &impl Serialize) -> Self {
        self.respond(MockResponse::payload(payload))
    }

    /// An error status with an error of this class; see [`MockResponse::error`].
    pub fn error(self, status: u16, error_type: impl AsRef<str>, message: &str) -> Self {
        self.respond(MockResponse::error(status, error_type, message))
    }

    /// Any status with any body; see [`MockResponse::raw`].
    pub fn raw(self, status: u16, body: impl Into<Bytes>) -> Self {
        self.respond(MockResponse::raw(status, body))
    }

    /// Any status with headers and any body, such as a 429 with `retry-after`; see [`MockResponse::header`].
    pub fn response(self, status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Self {
        let response = MockResponse::raw(status, body);
        self.respond(headers.iter().fold(response, |response, (name, value)| response.header(name, value)))
    }

    /// A connection that is never made, or breaks; see [`MockResponse::fail`].
    pub fn fail(self, kind: TransportErrorKind, outcome: Outcome) -> Self {
        self.respond(MockResponse::fail(kind, outcome))
    }

    /// No response, ever; see [`MockResponse::hang`].
    pub fn hang(self) -> Self {
        self.respond(MockResponse::hang())
    }
}
