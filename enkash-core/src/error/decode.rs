//! Errors of decoding.

use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;
use http::StatusCode;

use crate::base::outcome::Outcome;
use crate::base::secret::RedactedBytes;
use crate::message::RawResponse;

/// A response that could not be decoded.
#[derive(Debug, thiserror::Error)]
pub struct DecodeError {
    pub(crate) status: StatusCode,
    pub(crate) body: RedactedBytes,
    pub(crate) what: &'static str,
    pub(crate) path: Option<String>,
    pub(crate) outcome: Outcome,
    pub(crate) attempts: u32,
    pub(crate) source: Option<Box<dyn StdError + Send + Sync>>,
}

impl DecodeError {
    pub(crate) fn new(response: &RawResponse, what: &'static str, outcome: Outcome) -> Self {
        DecodeError {
            status: response.status,
            body: RedactedBytes(response.body.clone()),
            what,
            path: None,
            outcome,
            attempts: response.attempts,
            source: None,
        }
    }

    pub(crate) fn missing_payload(response: &RawResponse, outcome: Outcome) -> Self {
        DecodeError::new(response, "the response has no payload", outcome)
    }

    /// Returns the HTTP status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the body as received.
    #[must_use]
    pub const fn body(&self) -> &Bytes {
        &self.body.0
    }

    /// Returns the path at which decoding failed, such as `payload.amount`, if the body was JSON.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.what)?;
        if let Some(path) = &self.path {
            // The names in the path are the server's, and escaped.
            write!(f, " at `{path}`")?;
        }
        write!(f, ", status {} ({})", self.status.as_u16(), self.outcome.advice())
    }
}
