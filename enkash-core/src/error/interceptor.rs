//! Errors of interceptors.

use std::error::Error as StdError;
use std::fmt;

use super::transport::one_line;
use crate::base::outcome::Outcome;

/// The error of a call that an [`Interceptor`](crate::Interceptor) stopped before an attempt.
///
/// `Display` contains the name of the interceptor and the start of its error, on one line.
#[derive(Debug, thiserror::Error)]
pub struct InterceptorError {
    interceptor: String,
    pub(crate) outcome: Outcome,
    pub(crate) attempts: u32,
    source: Box<dyn StdError + Send + Sync>,
}

impl InterceptorError {
    pub(crate) fn new(interceptor: String, source: Box<dyn StdError + Send + Sync>) -> Self {
        InterceptorError { interceptor, outcome: Outcome::NotSent, attempts: 0, source }
    }

    /// Returns the name of the interceptor.
    #[must_use]
    pub fn interceptor(&self) -> &str {
        &self.interceptor
    }
}

impl fmt::Display for InterceptorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, why) = (one_line(&self.interceptor), one_line(&self.source.to_string()));
        write!(f, "the interceptor `{name}` stopped the call: {why} ({})", self.outcome.advice())?;
        if self.attempts > 0 {
            write!(f, ", after {} attempts", self.attempts)?;
        }
        Ok(())
    }
}
