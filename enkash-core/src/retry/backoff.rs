//! The delay before the next attempt. Pure, with randomness as an argument.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::RETRY_AFTER;

use super::RetryPolicy;
use crate::base::clock::response_time;

/// Returns the delay after attempt number `attempts` (from 1): what the server asks for, or a
/// random part of a limit that doubles. `fraction` is in 0..1.
pub(crate) fn delay(
    policy: &RetryPolicy,
    attempts: u32,
    response_headers: Option<&HeaderMap>,
    now: SystemTime,
    fraction: f64,
) -> Duration {
    if let Some(asked) = response_headers.and_then(|headers| retry_after(headers, now)) {
        return asked;
    }
    let doubled = 2_u32.saturating_pow(attempts.saturating_sub(1));
    let limit = policy.first_delay.saturating_mul(doubled).min(policy.longest_delay);
    limit.mul_f64(fraction)
}

/// Returns the delay of a `Retry-After` header, in seconds or as a date (RFC 9110, section 10.2.3).
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // Too many digits for `u64` mean a very long delay.
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let moment = httpdate::parse_http_date(text).ok()?;
    Some(moment.duration_since(response_time(headers, now)).unwrap_or_default())
}

/// The source of randomness for delays. It prevents clients from retrying in lockstep and protects
/// nothing, so a small generator is sufficient; a seed makes it repeatable.
#[derive(Debug)]
pub(crate) struct Jitter(Mutex<fastrand::Rng>);

impl Jitter {
    pub(crate) fn seeded(seed: u64) -> Self {
        Jitter(Mutex::new(fastrand::Rng::with_seed(seed)))
    }

    pub(crate) fn random() -> Self {
        Jitter(Mutex::new(fastrand::Rng::new()))
    }

    /// Returns a number in 0..1.
    pub(crate) fn fraction(&self) -> f64 {
        // No code panics while it holds the lock.
        self.0.lock().unwrap_or_else(PoisonError::into_inner).f64()
    }
}

#[cfg(test)]
mod tests {
    use std::time::UNIX_EPOCH;

    use http::HeaderValue;
    use http::header::DATE;

    use super::*;

    /// Sun, 06 Nov 1994 08:49:37 GMT
    const MOMENT: Duration = Duration::from_secs(784_111_777);

    fn waits(headers: &HeaderMap) -> Duration {
        delay(&RetryPolicy::DEFAULT, 1, Some(headers), UNIX_EPOCH + MOMENT, 0.5)
    }

    fn asking(text: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(RETRY_AFTER, HeaderValue::from_static(text))])
    }

    #[test]
    fn the_limit_doubles_up_to_the_longest_and_the_wait_is_a_part_of_it() {
        let policy =
            RetryPolicy::DEFAULT.delays(Duration::from_millis(100), Duration::from_secs(1));
        for (attempts, limit) in
            [(1, 100), (2, 200), (3, 400), (4, 800), (5, 1000), (40, 1000), (u32::MAX, 1000)]
        {
            for fraction in [0.0, 0.25, 0.5] {
                let wait = delay(&policy, attempts, None, UNIX_EPOCH, fraction);
                assert_eq!(wait, Duration::from_millis(limit).mul_f64(fraction), "{attempts}");
            }
        }
        let endless = policy.delays(Duration::MAX, Duration::MAX);
        assert!(delay(&endless, 9, None, UNIX_EPOCH, 0.999) > Duration::from_secs(1));
    }

    #[test]
    fn the_server_may_ask_for_seconds_or_a_moment() {
        assert_eq!(waits(&asking("7")), Duration::from_secs(7));
        assert_eq!(waits(&asking(" 0 ")), Duration::ZERO);
        assert_eq!(waits(&asking("Sun, 06 Nov 1994 08:49:40 GMT")), Duration::from_secs(3));
        assert_eq!(waits(&asking("Sun, 06 Nov 1994 08:49:00 GMT")), Duration::ZERO);
        assert_eq!(waits(&asking("99999999999999999999")), Duration::from_secs(u64::MAX));
        for nonsense in ["", "soon", "-1", "1.5"] {
            assert_eq!(waits(&asking(nonsense)), Duration::from_millis(125), "{nonsense}");
        }
    }

    #[test]
    fn a_moment_goes_by_the_servers_clock() {
        let mut headers = asking("Sun, 06 Nov 1994 09:00:10 GMT");
        headers.insert(DATE, HeaderValue::from_static("Sun, 06 Nov 1994 09:00:00 GMT"));
        assert_eq!(waits(&headers), Duration::from_secs(10));
    }

    #[test]
    fn fractions_lie_in_the_range_spread_and_repeat_with_the_seed() {
        let (one, other) = (Jitter::seeded(7), Jitter::seeded(7));
        let mut low = 0;
        for _ in 0..1000 {
            let fraction = one.fraction();
            assert!((0.0..1.0).contains(&fraction));
            assert_eq!(fraction.to_bits(), other.fraction().to_bits());
            low += u32::from(fraction < 0.5);
        }
        assert!((400..600).contains(&low), "{low}");
        assert_ne!(Jitter::random().fraction().to_bits(), Jitter::random().fraction().to_bits());
    }
}
