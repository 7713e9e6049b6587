//! There is no access token.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::base::outcome::Outcome;

/// Why there is no access token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthErrorKind {
    /// The server refused the credentials. No token is requested with them again until they are
    /// replaced or [`reset_auth`](crate::Client::reset_auth) is called, since platforms lock an
    /// account after a few failed attempts.
    Refused,
    /// Token requests failed in ways that may have counted as failed attempts: a status such as
    /// 403, a success without a token, a lost response. After the second one in a row no token is
    /// requested for [`time_left`](AuthError::time_left), then one, and so on.
    Suspended,
    /// The token request failed in another way, or the first time in a way that is in doubt. A
    /// later call requests a token again, after [`time_left`](AuthError::time_left) if there is
    /// one. Or the token store of the client failed, or the
    /// [`CredentialProvider`](crate::CredentialProvider): its error is the source.
    Unavailable,
}

/// There is no access token, so the call itself was not sent (again).
#[derive(Debug, thiserror::Error)]
pub struct AuthError {
    pub(crate) kind: AuthErrorKind,
    pub(crate) outcome: Outcome,
    pub(crate) attempts: u32,
    reason: String,
    time_left: Option<Duration>,
    /// The failure of the token request, if there was one: an `Error`.
    pub(super) source: Option<Arc<dyn StdError + Send + Sync>>,
    /// The error of a credential provider.
    pub(super) of_provider: bool,
}

impl AuthError {
    /// `reason` is shown and must hold no secret.
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

    /// The provider that the caller gave has no credentials for the request.
    pub(crate) fn of_provider(error: Box<dyn StdError + Send + Sync>) -> Self {
        AuthError::without_token("the credential provider failed", error)
    }

    /// Other credentials took the place of those of the call, and do not serve it.
    pub(crate) fn of_replaced(error: Box<dyn StdError + Send + Sync>) -> Self {
        AuthError::without_token(
            "the credentials were replaced while the call was under way",
            error,
        )
    }

    fn without_token(what: &str, error: Box<dyn StdError + Send + Sync>) -> Self {
        let mut failed = AuthError::new(AuthErrorKind::Unavailable, what.to_owned(), None, None);
        failed.source = Some(error.into());
        failed.of_provider = true;
        failed
    }

    /// Why.
    #[must_use]
    pub const fn kind(&self) -> AuthErrorKind {
        self.kind
    }

    /// How long from the end of the call no token is requested, where that is a matter of time.
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
