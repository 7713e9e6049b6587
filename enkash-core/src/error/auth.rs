//! No token could be had.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use super::{Error, advice};
use crate::outcome::Outcome;

/// Why no token could be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthErrorKind {
    /// The server refused the credentials. They are not tried again until they are replaced or `auth_reset()` is called,
    /// since the platform locks an account after three failed sign-ins.
    Refused,
    /// The token call failed in another way; the next call tries again.
    Unavailable,
}

/// No token could be had, so the call itself was not sent (again).
#[derive(Debug)]
pub struct AuthError {
    pub(crate) kind: AuthErrorKind,
    pub(crate) outcome: Outcome,
    pub(crate) attempts: u32,
    pub(crate) source: Option<Arc<Error>>,
}

impl AuthError {
    pub(crate) fn new(kind: AuthErrorKind, source: Option<Arc<Error>>) -> Self {
        AuthError { kind, outcome: Outcome::NotSent, attempts: 0, source }
    }

    /// Why.
    #[must_use]
    pub const fn kind(&self) -> AuthErrorKind {
        self.kind
    }

    /// How the token call failed: with the server's answer, or without one.
    #[must_use]
    pub fn cause(&self) -> Option<&Error> {
        self.source.as_deref()
    }
}

impl fmt::Display for AuthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            AuthErrorKind::Refused => {
                "the server refused the credentials, which are not tried again: correct them, or call `auth_reset()`"
            }
            AuthErrorKind::Unavailable => "no token could be had",
        };
        write!(f, "{what} ({})", advice(self.outcome))
    }
}

impl StdError for AuthError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
