//! Strings that never appear in output and are zeroed on drop.

use std::fmt;

use bytes::Bytes;
use secrecy::{ExposeSecret, SecretString};

/// A secret string: a password, a key, a token. `Debug` shows `***`, it cannot be serialised, and
/// its memory is zeroed on drop.
///
/// ```
/// use enkash_core::Secret;
///
/// let secret = Secret::from("not-a-real-password");
/// assert_eq!(format!("{secret:?}"), "***");
/// assert_eq!(secret.expose(), "not-a-real-password");
/// ```
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Returns the secret as a string. Keep the result short-lived.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// Returns whether the secret is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.expose().is_empty()
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Secret(text.into())
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Secret(text.into())
    }
}

impl From<&String> for Secret {
    fn from(text: &String) -> Self {
        Secret(text.as_str().into())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// The `Debug` output for a sensitive value: `***`.
pub(crate) struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// A body whose `Debug` shows only its size.
#[derive(Clone)]
pub(crate) struct RedactedBytes(pub(crate) Bytes);

impl fmt::Debug for RedactedBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}
