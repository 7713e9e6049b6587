//! Access tokens and their expiry.

use std::time::Duration;

use http::HeaderValue;
use tokio::time::Instant;

/// An access token.
pub(crate) struct Token {
    /// The `Authorization` header.
    pub(crate) header: HeaderValue,
    /// Identifies the token within the account.
    pub(super) serial: u64,
    pub(crate) issued: Instant,
    pub(crate) lifetime: Duration,
}

/// Whether a token can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenState {
    Valid,
    /// It is valid, but expires soon and should be renewed.
    Expiring,
    Expired,
}

/// Returns the state of a token at this age. The last tenth of its lifetime, at most a minute, is
/// for an early renewal; the last fiftieth, at most five seconds, is a margin for requests in
/// transit.
pub(crate) fn state(age: Duration, lifetime: Duration) -> TokenState {
    let left = lifetime.saturating_sub(age);
    if left <= (lifetime / 50).min(Duration::from_secs(5)) {
        TokenState::Expired
    } else if left <= (lifetime / 10).min(Duration::from_secs(60)) {
        TokenState::Expiring
    } else {
        TokenState::Valid
    }
}

impl Token {
    pub(crate) fn state(&self, now: Instant) -> TokenState {
        state(now.saturating_duration_since(self.issued), self.lifetime)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_replaced_before_it_expires() {
        for (age, lifetime, expected) in [
            (0, 86_399, TokenState::Valid),
            (86_338, 86_399, TokenState::Valid),
            (86_339, 86_399, TokenState::Expiring),
            (86_393, 86_399, TokenState::Expiring),
            (86_394, 86_399, TokenState::Expired),
            (90_000, 86_399, TokenState::Expired),
            (269, 300, TokenState::Valid),
            (270, 300, TokenState::Expiring),
            (295, 300, TokenState::Expired),
            (0, 0, TokenState::Expired),
        ] {
            let state = state(Duration::from_secs(age), Duration::from_secs(lifetime));
            assert_eq!(state, expected, "{age} of {lifetime}");
        }
    }
}
