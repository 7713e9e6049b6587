//! Redacted bodies.

use std::fmt;

use bytes::Bytes;

/// A body whose `Debug` shows only its size.
#[derive(Clone)]
pub(crate) struct RedactedBytes(pub(crate) Bytes);

impl fmt::Debug for RedactedBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}
