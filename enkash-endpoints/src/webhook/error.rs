//! Why a request is no webhook event.

use enkash_core::FromJsonError;

/// The longest body that is read, in bytes: axum takes no longer one either.
pub(super) const MAX_BODY: usize = 2 << 20;

/// A body is not that of a webhook event.
///
/// It quotes nothing from the body but the names of fields, escaped and cut after 200 characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WebhookError {
    /// The body is longer than 2 MiB.
    #[error(
        "the body of the webhook event has {length} bytes, and no more than {MAX_BODY} are read"
    )]
    #[non_exhaustive]
    TooLarge {
        /// Its length in bytes.
        length: usize,
    },
    /// The body is not JSON, or a field is not of the documented form.
    #[error("the body of the webhook event is {0}")]
    Unreadable(#[source] FromJsonError),
}
