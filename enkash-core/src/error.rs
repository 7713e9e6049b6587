//! The errors of a call.

mod api;
mod auth;
mod config;
mod decode;
mod interceptor;
mod kind;
#[cfg(test)]
mod tests;
mod transport;

pub use api::{ApiError, BodyForm};
pub use auth::{AuthError, AuthErrorKind};
pub use config::ConfigError;
pub use decode::DecodeError;
pub use interceptor::InterceptorError;
pub use kind::ErrorKind;
pub(crate) use transport::one_line;
pub use transport::{TransportError, TransportErrorKind};

use http::StatusCode;

use crate::base::outcome::Outcome;
use crate::rules::violation::Violations;

/// The error of a call. `Display` is one line for a person to act on; it contains no body and no
/// values.
///
/// Before you send a payment again, check [`is_duplicate`](Self::is_duplicate), then
/// [`outcome`](Self::outcome): a duplicate can be `Refused`, although an earlier call was
/// performed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The request breaks documented rules; the error lists all of them. Nothing was sent.
    #[error("the request was not sent: {0}")]
    Invalid(Violations),
    /// A setting of the client is missing or wrong. Nothing was sent.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The client could not obtain an access token.
    #[error(transparent)]
    Auth(Box<AuthError>),
    /// An [`Interceptor`](crate::Interceptor) stopped the call.
    #[error(transparent)]
    Interceptor(Box<InterceptorError>),
    /// The network failed.
    #[error(transparent)]
    Transport(Box<TransportError>),
    /// The server responded with a failure.
    #[error(transparent)]
    Api(Box<ApiError>),
    /// The server's response could not be decoded.
    #[error(transparent)]
    Decode(Box<DecodeError>),
    /// A `Mock` has no response for the call: the test is incomplete. Only clients with a mock
    /// return it.
    ///
    /// `Display` contains the endpoint, its method and its path template, but not the path. The
    /// outcome is [`Unknown`](Outcome::Unknown), so that a test with a forgotten response does not
    /// take the path of a safe retry.
    #[error(transparent)]
    NoMockResponse(Box<TransportError>),
}

impl Error {
    /// Returns the outcome of the call over all attempts.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            Error::Invalid(_) | Error::Config(_) => Outcome::NotSent,
            Error::Auth(error) => error.outcome,
            Error::Interceptor(error) => error.outcome,
            Error::Transport(error) | Error::NoMockResponse(error) => error.outcome,
            Error::Api(error) => error.outcome,
            Error::Decode(error) => error.outcome,
        }
    }

    /// Returns whether the server refused the call because its `unique` id was used before.
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        matches!(self, Error::Api(error) if error.duplicate)
    }

    /// Returns the broken rules of an [`Error::Invalid`].
    #[must_use]
    pub fn violations(&self) -> Option<&Violations> {
        match self {
            Error::Invalid(violations) => Some(violations),
            _ => None,
        }
    }

    /// Returns the server's failure of an [`Error::Api`].
    #[must_use]
    pub fn api(&self) -> Option<&ApiError> {
        match self {
            Error::Api(error) => Some(error),
            _ => None,
        }
    }

    /// Returns the number of attempts; 0 if the call failed before the first one.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        match self {
            Error::Invalid(_) | Error::Config(_) => 0,
            Error::Auth(error) => error.attempts,
            Error::Interceptor(error) => error.attempts,
            Error::Transport(error) | Error::NoMockResponse(error) => error.attempts,
            Error::Api(error) => error.attempts,
            Error::Decode(error) => error.attempts,
        }
    }

    /// Returns the kind of the error, for metrics, logs and tests.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Error::Invalid(_) => ErrorKind::Invalid,
            Error::Config(_) => ErrorKind::Config,
            Error::Auth(_) => ErrorKind::Auth,
            Error::Interceptor(_) => ErrorKind::Interceptor,
            Error::Transport(_) => ErrorKind::Transport,
            Error::Api(_) => ErrorKind::Api,
            Error::Decode(_) => ErrorKind::Decode,
            Error::NoMockResponse(_) => ErrorKind::NoMockResponse,
        }
    }

    /// Returns whether a time limit of the call or of its last attempt expired
    /// ([`TransportErrorKind::Timeout`]).
    ///
    /// If `connect_timeout` expired, this is false and [`is_connect`](Self::is_connect) is true. A
    /// 504 response is an [`Error::Api`], a token request that timed out an [`Error::Auth`].
    ///
    /// ```
    /// use enkash_core::{Error, Outcome, TransportError, TransportErrorKind};
    ///
    /// let timeout = TransportError::new(TransportErrorKind::Timeout, Outcome::Unknown);
    /// assert!(Error::Transport(Box::new(timeout)).is_timeout());
    /// ```
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self, Error::Transport(error) if error.kind == TransportErrorKind::Timeout)
    }

    /// Returns whether the last attempt sent nothing because connecting failed: name resolution,
    /// TCP, the proxy's tunnel or the TLS handshake.
    ///
    /// Also `true` if the token request of the call could not connect: the error is an
    /// [`Error::Auth`], and its [`request_error`](AuthError::request_error) has the reason.
    ///
    /// Earlier attempts may have been sent: check [`outcome`](Self::outcome) before you send a
    /// payment again.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        use TransportErrorKind::{Connect, Dns, Proxy, Tls};
        match self {
            Error::Transport(error) => matches!(error.kind, Connect | Dns | Proxy | Tls),
            Error::Auth(error) => error.request_error().is_some_and(Error::is_connect),
            _ => false,
        }
    }

    /// Returns whether authentication failed: the client could not obtain an access token
    /// ([`Error::Auth`]), or the server refused the credentials of the call with status 401 or the
    /// product's code for a refused token.
    #[must_use]
    pub fn is_auth(&self) -> bool {
        match self {
            Error::Auth(_) => true,
            Error::Api(error) => error.token_refused || error.status == StatusCode::UNAUTHORIZED,
            _ => false,
        }
    }

    /// Adds the number of attempts and the combined outcome of the earlier ones.
    #[must_use]
    pub(crate) fn after(mut self, attempts: u32, earlier: Option<Outcome>) -> Self {
        let (outcome, count) = match &mut self {
            Error::Invalid(_) | Error::Config(_) => return self,
            Error::Auth(error) => (&mut error.outcome, &mut error.attempts),
            Error::Interceptor(error) => (&mut error.outcome, &mut error.attempts),
            Error::Transport(error) | Error::NoMockResponse(error) => {
                (&mut error.outcome, &mut error.attempts)
            }
            Error::Api(error) => (&mut error.outcome, &mut error.attempts),
            Error::Decode(error) => (&mut error.outcome, &mut error.attempts),
        };
        *count = attempts;
        if let Some(earlier) = earlier {
            *outcome = earlier.and_then(*outcome);
        }
        self
    }
}

impl AuthError {
    /// Returns the error of this client's last token request, if there is one. If the request could
    /// not connect, that is an [`Error::Transport`] with the reason, which `Display` omits.
    #[must_use]
    pub fn request_error(&self) -> Option<&Error> {
        if self.of_provider { None } else { self.source.as_deref()?.downcast_ref() }
    }
}

impl From<TransportError> for Error {
    /// Returns [`Error::NoMockResponse`] for that kind, and [`Error::Transport`] for all others.
    fn from(error: TransportError) -> Self {
        match error.kind {
            TransportErrorKind::NoMockResponse => Error::NoMockResponse(Box::new(error)),
            _ => Error::Transport(Box::new(error)),
        }
    }
}

impl From<AuthError> for Error {
    fn from(error: AuthError) -> Self {
        Error::Auth(Box::new(error))
    }
}
