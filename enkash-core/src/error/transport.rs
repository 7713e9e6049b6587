//! The network failed.

use std::error::Error as StdError;
use std::fmt;

use super::advice;
use crate::outcome::Outcome;

/// What failed on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The connection was never made; nothing was sent.
    Connect,
    /// A time limit passed.
    Timeout,
    /// The connection broke while the request was sent or the answer awaited.
    Request,
    /// The answer's body broke off or was not well-formed.
    Body,
    /// The answer is larger than the client's limit.
    TooLarge,
}

/// The network failed.
#[derive(Debug)]
pub struct TransportError {
    pub(crate) kind: TransportErrorKind,
    pub(crate) outcome: Outcome,
    pub(crate) attempts: u32,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl TransportError {
    /// An error of a transport. `outcome` is [`NotSent`](Outcome::NotSent) only where no byte of the request can have
    /// reached the server.
    #[must_use]
    pub fn new(kind: TransportErrorKind, outcome: Outcome) -> Self {
        TransportError { kind, outcome, attempts: 1, source: None }
    }

    /// The same error with its cause, whose text must hold no URL and no value.
    #[must_use]
    pub fn caused_by(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// What failed.
    #[must_use]
    pub const fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            TransportErrorKind::Connect => "could not connect to the server",
            TransportErrorKind::Timeout => "no complete answer within the time limit",
            TransportErrorKind::Request => "the connection broke before an answer came",
            TransportErrorKind::Body => "the answer broke off",
            TransportErrorKind::TooLarge => "the answer is larger than the client's limit",
        };
        write!(f, "{what} ({})", advice(self.outcome))?;
        if self.attempts > 1 {
            write!(f, ", after {} attempts", self.attempts)?;
        }
        Ok(())
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
