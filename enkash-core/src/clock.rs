//! The wall clock, as far as a call needs one. Everything else goes by tokio's clock, which tests can hold still.

use std::time::SystemTime;

use http::HeaderMap;
use http::header::DATE;

/// The time at which an answer was written: the server's own (`Date`), or `local` where it does not tell.
///
/// Moments in an answer are the server's, so comparing them with the server's clock bears a local one that is wrong.
pub(crate) fn answered_at(headers: &HeaderMap, local: SystemTime) -> SystemTime {
    headers
        .get(DATE)
        .and_then(|date| date.to_str().ok())
        .and_then(|date| httpdate::parse_http_date(date).ok())
        .unwrap_or(local)
}
