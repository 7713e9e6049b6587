//! What some declarations expand to, word for word: a change of the output is seen in review.
//!
//! `UPDATE_EXPANSIONS=1 cargo test -p enkash-macros` writes the files anew.

use std::path::Path;
use std::{env, fs};

use proc_macro2::{TokenStream, TokenTree};

use super::ATTRIBUTES;

/// An endpoint with every location, and a rule.
const ENDPOINT: &str = r#"
    /// Updates a customer.
    #[derive(PartialEq)]
    pub struct UpdateCustomer<'a> {
        /// The customer.
        pub customer_id: CustomerId,
        #[query]
        pub company: Option<&'a str>,
        #[header("X-Request-Id")]
        pub request_id: String,
        #[length(1..=100)]
        pub name: String,
        #[sensitive]
        pub pan: Patch<String>,
    }
"#;

/// A model with rules, an own form and further members.
const MODEL: &str = r#"
    pub struct Invoice {
        #[range(0.01..)]
        #[decimals(2)]
        pub amount: Money,
        #[format("dd/MM/yyyy")]
        pub due: Option<Date>,
        #[items(1..=10)]
        pub lines: Vec<Line>,
        #[cfg(unix)]
        pub note: String,
        #[extra]
        pub more: JsonMap,
    }
"#;

const ENUM: &str = r#"
    pub enum Status {
        Active,
        #[rename("in-progress")]
        InProgress,
    }
"#;

/// The endpoint whose expansion stands in the documentation of this crate.
const ACTIVATE_CUSTOMER: &str = r#"
    /// Activates a customer.
    pub struct ActivateCustomer {
        /// The customer to activate.
        pub customer_id: CustomerId,
        /// The company that owns the customer, where it is not the caller's own.
        #[query]
        pub parent_company_id: Option<CompanyId>,
    }
"#;

/// The declarations: name of the snapshot, attribute, arguments, item. The core crate has another
/// name in all of them.
const DECLARATIONS: [(&str, &str, &str, &str); 6] = [
    (
        "endpoint",
        "endpoint",
        r#"PUT, "/api/v0/customer/<customerId>", response = Customer, product = crate::cards::CARDS, encrypt = true, unique = request_id, crate = crate::room"#,
        ENDPOINT,
    ),
    ("unit_endpoint", "endpoint", r#"GET, "/ping", crate = crate::room"#, "struct Ping;"),
    ("model", "model", "validate = Invoice::check, crate = crate::room", MODEL),
    ("enum", "model", "crate = crate::room", ENUM),
    (
        "identifier",
        "pattern",
        r#""^KC[0-9]{2}$", sensitive, crate = crate::room"#,
        "pub struct CustomerId;",
    ),
    (
        "broken_endpoint",
        "endpoint",
        r#"PUT, "/customer/<custmerId>", crate = crate::room"#,
        ENDPOINT,
    ),
];

/// What is written for a declaration, laid out as a file.
fn expansion(attribute: &str, arguments: &str, item: &str) -> (TokenStream, String) {
    let (_, expand) =
        ATTRIBUTES.into_iter().find(|(name, _)| *name == attribute).expect("a known attribute");
    let code = expand(arguments.parse().expect("tokens"), item.parse().expect("tokens"));
    let file = syn::parse2(code.clone()).expect("the code can be read");
    (code, prettyplease::unparse(&file))
}

#[test]
fn expansions_are_as_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/expected");
    for (name, attribute, arguments, item) in DECLARATIONS {
        let (_, code) = expansion(attribute, arguments, item);
        let path = folder.join(format!("{name}.rs"));
        if env::var_os("UPDATE_EXPANSIONS").is_some() {
            fs::write(&path, &code).expect("the snapshot can be written");
        }
        let known = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(
            code, known,
            "the expansion `{name}` has changed; review it with UPDATE_EXPANSIONS=1"
        );
    }
}

#[test]
fn the_documentation_shows_what_an_endpoint_expands_to() {
    const BEGIN: &str = "```rust,ignore\n";
    let arguments = r#"PUT, "/api/v0/customer/activate/<customerId>""#;
    let (_, code) = expansion("endpoint", arguments, ACTIVATE_CUSTOMER);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/expansion.md");
    let known = fs::read_to_string(&path).expect("the page can be read");
    let (before, _) = known.split_once(BEGIN).expect("the page has code");
    let page = format!("{before}{BEGIN}{code}```\n");
    if env::var_os("UPDATE_EXPANSIONS").is_some() {
        fs::write(&path, &page).expect("the page can be written");
        return;
    }
    assert_eq!(
        page, known,
        "the expansion has changed; review docs/expansion.md with UPDATE_EXPANSIONS=1"
    );
}

/// With `crate = …` the crate's usual name is not relied on, and nothing is relied on to be in
/// scope: names of the prelude stand behind `::`, macros too.
#[test]
fn nothing_in_scope_is_relied_on() {
    const KNOWN: &str = "Option Some None Result Ok Err String Vec Box Clone Copy Send Sync Sized Into From TryFrom \
        TryInto Default PartialEq Eq Ord AsRef ToString Iterator FnMut str bool usize u8";
    let known: Vec<&str> = KNOWN.split_whitespace().collect();
    // What the user wrote stays as it was written.
    let own = [ENDPOINT, MODEL, ENUM].concat();
    for (name, attribute, arguments, item) in DECLARATIONS {
        let (code, _) = expansion(attribute, arguments, item);
        for path in bare_names(code) {
            assert_ne!(path, "enkash_core", "{name}");
            let of_the_user = own.contains(&*path);
            assert!(
                of_the_user || !known.contains(&&*path),
                "{name}: `{path}` stands there without its path"
            );
        }
    }
}

/// Every name that no `::`, `.` or `'` stands before, and that is not being declared.
fn bare_names(tokens: TokenStream) -> Vec<String> {
    let mut names = Vec::new();
    let mut before = [String::new(), String::new()];
    for token in tokens {
        let qualified = before == [":", ":"] || [".", "'", "type"].contains(&&*before[1]);
        match &token {
            TokenTree::Ident(ident) if !qualified => names.push(ident.to_string()),
            TokenTree::Group(group) => names.extend(bare_names(group.stream())),
            _ => {}
        }
        let [_, last] = before;
        before = [last, token.to_string()];
    }
    names
}
