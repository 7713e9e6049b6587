//! An interceptor that logs requests and responses, for development.

use tracing::{Level, debug, enabled};

use super::{AfterAttempt, BeforeAttempt, InterceptError, Interceptor};

/// The target of its events, separate from that of other events.
const TARGET: &str = "enkash::log";

/// Logs each attempt and its response for development, as [`tracing`] events at `DEBUG` with the
/// target `enkash::log`.
///
/// Requests are logged with all values except those declared sensitive; of responses, status and
/// size are logged. [`expose_bodies`](Self::expose_bodies) logs more. Use it with test data only:
/// [`build`](crate::ClientBuilder::build) logs a warning for each client with this interceptor.
///
#[cfg_attr(feature = "mock", doc = "```")]
#[cfg_attr(not(feature = "mock"), doc = "```ignore")]
/// use enkash_core::LogInterceptor;
/// use enkash_core::mock::Mock;
///
/// # fn main() -> Result<(), enkash_core::Error> {
/// let client = Mock::new().client_builder().interceptor(LogInterceptor::new()).build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Default)]
pub struct LogInterceptor {
    exposes_bodies: bool,
}

impl LogInterceptor {
    /// Creates an interceptor that logs requests without sensitive values, and no bodies.
    #[must_use]
    pub fn new() -> Self {
        LogInterceptor::default()
    }

    /// Logs path, query and bodies as well, unencrypted, including account numbers and names.
    /// Headers are not logged.
    #[must_use]
    pub fn expose_bodies(mut self) -> Self {
        self.exposes_bodies = true;
        self
    }
}

impl Interceptor for LogInterceptor {
    fn name(&self) -> &str {
        "log"
    }

    fn before_attempt(&self, attempt: &mut BeforeAttempt<'_>) -> Result<(), InterceptError> {
        if !enabled!(target: TARGET, Level::DEBUG) {
            return Ok(());
        }
        let (number, method, request) = (attempt.number(), attempt.method(), attempt.request());
        let product = attempt.product().name();
        if self.exposes_bodies {
            let (target, body) =
                (attempt.expose_target(), String::from_utf8_lossy(attempt.expose_body()));
            debug!(target: TARGET, product, attempt = number, %method, path = target, %body, "request");
        } else {
            let request = request.unwrap_or("a raw call");
            debug!(target: TARGET, product, attempt = number, %method, request, "request");
        }
        Ok(())
    }

    fn after_attempt(&self, attempt: &AfterAttempt<'_>) {
        if !enabled!(target: TARGET, Level::DEBUG) {
            return;
        }
        let (number, product) = (attempt.number(), attempt.product().name());
        let elapsed_ms = attempt.elapsed().as_millis() as u64;
        let (status, body_bytes) =
            (attempt.status().map(|status| status.as_u16()), attempt.body_bytes());
        if let Some(error) = attempt.error() {
            debug!(target: TARGET, product, attempt = number, elapsed_ms, %error, "no response");
        } else if self.exposes_bodies {
            let body = attempt.expose_body().unwrap_or_default();
            let body = String::from_utf8_lossy(&body);
            debug!(target: TARGET, product, attempt = number, elapsed_ms, status, %body, "response");
        } else {
            debug!(target: TARGET, product, attempt = number, elapsed_ms, status, body_bytes, "response");
        }
    }

    fn warning(&self) -> Option<&str> {
        Some(if self.exposes_bodies {
            "this client logs the bodies of requests and responses in plain text, at DEBUG; do not use it with real data"
        } else {
            "this client logs the values of requests, at DEBUG; it is meant for development"
        })
    }
}
