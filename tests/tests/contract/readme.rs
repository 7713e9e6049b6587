//! The README's table of products against the declarations, and the pages of `docs/` against each
//! other.

use std::fs;
use std::path::{Path, PathBuf};

use enkash_core::endpoints;
use enkash_endpoints::PRODUCTS;
use enkash_endpoints::webhook::webhooks;

const BEGIN: &str = "<!-- products -->\n";
const END: &str = "<!-- /products -->\n";

/// The root of the repository.
pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The content of a file, by its path from the root.
pub(super) fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Whether the tables are to be written, not checked.
pub(super) fn updating() -> bool {
    std::env::var_os("UPDATE_TABLES").is_some_and(|value| value == "1")
}

/// What a product is for: the second column of the map that opens the documentation of
/// `enkash-endpoints`.
fn purpose(module: &str) -> String {
    let start = format!("//! | [`{module}`] |");
    let text = read("enkash-endpoints/src/lib.rs");
    let row = text.lines().find_map(|line| line.strip_prefix(&start));
    let row = row.unwrap_or_else(|| panic!("no row begins with `{start}`"));
    row.split('|').next().unwrap().trim().to_owned()
}

fn table() -> String {
    let mut table = String::from("| module | for | operations | webhooks |\n|---|---|--:|--:|\n");
    let (operations, webhooks) = (endpoints(), webhooks());
    for product in PRODUCTS.iter().copied() {
        let module = product.name().replace('-', "_");
        let declared = operations.iter().filter(|endpoint| endpoint.product() == product).count();
        let posted = webhooks.iter().filter(|webhook| webhook.product == *product).count();
        table += &format!(
            "| [`{module}`](enkash-endpoints/src/{module}.rs) | {} | {declared} | {posted} |\n",
            purpose(&module)
        );
    }
    table + &format!("| | all | {} | {} |\n", operations.len(), webhooks.len())
}

#[test]
fn the_readme_counts_what_is_declared() {
    let text = read("README.md");
    let (before, rest) = text.split_once(BEGIN).expect("the marker before the table");
    let (found, after) = rest.split_once(END).expect("the marker behind the table");
    let table = table();
    if updating() {
        fs::write(root().join("README.md"), [before, BEGIN, &table, END, after].concat()).unwrap();
        return;
    }
    assert_eq!(
        found, table,
        "write it anew with `UPDATE_TABLES=1 cargo test --test contract readme`, and read the difference"
    );
}

/// The Markdown files of the root, of `docs/` and of `tests/`, relative to the root.
fn pages() -> Vec<PathBuf> {
    let mut pages = Vec::new();
    for folder in ["", "docs", "docs/guide", "tests"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let name = PathBuf::from(entry.unwrap().file_name());
            if name.extension().is_some_and(|extension| extension == "md") {
                pages.push(Path::new(folder).join(name));
            }
        }
    }
    pages.sort();
    pages
}

/// The lines of a page that are no code.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut code = false;
    text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        code ^= fence;
        !code && !fence
    })
}

/// What the links of a page lead to.
fn links(text: &str) -> Vec<&str> {
    prose(text)
        .flat_map(|line| line.split("](").skip(1))
        .map(|rest| rest.split_once(')').expect("a link ends on its line").0)
        .collect()
}

/// The anchors of a page's headings, as GitHub makes them.
fn anchors(text: &str) -> Vec<String> {
    let headings = prose(text).filter(|line| line.starts_with('#'));
    let kept = |sign: &char| sign.is_alphanumeric() || " -_".contains(*sign);
    headings
        .map(|line| line.trim_start_matches('#').trim().to_lowercase())
        .map(|line| line.chars().filter(kept).collect::<String>().replace(' ', "-"))
        .collect()
}

#[test]
fn links_lead_somewhere() {
    let mut dead = Vec::new();
    for page in pages() {
        let text = read(&page);
        for link in links(&text) {
            if link.contains("://") {
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target =
                if file.is_empty() { page.clone() } else { page.parent().unwrap().join(file) };
            let found = root().join(&target).exists()
                && (anchor.is_empty() || anchors(&read(&target)).iter().any(|own| own == anchor));
            if !found {
                dead.push(format!("{}: {link}", page.display()));
            }
        }
    }
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}

#[test]
fn every_page_of_the_guide_is_listed_and_its_snippets_run() {
    let (list, wired) = (read("docs/guide/README.md"), read("tests/src/guide.rs"));
    let in_guide = |page: &PathBuf| page.starts_with("docs/guide");
    for page in pages().into_iter().filter(in_guide) {
        let name = page.file_name().unwrap().to_str().unwrap();
        assert!(
            name == "README.md" || list.contains(&format!("]({name})")),
            "{name} is not listed"
        );
        assert!(wired.contains(&format!("guide/{name}\"")), "{name} is not in tests/src/guide.rs");
    }
}

/// The declaration that the page shows is the one in the tree, where the compiler reads it.
#[test]
fn the_declaration_in_contributing_is_in_the_tree() {
    let page = read("CONTRIBUTING.md");
    let (_, rest) = page.split_once("   ```rust\n").expect("a declaration");
    let (block, _) = rest.split_once("   ```\n").expect("its end");
    let declaration: String = block
        .lines()
        .map(|line| format!("{}\n", line.strip_prefix("   ").unwrap_or(line)))
        .collect();
    let source = read("enkash-endpoints/src/accounts_receivable/customer.rs");
    assert!(source.contains(&declaration), "not in customer.rs:\n{declaration}");
}

/// The customers that the guide's commands name are there when the sandbox starts.
#[tokio::test]
async fn the_customers_of_the_guide_are_among_the_initial_data() {
    let sandbox = enkash_sandbox::Sandbox::start().await.unwrap();
    let page = read("docs/guide/testing.md");
    let named: Vec<_> =
        page.lines().filter_map(|line| line.split_once("activate_customer -- ")).collect();
    assert!(!named.is_empty(), "no command names a customer");
    for (_, id) in named {
        assert!(sandbox.initial().inactive_customers.iter().any(|known| known == id), "{id}");
    }
}
