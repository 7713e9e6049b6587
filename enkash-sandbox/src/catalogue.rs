//! The API reference, parsed and compiled once per process.

pub(crate) mod formats;
mod gateway;
mod operation;
mod overrides;
mod routing;
mod schema;

use std::collections::HashSet;
use std::sync::OnceLock;

use serde_json::Value;

pub(crate) use gateway::is_gateway;
pub use operation::Operation;
pub(crate) use operation::{Body, Encryption, Location, Media, Parameter, Security, TokenKind};
pub(crate) use routing::{Found, Router};
pub(crate) use schema::{DATE_TIME, OBSERVED_FORMAT, as_documented, property, resolve};

macro_rules! documents {
    ($($slug:literal),* $(,)?) => {
        [$(($slug, include_str!(concat!("../catalogue/", $slug, ".yaml")))),*]
    };
}

const DOCUMENTS: [(&str, &str); 11] = documents![
    "accounts-payable",
    "accounts-receivable",
    "bharat-connect",
    "bill-payments",
    "card-management",
    "expense-management",
    "loyalty",
    "payment-gateway",
    "payment-gateway-extras",
    "payouts",
    "verification-suite",
];

/// One product of the platform: a file of the catalogue.
pub(crate) struct Product {
    pub(crate) slug: &'static str,
    pub(crate) operations: Vec<Operation>,
}

/// All products.
pub(crate) struct Catalogue {
    pub(crate) products: Vec<Product>,
}

impl Catalogue {
    /// The catalogue of this process, read at the first call.
    pub(crate) fn get() -> Result<&'static Self, &'static str> {
        static CATALOGUE: OnceLock<Result<Catalogue, String>> = OnceLock::new();
        let read = CATALOGUE.get_or_init(Self::read);
        read.as_ref().map_err(String::as_str)
    }

    /// Each file is parsed and compiled in its own thread, since this is most of a start.
    fn read() -> Result<Self, String> {
        let products = std::thread::scope(|scope| {
            let readers = DOCUMENTS.map(|(slug, text)| scope.spawn(|| Product::read(slug, text)));
            let products = readers.into_iter().map(|reader| {
                let product = reader.join();
                product.unwrap_or_else(|_| Err("a reader of the catalogue died".to_owned()))
            });
            products.collect::<Result<Vec<_>, _>>()
        })?;
        Ok(Self { products })
    }

    /// The operation with this `operationId`.
    pub(crate) fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations().find(|operation| operation.id() == id)
    }

    /// All operations, by product, path and method.
    pub(crate) fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.products.iter().flat_map(|product| &product.operations)
    }
}

impl Product {
    fn read(slug: &'static str, text: &str) -> Result<Self, String> {
        let document: Value =
            serde_saphyr::from_str(text).map_err(|error| format!("{slug}.yaml: {error}"))?;
        let mut document = document;
        overrides::apply(slug, &mut document)?;
        let paths = document["paths"].as_object();
        let paths = paths.ok_or_else(|| format!("{slug}.yaml: no paths"))?;
        let mut operations = Vec::new();
        let mut seen = HashSet::new();
        // What was seen only outside the API reference is in extensions (`x-…`), and is no
        // operation.
        for (key, item) in paths.iter().filter(|(key, _)| key.starts_with('/')) {
            let members = item.as_object().into_iter().flatten();
            for (name, source) in members {
                let Some(method) = operation::method(name) else {
                    continue;
                };
                let operation = Operation::read(slug, &document, key, item, method, source)
                    .map_err(|error| format!("{slug}.yaml: {name} {key}: {error}"))?;
                if !seen.insert(operation.id().to_owned()) {
                    return Err(format!("{slug}.yaml: {} is there twice", operation.id()));
                }
                operations.push(operation);
            }
        }
        // By path and method, whatever order the parser yields.
        operations.sort_by(|one, other| one.key().cmp(&other.key()));
        Ok(Self { slug, operations })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_is_read() {
        let catalogue = Catalogue::get().unwrap();
        assert_eq!(catalogue.products.len(), 11);
        assert_eq!(catalogue.operations().count(), 129);
        let ids: HashSet<_> = catalogue.operations().map(Operation::id).collect();
        assert_eq!(ids.len(), 129);
        assert!(
            include_str!("../README.md")
                .contains("All 129 operations of the 11 documents are routed")
        );
    }

    #[test]
    fn an_extension_is_no_operation() {
        let text = r#"
            info: {x-undocumented: [{method: POST, path: /seen}], x-seen-calls: {/seen: {get: {operationId: Seen}}}}
            paths:
              /real:
                x-seen-response: {operationId: Seen}
                get: {operationId: Real}
              x-seen-paths: {get: {operationId: Seen}}
            webhooks: {seen: {post: {operationId: Seen}}}
        "#;
        let product = Product::read("payouts", text).unwrap();
        assert_eq!(product.operations.iter().map(Operation::id).collect::<Vec<_>>(), ["Real"]);
    }

    #[test]
    fn fragments_are_not_part_of_a_path() {
        let catalogue = Catalogue::get().unwrap();
        assert!(catalogue.operations().all(|operation| !operation.path().contains('#')));
    }
}
