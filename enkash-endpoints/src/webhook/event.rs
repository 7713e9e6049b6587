//! Webhook events and their missing verification.

use std::fmt;

use enkash_core::{FromJsonError, Product, from_json};
use serde::de::DeserializeOwned;

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
/// use enkash_endpoints::webhook::Unverified;
///
/// # fn receive(body: &[u8]) -> Result<(), enkash_endpoints::FromJsonError> {
/// let event = Unverified::<PaymentNotification>::from_slice(body)?;
/// let claim = event.into_unverified();
/// # Ok(())
/// # }
/// # }
/// ```
#[derive(Clone)]
pub struct Unverified<T>(pub(crate) T);

impl<T: Webhook> Unverified<T> {
    /// Reads a webhook event from the body of the request, tolerantly: unknown fields are skipped,
    /// missing ones are `None`.
    ///
    /// # Errors
    /// The body is no JSON object.
    pub fn from_slice(body: &[u8]) -> Result<Self, FromJsonError> {
        from_json(body).map(Unverified)
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
