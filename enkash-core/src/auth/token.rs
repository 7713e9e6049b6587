//! A token, and how long it is good for.

use std::time::Duration;

use http::HeaderValue;
use tokio::time::Instant;

/// A bearer token.
pub(crate) struct Token {
    /// `Authorization` with it, made once.
    pub(crate) header: HeaderValue,
    /// Identifies it among the account's tokens.
    pub(super) serial: u64,
    pub(crate) issued: Instant,
    pub(crate) lifetime: Duration,
}

/// Whether a token is to be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenState {
    Valid,
    /// Good, but to be replaced: it expires soon.
    Expiring,
    Expired,
}

/// The state of a token of this age. The last tenth of its life, a minute at most, is for getting
/// another; the last fiftieth, five seconds at most, is for requests that are on their way.
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
