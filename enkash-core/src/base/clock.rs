//! Time. Delays and time limits use tokio's clock, which tests can pause; the wall clock is used
//! only for the times in server responses.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::DATE;
use tokio::time::Instant;

/// The maximum of a time limit; longer ones are cut to it, since `Instant` cannot hold any
/// duration.
pub(crate) const AGES: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// Returns the moment after this duration, at most [`AGES`].
pub(crate) fn after(limit: Duration) -> Instant {
    Instant::now() + limit.min(AGES)
}

/// Returns the time at which a response was written: its `Date` header, or `local` without one.
///
/// Other times in a response come from the server's clock, so a wrong local clock does not matter
/// if they are compared with this one.
pub(crate) fn response_time(headers: &HeaderMap, local: SystemTime) -> SystemTime {
    headers
        .get(DATE)
        .and_then(|date| date.to_str().ok())
        .and_then(|date| httpdate::parse_http_date(date).ok())
        .unwrap_or(local)
}
