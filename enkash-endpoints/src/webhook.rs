//! Webhooks: the events that EnKash posts to a merchant.
//!
//! The API reference does not say how a receiver can verify that a webhook event comes from EnKash: whoever knows the
//! address can post one. So what is read from a request is [`Unverified`], and has to be called that to get at it. A
//! payment of the gateway can be confirmed: ask the API for the transaction, and act on its response. The same holds
//! for what a customer's browser brings back from the gateway's checkout, a `PaymentReturn`.

use std::fmt;

use enkash_core::{FromJsonError, Product, from_json};
use serde::de::DeserializeOwned;

#[cfg(feature = "axum")]
mod axum;
#[cfg(feature = "schema")]
mod registry;

#[cfg(feature = "axum")]
pub use self::axum::WebhookRejection;
#[cfg(feature = "schema")]
pub use self::registry::{WebhookInfo, webhooks};

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
    /// Reads a webhook event from the body of the request, tolerantly: unknown fields are skipped, missing ones are
    /// `None`.
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

/// Implements `Webhook` for a model: its name in the API reference, and the page that documents it, if any. Its product
/// is the `PRODUCT` in scope.
#[allow(unused_macros, reason = "no product with webhooks may be enabled")]
macro_rules! webhook {
    ($model:ty, $name:literal, docs = $docs:literal) => {
        $crate::webhook::webhook!(@ $model, $name, Some($docs));
    };
    ($model:ty, $name:literal) => {
        $crate::webhook::webhook!(@ $model, $name, None);
    };
    (@ $model:ty, $name:literal, $docs:expr) => {
        impl $crate::webhook::Webhook for $model {
            const NAME: &'static str = $name;
            const PRODUCT: enkash_core::Product = PRODUCT;
            const DOCS: Option<&'static str> = $docs;
        }

        #[cfg(feature = "schema")]
        inventory::submit! {
            $crate::webhook::WebhookInfo::new::<$model>()
        }
    };
}
#[allow(unused_imports, reason = "no product with webhooks may be enabled")]
pub(crate) use webhook;
