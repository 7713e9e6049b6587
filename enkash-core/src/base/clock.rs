//! Moments. Waits and limits go by tokio's clock, which tests can hold still; the wall clock is
//! asked only about moments that a server names.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::DATE;
use tokio::time::Instant;

/// Longer limits are cut to this one.
pub(crate) const AGES: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// The moment after this time; a limit of ages is as good as none.
pub(crate) fn after(limit: Duration) -> Instant {
    Instant::now() + limit.min(AGES)
}

/// The time at which a response was written: the server's own (`Date`), or `local` where it does
/// not tell.
///
/// Moments in a response are the server's, so comparing them with the server's clock bears a local
/// one that is wrong.
pub(crate) fn response_time(headers: &HeaderMap, local: SystemTime) -> SystemTime {
    headers
        .get(DATE)
        .and_then(|date| date.to_str().ok())
        .and_then(|date| httpdate::parse_http_date(date).ok())
        .unwrap_or(local)
}
