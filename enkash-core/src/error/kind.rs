//! Kinds of errors.

use std::fmt;

/// The kind of an [`Error`](crate::Error): its variant without the details, for metrics, logs and
/// tests.
///
/// `Display` and [`as_str`](Self::as_str) return the name that the span of a call has in
/// `error.type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request breaks documented rules.
    Invalid,
    /// A setting of the client is missing or wrong.
    Config,
    /// The client could not obtain an access token.
    Auth,
    /// An interceptor stopped the call.
    Interceptor,
    /// The network failed.
    Transport,
    /// The server responded with a failure.
    Api,
    /// The response could not be decoded.
    Decode,
    /// A mock has no response for the call: the test is incomplete.
    NoMockResponse,
}

impl ErrorKind {
    /// Returns the name in lower case: `invalid`, `config`, `auth`, `interceptor`, `transport`,
    /// `api`, `decode` or `no_mock_response`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            ErrorKind::Invalid => "invalid",
            ErrorKind::Config => "config",
            ErrorKind::Auth => "auth",
            ErrorKind::Interceptor => "interceptor",
            ErrorKind::Transport => "transport",
            ErrorKind::Api => "api",
            ErrorKind::Decode => "decode",
            ErrorKind::NoMockResponse => "no_mock_response",
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
