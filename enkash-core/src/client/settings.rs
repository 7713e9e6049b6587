//! What a client knows besides products and credentials.

use std::time::Duration;

use http::HeaderValue;

use crate::retry::RetryPolicy;

pub(crate) struct Settings {
    /// From the start of a call to its end, waits and token requests included.
    pub(crate) call_timeout: Duration,
    /// From the start of an attempt to the last byte of its response.
    pub(crate) attempt_timeout: Duration,
    /// How long an account is left alone after doubtful token requests.
    pub(crate) token_suspension: Duration,
    pub(crate) retry: RetryPolicy,
    pub(crate) max_response_bytes: usize,
    pub(crate) user_agent: HeaderValue,
}
