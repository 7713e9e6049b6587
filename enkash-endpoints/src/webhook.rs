//! Webhooks: the events that EnKash posts to a merchant.
//!
//! The API reference does not say how a receiver can verify that a webhook event comes from EnKash:
//! anyone who knows the URL can post one. So a received event is [`Unverified`], and
//! `into_unverified` returns its content. A payment of the gateway can be confirmed: ask the API
//! for the transaction, and act on its response. The same applies to `PaymentReturn`, the query of
//! a browser that returns from the gateway's checkout.

#[cfg(feature = "axum")]
mod axum;
mod error;
mod event;
#[cfg(feature = "schema")]
mod registry;

#[cfg(feature = "axum")]
pub use self::axum::WebhookRejection;
pub use self::error::WebhookError;
pub use self::event::{Unverified, Webhook};
#[cfg(feature = "schema")]
pub use self::registry::{WebhookInfo, webhooks};

/// Implements `Webhook` for a model: its name in the API reference, and the page that documents it,
/// if any. Its product is the `PRODUCT` in scope.
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
