//! The list of the declared webhooks.

use enkash_core::{HasSchema, JsonSchema, Product, WriteSchema};

use super::event::Webhook;

/// The facts of a declared webhook.
#[derive(Debug)]
#[non_exhaustive]
pub struct WebhookInfo {
    /// Its name in the API reference.
    pub name: &'static str,
    /// The product that posts it.
    pub product: Product,
    /// The page that documents it; `None` for one that was only seen in public code.
    pub docs: Option<&'static str>,
    /// Its schema.
    pub schema: WriteSchema,
}

impl WebhookInfo {
    #[allow(dead_code, reason = "no product with webhooks may be enabled")]
    pub(crate) const fn new<T: Webhook + JsonSchema + HasSchema>() -> Self {
        WebhookInfo { name: T::NAME, product: T::PRODUCT, docs: T::DOCS, schema: T::describe }
    }
}

inventory::collect!(WebhookInfo);

/// Every declared webhook of the products whose features are enabled, sorted by product and name.
#[must_use]
pub fn webhooks() -> Vec<&'static WebhookInfo> {
    let mut all: Vec<_> = inventory::iter::<WebhookInfo>.into_iter().collect();
    all.sort_by_key(|webhook| (webhook.product, webhook.name));
    all
}
