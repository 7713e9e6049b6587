//! Responses before decoding.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::base::outcome::Outcome;

/// The response of the last attempt, decrypted but not yet decoded.
pub(crate) struct RawResponse {
    /// The HTTP status.
    pub(crate) status: StatusCode,
    /// The headers.
    pub(crate) headers: HeaderMap,
    /// The decrypted body.
    pub(crate) body: Bytes,
    /// The number of attempts.
    pub(crate) attempts: u32,
    /// The combined outcome of the attempts before the last one; `None` if there were none.
    pub(crate) earlier: Option<Outcome>,
}

impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("status", &self.status)
            .field("body_bytes", &self.body.len())
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}
