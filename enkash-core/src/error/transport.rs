//! Network errors.

use std::error::Error as StdError;
use std::fmt;

use crate::base::outcome::Outcome;

/// The kind of a network failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The connection was not made: it was refused, it broke during the handshake, or
    /// `connect_timeout` expired. Nothing was sent.
    Connect,
    /// The host name could not be resolved. Nothing was sent.
    Dns,
    /// The TLS handshake was refused, by the client because of the server's certificate or by the
    /// server. Nothing was sent. The client does not retry.
    Tls,
    /// The proxy did not open a tunnel to the server. Nothing was sent.
    Proxy,
    /// A time limit expired. The outcome is [`NotSent`](Outcome::NotSent) if the connection was not
    /// made yet, otherwise [`Unknown`](Outcome::Unknown).
    Timeout,
    /// The connection broke while the request was sent or before the response arrived.
    Request,
    /// The body of the response was incomplete or malformed.
    Body,
    /// The response exceeds the client's limit.
    TooLarge,
    /// A custom [`Transport`](crate::Transport) followed a redirect, so the request was sent to
    /// another URL than that of the API. The client does not retry.
    Redirected,
    /// A mock has no response for the call. The client does not retry, and the call ends with
    /// [`Error::NoMockResponse`](crate::Error::NoMockResponse).
    NoMockResponse,
}

/// A network failure.
///
/// `Display` is one line of bounded length, with the cause as reported by the system, TLS or the
/// proxy. It contains no URL. `source()` is the system's [`std::io::Error`], if there is one.
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
    /// Whether another attempt would fail in the same way.
    pub(crate) permanent: bool,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl TransportError {
    /// Creates the error of a transport. Use [`NotSent`](Outcome::NotSent) only if no byte of the
    /// request can have reached the server, since the client then sends a payment again. Without
    /// proof, such as that of a [`SendTracker`](crate::SendTracker), use
    /// [`Unknown`](Outcome::Unknown); any other outcome becomes `Unknown`.
    ///
    /// The client does not retry after [`Tls`](TransportErrorKind::Tls),
    /// [`TooLarge`](TransportErrorKind::TooLarge), [`Redirected`](TransportErrorKind::Redirected)
    /// and [`NoMockResponse`](TransportErrorKind::NoMockResponse), since another attempt would fail
    /// in the same way.
    #[must_use]
    pub fn new(kind: TransportErrorKind, outcome: Outcome) -> Self {
        use TransportErrorKind::{NoMockResponse, Redirected, Tls, TooLarge};
        let permanent = matches!(kind, Tls | TooLarge | Redirected | NoMockResponse);
        // A transport cannot know what the server did.
        let outcome = if outcome == Outcome::NotSent { outcome } else { Outcome::Unknown };
        TransportError { kind, outcome, attempts: 1, permanent, source: None }
    }

    /// Adds the cause. `Display` contains the start of its message, which must contain no URL and
    /// no values.
    #[must_use]
    pub fn caused_by(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Returns the kind of failure.
    #[must_use]
    pub const fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl TransportError {
    /// Returns the failure with its cause, on one line.
    pub(crate) fn failure(&self) -> String {
        let what = match (self.kind, self.outcome) {
            (TransportErrorKind::Connect, _) => "could not connect to the server",
            (TransportErrorKind::Dns, _) => "could not resolve the server's host name",
            (TransportErrorKind::Tls, _) => "the TLS handshake with the server was refused",
            (TransportErrorKind::Proxy, _) => "the proxy did not connect to the server",
            (TransportErrorKind::Timeout, Outcome::NotSent) => {
                "the time limit expired before the request was sent"
            }
            (TransportErrorKind::Timeout, _) => "no complete response within the time limit",
            (TransportErrorKind::Request, _) => "the connection broke before the response arrived",
            (TransportErrorKind::Body, _) => "the response was incomplete",
            (TransportErrorKind::TooLarge, _) => "the response is larger than the client's limit",
            (TransportErrorKind::Redirected, _) => {
                "the transport followed a redirect to another URL; disable redirects in it"
            }
            (TransportErrorKind::NoMockResponse, _) => "the mock has no response",
        };
        match &self.source {
            Some(source) => format!("{what}: {}", one_line(&source.to_string())),
            None => what.to_owned(),
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.failure())?;
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

/// Returns the start of a cause's message, on one line.
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
            assert!(line.ends_with("look up its result before sending it again)"), "{line}");
        }
    }
}
