//! The network failed.

use std::error::Error as StdError;
use std::fmt;

use crate::base::outcome::Outcome;

/// What failed on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The connection was never made: it was refused, it broke in its handshake, or
    /// `connect_timeout` passed. Nothing was sent.
    Connect,
    /// The server's name could not be resolved. Nothing was sent.
    Dns,
    /// The TLS handshake was refused, by the client because of the server's certificate or by the
    /// server. Nothing was sent. The client does not try it again by itself.
    Tls,
    /// The proxy gave no tunnel to the server. Nothing was sent.
    Proxy,
    /// A time limit passed. The outcome is [`NotSent`](Outcome::NotSent) if the connection was
    /// still being made, and [`Unknown`](Outcome::Unknown) otherwise.
    Timeout,
    /// The connection broke while the request was sent or the response awaited.
    Request,
    /// The response's body broke off or was not well-formed.
    Body,
    /// The response is larger than the client's limit.
    TooLarge,
    /// A [`Transport`](crate::Transport) of the caller's followed a redirect, so that the request
    /// went to another URL than that of the API. The client does not send it again.
    Redirected,
    /// A mock has no response for the call. The client does not try it again by itself, and the
    /// call ends in [`Error::NoMockResponse`](crate::Error::NoMockResponse).
    NoMockResponse,
}

/// The network failed.
///
/// `Display` is one line of bounded length, with the cause as the system, TLS or the proxy's tunnel
/// gives it. It holds no URL. `source()` is the system's own [`std::io::Error`] where there is one.
///
/// ```
/// use enkash_core::{Outcome, TransportError, TransportErrorKind};
///
/// let refused = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
/// let error =
///     TransportError::new(TransportErrorKind::Connect, Outcome::NotSent).caused_by(refused);
/// assert_eq!(
///     error.to_string(),
///     "could not connect to the server: connection refused (nothing was sent)"
/// );
/// ```
#[derive(Debug, thiserror::Error)]
pub struct TransportError {
    pub(crate) kind: TransportErrorKind,
    pub(crate) outcome: Outcome,
    pub(crate) attempts: u32,
    /// Whether another attempt would fail alike.
    pub(crate) permanent: bool,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl TransportError {
    /// An error of a transport. `outcome` is [`NotSent`](Outcome::NotSent) only where no byte of
    /// the request can have reached the server: the client then sends a payment again. Where there
    /// is no proof, as [`SendTracker`](crate::SendTracker) gives one, it is
    /// [`Unknown`](Outcome::Unknown), as any other outcome becomes.
    ///
    /// After [`Tls`](TransportErrorKind::Tls), [`TooLarge`](TransportErrorKind::TooLarge) and
    /// [`Redirected`](TransportErrorKind::Redirected) the client makes no other attempt, since it
    /// would end alike; nor after [`NoMockResponse`](TransportErrorKind::NoMockResponse).
    #[must_use]
    pub fn new(kind: TransportErrorKind, outcome: Outcome) -> Self {
        use TransportErrorKind::{NoMockResponse, Redirected, Tls, TooLarge};
        let permanent = matches!(kind, Tls | TooLarge | Redirected | NoMockResponse);
        // No transport knows what the server did.
        let outcome = if outcome == Outcome::NotSent { outcome } else { Outcome::Unknown };
        TransportError { kind, outcome, attempts: 1, permanent, source: None }
    }

    /// The same error with its cause, whose text must hold no URL and no value: `Display` shows its
    /// beginning.
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
        let what = match (self.kind, self.outcome) {
            (TransportErrorKind::Connect, _) => "could not connect to the server",
            (TransportErrorKind::Dns, _) => "could not resolve the server's name",
            (TransportErrorKind::Tls, _) => "the TLS handshake with the server was refused",
            (TransportErrorKind::Proxy, _) => "the proxy gave no connection to the server",
            (TransportErrorKind::Timeout, Outcome::NotSent) => {
                "the time limit passed before the request could be sent"
            }
            (TransportErrorKind::Timeout, _) => "no complete response within the time limit",
            (TransportErrorKind::Request, _) => "the connection broke before a response came",
            (TransportErrorKind::Body, _) => "the response broke off",
            (TransportErrorKind::TooLarge, _) => "the response is larger than the client's limit",
            (TransportErrorKind::Redirected, _) => {
                "the transport followed a redirect to another URL; switch redirects off in it"
            }
            (TransportErrorKind::NoMockResponse, _) => "the mock has no response",
        };
        f.write_str(what)?;
        if let Some(source) = &self.source {
            write!(f, ": {}", one_line(&source.to_string()))?;
        }
        match self.kind {
            TransportErrorKind::NoMockResponse => {
                f.write_str(" (add one with `Mock::on` or `Mock::on_raw`)")?
            }
            _ => write!(f, " ({})", self.outcome.advice())?,
        }
        if self.attempts > 1 {
            write!(f, ", after {} attempts", self.attempts)?;
        }
        Ok(())
    }
}

/// The beginning of a cause's text, on one line.
pub(crate) fn one_line(text: &str) -> String {
    const MOST: usize = 300;
    let plain = |sign: char| if sign.is_control() || sign.is_whitespace() { ' ' } else { sign };
    let mut line: String = text.chars().take(MOST).map(plain).collect();
    if text.chars().nth(MOST).is_some() {
        line.push('…');
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_an_error_names_its_cause_and_is_bounded() {
        let error = TransportError::new(TransportErrorKind::Connect, Outcome::NotSent);
        assert_eq!(error.to_string(), "could not connect to the server (nothing was sent)");
        let refused = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
        assert_eq!(
            error.caused_by(refused).to_string(),
            "could not connect to the server: connection refused (nothing was sent)"
        );
        for long in ["x".repeat(100_000), "₹".repeat(100_000), "a\r\nb\u{2028}".repeat(10_000)] {
            let error =
                TransportError::new(TransportErrorKind::Request, Outcome::Unknown).caused_by(long);
            let line = error.to_string();
            assert!(line.chars().count() < 500, "{line}");
            assert!(!line.contains(['\r', '\n', '\u{2028}']), "{line}");
            assert!(line.ends_with("ask for its state before sending it again)"), "{line}");
        }
    }
}
