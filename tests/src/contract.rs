//! Holds the declarations against the catalogue: both are read as OpenAPI documents and taken apart into facts.

mod compare;
mod facts;
mod reviewed;

use std::collections::{BTreeMap, BTreeSet};

use enkash_core::{Json, Product};

pub use compare::{Difference, Tally, compare};
pub use facts::{Facts, Operations, facts, webhook_facts};
pub use reviewed::{Review, reviewed};

/// The catalogue's files, and the products that they document.
pub const GROUPS: &[(&[&str], &[Product])] = &[
    (&["accounts-payable"], &[Product::AccountsPayable]),
    (&["accounts-receivable"], &[Product::AccountsReceivable]),
    (&["bharat-connect"], &[Product::BharatConnect]),
    (&["bill-payments"], &[Product::BillPayments]),
    (&["card-management"], &[Product::Cards, Product::Wallet]),
    (&["expense-management"], &[Product::Expense, Product::PettyCash]),
    (&["loyalty"], &[Product::Loyalty]),
    (&["payment-gateway", "payment-gateway-extras"], &[Product::PaymentGateway]),
    (&["payouts"], &[Product::Payouts]),
    (&["verification-suite"], &[Product::Verification]),
];

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

/// The facts of what is declared for some products together.
#[must_use]
pub fn declared(products: &[Product]) -> Operations {
    products.iter().flat_map(|product| facts(&enkash_core::openapi(*product))).collect()
}

/// The webhooks of all files of the catalogue.
#[must_use]
pub fn documented_webhooks() -> Operations {
    GROUPS.iter().flat_map(|(files, _)| *files).flat_map(|file| webhook_facts(&catalogue(file))).collect()
}

/// The files of the catalogue, whether they are in [`GROUPS`] or not.
///
/// # Panics
/// The catalogue cannot be read.
#[must_use]
pub fn catalogue_files() -> BTreeSet<String> {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/../enkash-sandbox/catalogue");
    let entries = std::fs::read_dir(directory).unwrap_or_else(|error| panic!("{directory}: {error}"));
    entries
        .map(|entry| entry.unwrap_or_else(|error| panic!("{directory}: {error}")).path())
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect()
}

/// The names of a document's operations, a name as often as it is given.
#[must_use]
pub fn operation_ids(document: &Json) -> Vec<String> {
    let items = document["paths"].as_object().into_iter().flat_map(|paths| paths.values());
    let operations = items.filter_map(Json::as_object).flat_map(|item| item.values());
    operations.filter_map(|operation| operation["operationId"].as_str()).map(str::to_owned).collect()
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
