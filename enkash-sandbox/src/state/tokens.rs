//! Tokens that the sandbox issues and checks, and the lock after failed token requests.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use super::company::COMPANY_ID;
use crate::catalogue::TokenKind;
use crate::exchange::Refusal;

/// What the sandbox accepts; all of it is made up.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Credentials {
    /// User name of the password grant.
    pub username: String,
    /// Password of the password grant.
    pub password: String,
    /// Client id: user name of the Basic header, and the form's `clientId`.
    pub client_id: String,
    /// Client secret: password of the Basic header, and what payloads are encrypted with.
    pub client_secret: String,
    /// The gateway's access key.
    pub access_key: String,
    /// The gateway's secret key.
    pub secret_key: String,
}

impl Default for Credentials {
    fn default() -> Self {
        Self {
            username: "sandbox-user@example.com".to_owned(),
            password: "sandbox-password-not-real".to_owned(),
            client_id: COMPANY_ID.to_owned(),
            client_secret: "sandbox-client-secret-not-real".to_owned(),
            access_key: "AK0SANDBOX00000".to_owned(),
            secret_key: "SK0SANDBOX00000-not-real".to_owned(),
        }
    }
}

/// Failed token requests in a row after which the account is locked, as the petty cash and rewards
/// pages state.
const ATTEMPTS: u32 = 3;

/// The longest life of a token: a hundred years, which any clock can add.
const LONGEST: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);

/// Tokens that are kept; memory stays bounded however often a client authenticates.
const KEPT: usize = 10_000;

/// The token store.
#[derive(Debug)]
pub(crate) struct Tokens {
    lifetime: Duration,
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    issued: HashMap<String, (TokenKind, SystemTime)>,
    /// Tokens in the order of their issue, which is that of their ends.
    order: VecDeque<String>,
    failures: u32,
}

impl Inner {
    /// Drops tokens that expired, were revoked or are too many.
    fn forget(&mut self, now: SystemTime) {
        while let Some(oldest) = self.order.front() {
            let lives = self.issued.get(oldest).is_some_and(|(_, end)| *end > now);
            if lives && self.order.len() < KEPT {
                break;
            }
            self.issued.remove(oldest);
            self.order.pop_front();
        }
    }
}

/// What a failed token request led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    Refused,
    Locked,
}

impl Tokens {
    pub(crate) fn new(lifetime: Duration) -> Self {
        Self { lifetime: lifetime.min(LONGEST), inner: Mutex::default() }
    }

    pub(crate) fn lifetime(&self) -> Duration {
        self.lifetime
    }

    /// Keeps `token` until it expires, or until [`KEPT`] younger ones have come.
    pub(crate) fn issue(&self, kind: TokenKind, token: String, now: SystemTime) {
        let mut inner = self.lock();
        inner.forget(now);
        inner.order.push_back(token.clone());
        inner.issued.insert(token, (kind, now + self.lifetime));
    }

    pub(crate) fn is_good(&self, kind: TokenKind, token: &str, now: SystemTime) -> bool {
        let inner = self.lock();
        inner.issued.get(token).is_some_and(|(own, end)| *own == kind && *end > now)
    }

    pub(crate) fn revoke(&self, token: &str) {
        self.lock().issued.remove(token);
    }

    pub(crate) fn revoke_all(&self) {
        self.lock().issued.clear();
    }

    pub(crate) fn is_locked(&self) -> bool {
        self.lock().failures >= ATTEMPTS
    }

    pub(crate) fn unlock(&self) {
        self.lock().failures = 0;
    }

    pub(crate) fn failed(&self) -> Failure {
        let mut inner = self.lock();
        inner.failures = inner.failures.saturating_add(1);
        if inner.failures >= ATTEMPTS { Failure::Locked } else { Failure::Refused }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Missing, unknown and expired tokens look alike.
pub(crate) fn refused_token(kind: TokenKind) -> Refusal {
    let refusal = Refusal::new(401, "The token is missing, unknown or expired");
    match kind {
        TokenKind::OAuth => refusal,
        TokenKind::Merchant => {
            Refusal { code: Some(117), payload: Some("Token is invalid."), ..refusal }
        }
    }
}

/// The token in an `Authorization` header. The gateway's is taken without `Bearer ` as well: one
/// public integration was refused with it, and not without it.
pub(crate) fn bearer(kind: TokenKind, header: &str) -> Option<&str> {
    match (kind, header.split_once(' ')) {
        (_, Some((scheme, token))) if scheme.eq_ignore_ascii_case("bearer") => Some(token.trim()),
        (TokenKind::Merchant, None) => Some(header),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_end_and_are_forgotten() {
        let start = SystemTime::UNIX_EPOCH;
        let tokens = Tokens::new(Duration::from_secs(10));
        tokens.issue(TokenKind::OAuth, "a".to_owned(), start);
        assert!(tokens.is_good(TokenKind::OAuth, "a", start + Duration::from_secs(9)));
        assert!(!tokens.is_good(TokenKind::Merchant, "a", start));
        let later = start + Duration::from_secs(10);
        assert!(!tokens.is_good(TokenKind::OAuth, "a", later));
        tokens.issue(TokenKind::OAuth, "b".to_owned(), later);
        assert_eq!(tokens.lock().issued.len(), 1);
        tokens.revoke("b");
        assert!(!tokens.is_good(TokenKind::OAuth, "b", later));
    }

    #[test]
    fn tokens_are_bounded() {
        let tokens = Tokens::new(Duration::from_secs(10));
        for number in 0..3 * KEPT {
            tokens.issue(TokenKind::OAuth, number.to_string(), SystemTime::UNIX_EPOCH);
        }
        assert_eq!(tokens.lock().issued.len(), KEPT);
        assert_eq!(tokens.lock().order.len(), KEPT);
    }

    #[test]
    fn three_failures_lock() {
        let tokens = Tokens::new(Duration::from_secs(10));
        assert_eq!(tokens.failed(), Failure::Refused);
        assert_eq!(tokens.failed(), Failure::Refused);
        assert!(!tokens.is_locked());
        assert_eq!(tokens.failed(), Failure::Locked);
        assert!(tokens.is_locked());
        tokens.unlock();
        assert!(!tokens.is_locked());
    }
}
