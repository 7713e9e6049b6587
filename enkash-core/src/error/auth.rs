//! Errors of authentication.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::base::outcome::Outcome;

/// Why the client could not obtain an access token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthErrorKind {
    /// The server refused the credentials. No token is requested with them until they are replaced
    /// or [`reset_auth`](crate::Client::reset_auth) is called, since platforms lock accounts after
    /// a few failed attempts.
    Refused,
    /// Token requests failed in ways that may count as failed attempts: a status such as 403, a
    /// success without a token, a lost response. After the second such failure in a row, no token
    /// is requested for [`time_left`](AuthError::time_left), then a single one, and so on.
    Suspended,
    /// The token request failed in another way, or for the first time in a way that may count as a
    /// failed attempt. A later call requests a token again, after
    /// [`time_left`](AuthError::time_left) if there is one. Also returned if the client's token
    /// store or its [`CredentialProvider`](crate::CredentialProvider) failed, with its error as the
    /// source.
    Unavailable,
}

/// The error of a call without an access token: the call was not sent, or not sent again.
#[derive(Debug, thiserror::Error)]
pub struct AuthError {
    pub(crate) kind: AuthErrorKind,
    pub(crate) outcome: Outcome,
    pub(crate) attempts: u32,
    reason: String,
    time_left: Option<Duration>,
    /// The error of the token request, if there was one: an `Error`.
    pub(super) source: Option<Arc<dyn StdError + Send + Sync>>,
    /// Whether the source is the error of a credential provider.
    pub(super) of_provider: bool,
}

impl AuthError {
    /// `reason` appears in `Display` and must contain no secret.
    pub(crate) fn new(
        kind: AuthErrorKind,
        reason: String,
        time_left: Option<Duration>,
        source: Option<Arc<dyn StdError + Send + Sync>>,
    ) -> Self {
        AuthError {
            kind,
            outcome: Outcome::NotSent,
            attempts: 0,
            reason,
            time_left,
            source,
            of_provider: false,
        }
    }

    /// Creates the error of a credential provider that failed.
    pub(crate) fn of_provider(error: Box<dyn StdError + Send + Sync>) -> Self {
        AuthError::without_token("the credential provider failed", error)
    }

    /// Creates the error of a call whose credentials were replaced by ones that do not serve it.
    pub(crate) fn of_replaced(error: Box<dyn StdError + Send + Sync>) -> Self {
        AuthError::without_token("the credentials were replaced during the call", error)
    }

    fn without_token(what: &str, error: Box<dyn StdError + Send + Sync>) -> Self {
        let mut failed = AuthError::new(AuthErrorKind::Unavailable, what.to_owned(), None, None);
        failed.source = Some(error.into());
        failed.of_provider = true;
        failed
    }

    /// Returns the kind of the error.
    #[must_use]
    pub const fn kind(&self) -> AuthErrorKind {
        self.kind
    }

    /// Returns how long after the end of the call no token is requested, if that is limited in
    /// time.
    #[must_use]
    pub const fn time_left(&self) -> Option<Duration> {
        self.time_left
    }
}

impl fmt::Display for AuthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (reason, outcome) = (&self.reason, self.outcome.advice());
        if self.of_provider {
            return write!(f, "{reason} ({outcome})");
        }
        let seconds = self.time_left.map(|left| left.as_secs_f64().ceil());
        match (self.kind, seconds) {
            (AuthErrorKind::Refused, _) => write!(
                f,
                "the server refused the credentials ({reason}); they are not tried again, since failed attempts lock the \
                 account: replace them, or call `reset_auth` once the account is in order ({outcome})"
            ),
            (AuthErrorKind::Suspended, seconds) => write!(
                f,
                "token requests are suspended for {} s, since the last ones may have counted as failed attempts \
                 ({reason}); these lock the account: check the credentials and the token host, then call `reset_auth`, or \
                 wait ({outcome})",
                seconds.unwrap_or_default()
            ),
            (AuthErrorKind::Unavailable, Some(seconds)) => write!(
                f,
                "could not obtain an access token ({reason}); the next request may follow in {seconds} s ({outcome})"
            ),
            (AuthErrorKind::Unavailable, None) => {
                write!(
                    f,
                    "could not obtain an access token ({reason}); a later call requests one again ({outcome})"
                )
            }
        }
    }
}
