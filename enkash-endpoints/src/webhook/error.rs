//! Why a request is no webhook event.

use std::fmt;

use enkash_core::FromJsonError;

/// The longest body that is read, in bytes: axum takes no longer one either.
pub(super) const MAX_BODY: usize = 2 << 20;

/// A body is not that of a webhook event.
///
/// It quotes nothing from the body but the names of fields, escaped and cut after 200 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WebhookError {
    /// The body is longer than 2 MiB.
    #[non_exhaustive]
    TooLarge {
        /// Its length in bytes.
        length: usize,
    },
    /// The body is not JSON, or a field is not of the documented form.
    Unreadable(FromJsonError),
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WebhookError::TooLarge { length } => {
                write!(
                    f,
                    "the body of the webhook event has {length} bytes, and no more than {MAX_BODY} are read"
                )
            }
            WebhookError::Unreadable(error) => write!(f, "the body of the webhook event is {error}"),
        }
    }
}

impl std::error::Error for WebhookError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            WebhookError::TooLarge { .. } => None,
            WebhookError::Unreadable(error) => Some(error),
        }
    }
}
