//! The error of a token request, shared by all calls that waited for it.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use super::account_record::{Finished, TokenDecision, TokenRequestResult};
use super::classify::is_elsewhere;
use super::snapshot::StoreError;
use crate::base::clock::after;
use crate::base::outcome::Outcome;
use crate::base::quoted::Quoted;
use crate::error::{AuthError, AuthErrorKind, Error, TransportError, TransportErrorKind};

#[derive(Clone)]
pub(super) struct TokenError {
    kind: AuthErrorKind,
    /// The failure on one line without secrets.
    reason: String,
    /// When the next request may follow, if there is a pause.
    until: Option<Instant>,
    /// The next request would fail in the same way, however long it waits.
    is_lasting: bool,
    cause: Option<Arc<Error>>,
}

impl TokenError {
    /// Creates the error of a decision against a request.
    pub(super) fn of_decision(step: TokenDecision, cause: Option<Arc<Error>>) -> Option<Self> {
        let (kind, reason, left) = match step {
            TokenDecision::Refused(reason) => (AuthErrorKind::Refused, reason, None),
            TokenDecision::Suspended(reason, left) => {
                (AuthErrorKind::Suspended, reason, Some(left))
            }
            TokenDecision::Paused(reason, left) => (AuthErrorKind::Unavailable, reason, Some(left)),
            TokenDecision::Use(_)
            | TokenDecision::Request(_)
            | TokenDecision::Wait(_)
            | TokenDecision::Keep => return None,
        };
        Some(TokenError { kind, reason, until: left.map(after), is_lasting: false, cause })
    }

    /// Creates the error of a failed request.
    pub(super) fn of_settled(
        finished: Finished,
        ended: &TokenRequestResult,
        cause: Option<Arc<Error>>,
    ) -> Option<Self> {
        let (kind, left) = match finished {
            Finished::Refused => (AuthErrorKind::Refused, None),
            Finished::Doubtful => (AuthErrorKind::Unavailable, None),
            Finished::Suspended(left) => (AuthErrorKind::Suspended, Some(left)),
            Finished::Paused(left) => (AuthErrorKind::Unavailable, Some(left)),
            Finished::Granted(_) | Finished::Superseded => return None,
        };
        let (reason, is_lasting) = (ended.reason.clone(), is_elsewhere(ended.end));
        Some(TokenError { kind, reason, until: left.map(after), is_lasting, cause })
    }

    pub(super) fn of_store(error: StoreError) -> Self {
        let reason = format!("the token store failed: {}", Quoted(&error.to_string()));
        let cause =
            TransportError::new(TransportErrorKind::Connect, Outcome::NotSent).caused_by(error);
        TokenError {
            kind: AuthErrorKind::Unavailable,
            reason,
            until: None,
            is_lasting: false,
            cause: Some(Arc::new(Error::Transport(Box::new(cause)))),
        }
    }

    /// Returns the pause before the next request, if it ends before the deadline and may help.
    pub(super) fn pause_before(&self, deadline: Instant) -> Option<Duration> {
        let may_help = self.kind == AuthErrorKind::Unavailable && !self.is_lasting;
        let until = self.until.filter(|_| may_help)?;
        (until < deadline).then(|| until.saturating_duration_since(Instant::now()))
    }

    pub(super) fn into_error(self) -> Error {
        let left = self.until.map(|until| until.saturating_duration_since(Instant::now()));
        let cause = self.cause.map(|cause| cause as _);
        Error::Auth(Box::new(AuthError::new(self.kind, self.reason, left, cause)))
    }

    /// Returns the error of a call whose time limit expired: the failure whose pause it waited for,
    /// if there is one.
    pub(super) fn late(failure: Option<Self>) -> Error {
        failure.map_or_else(
            || {
                let late = TransportError::new(TransportErrorKind::Timeout, Outcome::NotSent);
                Error::Transport(Box::new(late))
            },
            TokenError::into_error,
        )
    }
}
