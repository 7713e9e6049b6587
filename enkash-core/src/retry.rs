//! Retries: whether and when a call is sent again.

mod backoff;
mod decision;

pub(crate) use backoff::{Jitter, delay, retry_after};
pub(crate) use decision::{AttemptOutcome, RetryDecision, RetrySafety, decide};

use std::time::Duration;

/// The maximum number of attempts of a call, and the delays between them.
///
/// A call is retried only if that cannot perform it twice:
///
/// - any call that was provably not performed: the connection was never made, or the server
///   responded with 429, and nothing in the response contradicts it;
/// - an idempotent call also after a timeout, a broken connection, 502, 503 and 504;
/// - a call with a `unique` id like an idempotent one, with [`resend_unique`](Self::resend_unique).
///
/// The delay is random between zero and a limit that doubles with each attempt (full jitter). A
/// `Retry-After` of the server replaces it. If the delay would exceed the time limit of the call,
/// the call ends at once with the last result.
///
/// After a 401 that nothing in the response contradicts, the client sends the call once more with a
/// new token, independent of this policy.
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

    /// Sends every call once.
    #[must_use]
    pub const fn never() -> Self {
        RetryPolicy::DEFAULT.max_attempts(1)
    }

    /// The default policy, with calls that have a `unique` id retried like idempotent ones.
    ///
    /// The server refuses such an id a second time. If the first attempt was performed and its
    /// response lost, the call ends with an error for which
    /// [`is_duplicate`](crate::Error::is_duplicate) is true: look up the result of that id.
    #[must_use]
    pub const fn resend_unique() -> Self {
        RetryPolicy { resend_unique: true, ..RetryPolicy::DEFAULT }
    }

    /// Sets the maximum number of attempts, including the first; 0 counts as 1.
    #[must_use]
    pub const fn max_attempts(mut self, most: u32) -> Self {
        self.max_attempts = if most == 0 { 1 } else { most };
        self
    }

    /// Sets the limit of the first delay, and the limit of every delay.
    #[must_use]
    pub const fn delays(mut self, first: Duration, longest: Duration) -> Self {
        self.first_delay = first;
        self.longest_delay = longest;
        self
    }
}

impl Default for RetryPolicy {
    /// Three attempts, with delays of up to 250 ms, then 500 ms.
    fn default() -> Self {
        RetryPolicy::DEFAULT
    }
}
