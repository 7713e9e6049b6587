//! Notifications that EnKash posts to a merchant.

use enkash_core::Product;
use serde::de::DeserializeOwned;

/// A notification that EnKash posts. Implemented by the notifications of the product's modules.
pub trait Webhook: DeserializeOwned {
    /// The notification's name in the documents.
    const NAME: &'static str;
    /// The product that posts it.
    const PRODUCT: Product;
    /// The page that documents it.
    const DOCS: &'static str;
}

/// Says which notification a model is: its name in the documents, its product, and the page that documents it.
#[allow(unused_macros, reason = "no product may be switched on that has notifications")]
macro_rules! webhook {
    ($model:ty, $name:literal, $product:ident, docs = $docs:literal) => {
        impl $crate::webhook::Webhook for $model {
            const NAME: &'static str = $name;
            const PRODUCT: enkash_core::Product = enkash_core::Product::$product;
            const DOCS: &'static str = $docs;
        }
    };
}
#[allow(unused_imports, reason = "no product may be switched on that has notifications")]
pub(crate) use webhook;
