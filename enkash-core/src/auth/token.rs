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
pub(crate) enum Freshness {
    Fresh,
    /// Good, but to be replaced: it expires soon.
    Ageing,
    Expired,
}

/// The freshness of a token of this age. The last tenth of its life, a minute at most, is for getting another; the last
/// fiftieth, five seconds at most, is for requests that are on their way.
pub(crate) fn freshness(age: Duration, lifetime: Duration) -> Freshness {
    let left = lifetime.saturating_sub(age);
    if left <= (lifetime / 50).min(Duration::from_secs(5)) {
        Freshness::Expired
    } else if left <= (lifetime / 10).min(Duration::from_secs(60)) {
        Freshness::Ageing
    } else {
        Freshness::Fresh
    }
}

impl Token {
    pub(crate) fn freshness(&self, now: Instant) -> Freshness {
        freshness(now.saturating_duration_since(self.issued), self.lifetime)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_replaced_before_it_expires() {
        for (age, lifetime, expected) in [
            (0, 86_399, Freshness::Fresh),
            (86_338, 86_399, Freshness::Fresh),
            (86_339, 86_399, Freshness::Ageing),
            (86_393, 86_399, Freshness::Ageing),
            (86_394, 86_399, Freshness::Expired),
            (90_000, 86_399, Freshness::Expired),
            (269, 300, Freshness::Fresh),
            (270, 300, Freshness::Ageing),
            (295, 300, Freshness::Expired),
            (0, 0, Freshness::Expired),
        ] {
            let freshness = freshness(Duration::from_secs(age), Duration::from_secs(lifetime));
            assert_eq!(freshness, expected, "{age} of {lifetime}");
        }
    }
}
