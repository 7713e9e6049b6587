//! Tokens that the sandbox issues and checks, and the lock after failed sign-ins.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use crate::catalogue::TokenKind;

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
    /// Client secret: password of the Basic header, and what payloads are sealed with.
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
            client_id: super::COMPANY_ID.to_owned(),
            client_secret: "sandbox-client-secret-not-real".to_owned(),
            access_key: "AK0SANDBOX00000".to_owned(),
            secret_key: "SK0SANDBOX00000-not-real".to_owned(),
        }
    }
}

/// Failed sign-ins in a row after which the account is locked, as the petty cash and reward
/// documents say.
const ATTEMPTS: u32 = 3;

/// The token store.
#[derive(Debug)]
pub(crate) struct Tokens {
    lifetime: Duration,
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    issued: HashMap<String, (TokenKind, SystemTime)>,
    failures: u32,
}

/// What a failed sign-in led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    Refused,
    Locked,
}

impl Tokens {
    pub(crate) fn new(lifetime: Duration) -> Self {
        Self { lifetime, inner: Mutex::default() }
    }

    pub(crate) fn lifetime(&self) -> Duration {
        self.lifetime
    }

    /// Keeps `token` until its time is over; those whose time is over are forgotten.
    pub(crate) fn issue(&self, kind: TokenKind, token: String, now: SystemTime) {
        let mut inner = self.lock();
        inner.issued.retain(|_, (_, end)| *end > now);
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
