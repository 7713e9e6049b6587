//! What Acme posts when something has happened.

use std::fmt;

use enkash_core::{AsText, FromJsonError, Secret, from_json, model};
use uuid::Uuid;

use crate::credentials::is_signed;

/// An order has been paid.
#[model]
#[derive(PartialEq)]
pub struct OrderPaid {
    /// The order.
    pub order_id: AsText<Uuid>,
    /// What was paid, in cents.
    pub amount: Option<i64>,
}

/// A webhook was rejected.
#[derive(Debug)]
#[non_exhaustive]
pub enum WebhookError {
    /// The signature is not that of the body.
    NotSigned,
    /// The body is not of the documented form.
    Unreadable(FromJsonError),
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WebhookError::NotSigned => f.write_str("the signature of the webhook is wrong"),
            WebhookError::Unreadable(_) => f.write_str("the webhook cannot be read"),
        }
    }
}

impl std::error::Error for WebhookError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            WebhookError::NotSigned => None,
            WebhookError::Unreadable(error) => Some(error),
        }
    }
}

/// Reads a webhook. `signature` is its header `x-acme-signature`, over the body alone.
///
/// # Errors
/// The signature is wrong, or the body cannot be read.
pub fn read(body: &[u8], signature: &str, secret: &Secret) -> Result<OrderPaid, WebhookError> {
    if !is_signed(secret, body, signature) {
        return Err(WebhookError::NotSigned);
    }
    from_json(body).map_err(WebhookError::Unreadable)
}
