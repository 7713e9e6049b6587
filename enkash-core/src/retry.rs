//! Whether a call is sent again, and when.

mod backoff;
mod decision;

pub(crate) use backoff::{Jitter, delay, retry_after};
pub(crate) use decision::{AttemptOutcome, RetryDecision, RetrySafety, decide};

use std::time::Duration;

/// How often a call is sent, and how long the client waits in between.
///
/// A call is sent again only where that cannot do anything twice:
///
/// - any call, where it provably was not performed: the connection was never made, or the server
///   responded with 429;
/// - a call that is declared idempotent also after a timeout, a broken connection, 502, 503 and
///   504;
/// - a call with a `unique` id is treated like an idempotent one where
///   [`resend_unique`](Self::resend_unique) asks for it.
///
/// The wait is random between nothing and a limit that doubles from attempt to attempt (full
/// jitter). A server's `Retry-After` takes its place. A wait that would outlast the call's time
/// limit is not begun: the call ends with what is known.
///
/// The one attempt with a new token after a 401 is not a matter of this policy; it happens under
/// every one.
///
/// ```
/// use std::time::Duration;
/// use enkash_core::RetryPolicy;
///
/// let patient = RetryPolicy::default()
///     .max_attempts(5)
///     .delays(Duration::from_secs(1), Duration::from_secs(30));
/// assert_ne!(patient, RetryPolicy::never());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryPolicy {
    max_attempts: u32,
    first_delay: Duration,
    longest_delay: Duration,
    resend_unique: bool,
}

impl RetryPolicy {
    const DEFAULT: RetryPolicy = RetryPolicy {
        max_attempts: 3,
        first_delay: Duration::from_millis(250),
        longest_delay: Duration::from_secs(10),
        resend_unique: false,
    };

    /// Every call is sent once.
    #[must_use]
    pub const fn never() -> Self {
        RetryPolicy::DEFAULT.max_attempts(1)
    }

    /// The default policy, but a call that has a `unique` id is sent again like an idempotent one.
    ///
    /// The server refuses such an id a second time. So a call that was performed although its
    /// response got lost ends as an error for which [`is_duplicate`](crate::Error::is_duplicate)
    /// holds: ask for the state of that id then.
    #[must_use]
    pub const fn resend_unique() -> Self {
        RetryPolicy { resend_unique: true, ..RetryPolicy::DEFAULT }
    }

    /// The same policy with this many attempts at most, the first included; 0 counts as 1.
    #[must_use]
    pub const fn max_attempts(mut self, most: u32) -> Self {
        self.max_attempts = if most == 0 { 1 } else { most };
        self
    }

    /// The same policy with other waits: the limit of the first one, and the limit of all.
    #[must_use]
    pub const fn delays(mut self, first: Duration, longest: Duration) -> Self {
        self.first_delay = first;
        self.longest_delay = longest;
        self
    }
}

impl Default for RetryPolicy {
    /// Three attempts, waits of up to 250 ms, then 500 ms.
    fn default() -> Self {
        RetryPolicy::DEFAULT
    }
}
