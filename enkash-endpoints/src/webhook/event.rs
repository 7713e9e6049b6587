//! What a webhook event is, and that nobody has verified it.

use std::fmt;

use enkash_core::{Product, from_untrusted_json};
use serde::de::DeserializeOwned;

use super::error::{MAX_BODY, WebhookError};

/// A webhook event that EnKash posts. Implemented by the types in the `webhooks` of the products.
pub trait Webhook: DeserializeOwned {
    /// The name of the webhook in the API reference.
    const NAME: &'static str;
    /// The product that posts it.
    const PRODUCT: Product;
    /// The page that documents it; `None` for one that was only seen in public code.
    const DOCS: Option<&'static str>;
}

/// A webhook event, or the query of a returning browser, whose sender is not verified.
///
/// ```
/// # #[cfg(feature = "payment-gateway")] {
/// use enkash_endpoints::payment_gateway::webhooks::PaymentNotification;
/// use enkash_endpoints::webhook::{Unverified, WebhookError};
///
/// # fn receive(body: &[u8]) -> Result<(), WebhookError> {
/// let event = Unverified::<PaymentNotification>::from_slice(body)?;
/// let claim = event.into_unverified();
/// # Ok(())
/// # }
/// # }
/// ```
#[derive(Clone)]
pub struct Unverified<T>(pub(crate) T);

impl<T: Webhook> Unverified<T> {
    /// Reads a webhook event from the body of the request, tolerantly: unknown fields are skipped, missing ones are
    /// `None`. The memory that it needs is bounded by the length of the body; [`JsonMap`](enkash_core::JsonMap) has the
    /// limits of `more`.
    ///
    /// # Errors
    /// The body is no JSON object, a field is not of the documented form, a list has too many elements, or the body is longer
    /// than 2 MiB.
    pub fn from_slice(body: &[u8]) -> Result<Self, WebhookError> {
        if body.len() > MAX_BODY {
            return Err(WebhookError::TooLarge { length: body.len() });
        }
        from_untrusted_json(body).map(Unverified).map_err(WebhookError::Unreadable)
    }
}

impl<T> Unverified<T> {
    /// The claim. Nothing proves that it is true.
    pub fn into_unverified(self) -> T {
        self.0
    }

    /// The claim. Nothing proves that it is true.
    pub const fn as_unverified(&self) -> &T {
        &self.0
    }
}

impl<T: fmt::Debug> fmt::Debug for Unverified<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Unverified").field(&self.0).finish()
    }
}
