//! The list of the declared notifications.

use enkash_core::{Described, JsonSchema, Product, WriteSchema};

use super::Webhook;

/// The facts of a declared notification.
#[derive(Debug)]
#[non_exhaustive]
pub struct WebhookInfo {
    /// Its name in the documents.
    pub name: &'static str,
    /// The product that posts it.
    pub product: Product,
    /// The page that documents it; `None` for one that was only seen in public code.
    pub docs: Option<&'static str>,
    /// Its schema.
    pub schema: WriteSchema,
}

impl WebhookInfo {
    #[allow(dead_code, reason = "no product may be switched on that has notifications")]
    pub(crate) const fn new<T: Webhook + JsonSchema + Described>() -> Self {
        WebhookInfo { name: T::NAME, product: T::PRODUCT, docs: T::DOCS, schema: T::describe }
    }
}

inventory::collect!(WebhookInfo);

/// Every declared notification of the products that are switched on, sorted by product and name.
#[must_use]
pub fn webhooks() -> Vec<&'static WebhookInfo> {
    let mut all: Vec<_> = inventory::iter::<WebhookInfo>.into_iter().collect();
    all.sort_by_key(|webhook| (webhook.product, webhook.name));
    all
}
