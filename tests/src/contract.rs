//! Compares the declarations with the catalogue: both are read as OpenAPI documents and split into
//! facts.

mod compare;
mod facts;
mod reviewed;

use std::collections::{BTreeMap, BTreeSet};

use enkash_core::{Json, Product};

pub use compare::{Difference, Tally, compare};
pub use facts::{Facts, Operations, facts, webhook_facts};
pub use reviewed::{Review, reviewed};

/// The catalogue's files, and the names of the products that they document.
pub const GROUPS: &[(&[&str], &[&str])] = &[
    (&["accounts-payable"], &["accounts-payable"]),
    (&["accounts-receivable"], &["accounts-receivable"]),
    (&["bharat-connect"], &["bharat-connect"]),
    (&["bill-payments"], &["bill-payments"]),
    (&["card-management"], &["cards", "wallet"]),
    (&["expense-management"], &["expense", "petty-cash"]),
    (&["loyalty"], &["loyalty"]),
    (&["payment-gateway", "payment-gateway-extras"], &["payment-gateway"]),
    (&["payouts"], &["payouts"]),
    (&["verification-suite"], &["verification"]),
];

/// The product of this name; `None` if there is none, or its feature is off.
#[must_use]
pub fn product(name: &str) -> Option<&'static Product> {
    enkash_endpoints::PRODUCTS.iter().copied().find(|product| product.name() == name)
}

/// The product that a file of the catalogue documents, the first of several.
#[must_use]
pub fn product_of(file: &str) -> Option<&'static Product> {
    let (_, products) = GROUPS.iter().find(|(files, _)| files.contains(&file))?;
    product(products.first()?)
}

/// The file of the catalogue that documents a product, the first of several.
///
/// # Panics
/// [`GROUPS`] lacks the product.
#[must_use]
pub fn file_of(product: &Product) -> &'static str {
    let group = GROUPS.iter().find(|(_, products)| products.contains(&product.name()));
    let (files, _) =
        group.unwrap_or_else(|| panic!("no file of the catalogue documents {product}"));
    files[0]
}

/// A file of the catalogue.
///
/// # Panics
/// There is no such file, or it is no YAML.
#[must_use]
pub fn catalogue(file: &str) -> Json {
    let path = format!("{}/../enkash-sandbox/catalogue/{file}.yaml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The facts of some files of the catalogue together.
#[must_use]
pub fn documented(files: &[&str]) -> Operations {
    files.iter().flat_map(|file| facts(&catalogue(file))).collect()
}

/// The OpenAPI document of what is declared for the product of this name.
///
/// # Panics
/// There is no such product, or its feature is off.
#[must_use]
pub fn declared_document(name: &str) -> Json {
    enkash_core::openapi(product(name).unwrap_or_else(|| panic!("there is no product {name}")))
}

/// The facts of what is declared for some products together.
#[must_use]
pub fn declared(products: &[&str]) -> Operations {
    products.iter().flat_map(|name| facts(&declared_document(name))).collect()
}

/// The webhooks of all files of the catalogue.
#[must_use]
pub fn documented_webhooks() -> Operations {
    GROUPS
        .iter()
        .flat_map(|(files, _)| *files)
        .flat_map(|file| webhook_facts(&catalogue(file)))
        .collect()
}

/// The files of the catalogue, whether they are in [`GROUPS`] or not.
///
/// # Panics
/// The catalogue cannot be read.
#[must_use]
pub fn catalogue_files() -> BTreeSet<String> {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/../enkash-sandbox/catalogue");
    let entries =
        std::fs::read_dir(directory).unwrap_or_else(|error| panic!("{directory}: {error}"));
    entries
        .map(|entry| entry.unwrap_or_else(|error| panic!("{directory}: {error}")).path())
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect()
}

/// The names of a document's operations, a name as often as it is given.
#[must_use]
pub fn operation_ids(document: &Json) -> Vec<String> {
    let ids = facts::operations(document).filter_map(|it| it.operation["operationId"].as_str());
    ids.map(str::to_owned).collect()
}

/// The pages that a document names for each of its operations and webhooks, and whether it marks
/// what else it is known from.
#[must_use]
pub fn sources(document: &Json) -> BTreeMap<String, Source> {
    let id = |operation: &Json| operation["operationId"].as_str().unwrap_or_default().to_owned();
    let operations = facts::operations(document).map(|it| (id(it.operation), it.operation));
    let webhooks = facts::webhooks(document).map(|it| (it.key.to_owned(), it.operation));
    let source = |operation: &Json| Source {
        pages: facts::strings(&operation["x-source"])
            .map(|page| page_of(page).to_owned())
            .collect(),
        evidence: operation["x-evidence"].as_str().map(str::to_owned),
    };
    operations.chain(webhooks).map(|(name, operation)| (name, source(operation))).collect()
}

/// What a document knows an operation or a webhook from.
#[derive(Debug, Default)]
pub struct Source {
    /// Pages of the portal, as [`page_of`] names them.
    pub pages: BTreeSet<String>,
    /// The mark of what is known from elsewhere.
    pub evidence: Option<String>,
}

/// An address without its scheme and without the query that opens the portal's navigation: the same
/// page.
#[must_use]
pub fn page_of(address: &str) -> &str {
    let address = address.strip_prefix("https://").unwrap_or(address);
    address.split_once('?').map_or(address, |(page, _)| page)
}

/// The webhooks that are declared.
#[must_use]
pub fn declared_webhooks() -> Operations {
    webhook_facts(&webhook_document())
}

/// The declared webhooks as a document.
#[must_use]
pub fn webhook_document() -> Json {
    let mut webhooks: BTreeMap<String, Json> = BTreeMap::new();
    let mut generator = schemars::SchemaGenerator::default();
    for webhook in enkash_endpoints::webhook::webhooks() {
        let schema = (webhook.schema)(&mut generator);
        let body = serde_json::json!({ "content": { "application/json": { "schema": schema } } });
        let post = serde_json::json!({ "post": { "requestBody": body } });
        webhooks.insert(webhook.name.to_owned(), post);
    }
    serde_json::json!({ "webhooks": webhooks, "$defs": generator.take_definitions(true) })
}
