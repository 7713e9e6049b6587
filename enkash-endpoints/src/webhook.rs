//! Notifications that EnKash posts to a merchant.
//!
//! No document says how a receiver can tell that a notification comes from EnKash: whoever knows the address can post
//! one. So what is read from a request is [`Unverified`], and has to be called that to get at it. A payment of the
//! gateway can be confirmed: ask the API for the transaction, and act on its answer. The same holds for what a
//! customer's browser brings back from the gateway's checkout, a `PaymentReturn`.

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

/// A notification that EnKash posts. Implemented by the notifications of the product's modules.
pub trait Webhook: DeserializeOwned {
    /// The notification's name in the documents.
    const NAME: &'static str;
    /// The product that posts it.
    const PRODUCT: Product;
    /// The page that documents it; `None` for one that was only seen in public code.
    const DOCS: Option<&'static str>;
}

/// A notification, or the query of a returning browser, of which nobody knows who sent it.
///
/// ```
/// # #[cfg(feature = "payment-gateway")] {
/// use enkash_endpoints::payment_gateway::webhooks::PaymentNotification;
/// use enkash_endpoints::webhook::Unverified;
///
/// # fn receive(body: &[u8]) -> Result<(), enkash_endpoints::FromJsonError> {
/// let notification = Unverified::<PaymentNotification>::from_slice(body)?;
/// let claim = notification.into_unverified();
/// # Ok(())
/// # }
/// # }
/// ```
#[derive(Clone)]
pub struct Unverified<T>(pub(crate) T);

impl<T: Webhook> Unverified<T> {
    /// Reads a notification from the body of the request, tolerantly: unknown members are skipped, missing ones are
    /// `None`.
    ///
    /// # Errors
    /// The body is no JSON object.
    pub fn from_slice(body: &[u8]) -> Result<Self, FromJsonError> {
        from_json(body).map(Unverified)
    }
}

impl<T> Unverified<T> {
    /// What the notification claims. Nothing proves that it is true.
    pub fn into_unverified(self) -> T {
        self.0
    }

    /// What the notification claims. Nothing proves that it is true.
    pub const fn as_unverified(&self) -> &T {
        &self.0
    }
}

impl<T: fmt::Debug> fmt::Debug for Unverified<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Unverified").field(&self.0).finish()
    }
}

/// Says which notification a model is: its name in the documents, and the page that documents it, if any. Its product
/// is the `PRODUCT` in scope.
#[allow(unused_macros, reason = "no product may be switched on that has notifications")]
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
#[allow(unused_imports, reason = "no product may be switched on that has notifications")]
pub(crate) use webhook;
