//! The page of each product in the documentation of `enkash-endpoints`: its table of operations,
//! and what its modules list.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use enkash_core::endpoints;
use enkash_endpoints::PRODUCTS;

use super::readme::{read, root, updating};

const BEGIN: &str = "//! <!-- operations -->\n";
const END: &str = "//! <!-- /operations -->\n";

/// The beginning of a `builders.rs`.
const BUILDERS: &str =
    "//! The builders of the structs of this product. `builder()` of the struct begins one.\n\n";

/// A struct or an enum, as a file of a product declares it.
struct Declaration {
    name: String,
    is_endpoint: bool,
    has_builder: bool,
    /// The type in `response = …`.
    response: Option<String>,
}

/// The modules of all products.
fn modules() -> impl Iterator<Item = String> {
    PRODUCTS.iter().map(|product| product.name().replace('-', "_"))
}

/// The Rust files below a folder, relative to the root.
fn sources(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            found.extend(sources(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// The public declarations of a file.
fn declarations(source: &str) -> Vec<Declaration> {
    let mut found = Vec::new();
    let mut attributes = String::new();
    for line in source.lines() {
        let Some((kind, rest)) = line.strip_prefix("pub ").and_then(|line| line.split_once(' '))
        else {
            if line.is_empty() || line == "}" {
                attributes.clear();
            } else if !line.starts_with("//") {
                attributes += line;
            }
            continue;
        };
        if kind != "struct" && kind != "enum" {
            continue;
        }
        let name = rest.split(|sign: char| !sign.is_alphanumeric()).next().unwrap();
        let is_endpoint = attributes.contains("#[endpoint(");
        let response = attributes
            .split_once("response = ")
            .map(|(_, rest)| rest.split([',', ')']).next().unwrap());
        found.push(Declaration {
            name: name.to_owned(),
            is_endpoint,
            has_builder: kind == "struct" && (is_endpoint || attributes.contains("#[model")),
            response: response.map(str::to_owned),
        });
        attributes.clear();
    }
    found
}

/// The declarations of a product by file, with the path of the file below the product's folder.
fn declared(module: &str) -> Vec<(String, Declaration)> {
    let folder = format!("enkash-endpoints/src/{module}");
    let mut found = Vec::new();
    for path in sources(&folder) {
        let below = path[folder.len() + 1..].to_owned();
        found.extend(
            declarations(&read(&path)).into_iter().map(|declaration| (below.clone(), declaration)),
        );
    }
    found
}

/// A type of a reply as a link to its page.
fn linked(reply: &str) -> String {
    match reply {
        "Bytes" | "Empty" | "Json" | "Text" => format!("[`{reply}`](crate::{reply})"),
        "i64" => format!("`{reply}`"),
        _ => {
            let name = reply
                .strip_prefix("Vec<")
                .and_then(|inner| inner.strip_suffix('>'))
                .unwrap_or(reply);
            format!("[`{reply}`](models::{name})")
        }
    }
}

/// The operations of a product, sorted by path.
fn table(module: &str) -> String {
    let declared = declared(module);
    let replies: BTreeMap<_, _> = declared
        .iter()
        .map(|(_, it)| (it.name.as_str(), it.response.as_deref().unwrap_or("Text")))
        .collect();
    let all = endpoints();
    let mut own: Vec<_> =
        all.iter().filter(|info| info.product().name().replace('-', "_") == module).collect();
    own.sort_by_key(|info| (info.template(), info.method().as_str(), info.name()));
    let mut table = String::from("//! | method | path | struct | reply |\n//! |---|---|---|---|\n");
    for info in own {
        let (method, path, name) = (info.method(), info.template(), info.name());
        writeln!(table, "//! | {method} | `{path}` | [`{name}`] | {} |", linked(replies[name]))
            .unwrap();
    }
    table
}

#[test]
fn the_page_of_a_product_lists_its_operations() {
    for module in modules() {
        let path = format!("enkash-endpoints/src/{module}.rs");
        let text = read(&path);
        let (before, rest) = text.split_once(BEGIN).expect("the marker before the table");
        let (found, after) = rest.split_once(END).expect("the marker behind the table");
        let table = table(&module);
        if updating() {
            fs::write(root().join(path), [before, BEGIN, &table, END, after].concat()).unwrap();
            continue;
        }
        assert_eq!(
            found, table,
            "{path}: write it anew with `UPDATE_TABLES=1 cargo test --test contract page`, and read \
             the difference"
        );
    }
}

/// Endpoints are at the root of a product's module, types of webhooks in `webhooks`, other types in
/// `models`.
#[test]
fn every_declaration_is_exported_by_its_module() {
    let mut missing = Vec::new();
    for module in modules() {
        let folder = format!("enkash-endpoints/src/{module}");
        for (file, declaration) in declared(&module) {
            let list = match () {
                () if declaration.is_endpoint => format!("{folder}.rs"),
                () if file.starts_with("webhooks/") => format!("{folder}/webhooks.rs"),
                () => format!("{folder}/models.rs"),
            };
            let (name, text) = (declaration.name, read(&list));
            let exports = text.split("pub use ").skip(1).filter_map(|rest| rest.split(';').next());
            if !exports
                .flat_map(|list| list.split(|sign: char| !sign.is_alphanumeric()))
                .any(|word| word == name)
            {
                missing.push(format!("{list} does not export {name} of {folder}/{file}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// The builders of a product have a page of their own, `builders`, whose source is written here.
#[test]
fn the_builders_page_of_a_product_lists_them_all() {
    for module in modules() {
        let path = format!("enkash-endpoints/src/{module}/builders.rs");
        let mut exports: Vec<String> = declared(&module)
            .into_iter()
            .filter(|(_, declaration)| declaration.has_builder)
            .map(|(file, declaration)| {
                let source = file.trim_end_matches(".rs").replace('/', "::");
                format!("pub use super::{source}::{}Builder;\n", declaration.name)
            })
            .collect();
        exports.sort();
        let list = [BUILDERS, &exports.concat()].concat();
        if updating() {
            fs::write(root().join(path), list).unwrap();
            continue;
        }
        assert_eq!(
            read(&path),
            list,
            "{path}: write it anew with `UPDATE_TABLES=1 cargo test --test contract page`"
        );
    }
}
