//! Strings that are kept out of everything that is printed, and wiped from memory when they go.

use std::fmt;

use bytes::Bytes;
use secrecy::{ExposeSecret, SecretString};

/// A secret text: a password, a key, a token. `Debug` shows `***`, nothing serialises it, and its
/// memory is zeroed when it is dropped.
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
    /// The text itself. Keep it short-lived.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// Whether the text is empty.
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

/// What is printed in place of a sensitive value.
pub(crate) struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// A body that `Debug` shows by its size.
#[derive(Clone)]
pub(crate) struct RedactedBytes(pub(crate) Bytes);

impl fmt::Debug for RedactedBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}
