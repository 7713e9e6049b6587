//! The macros as functions from tokens to tokens, without a compiler.

mod fuzz;
mod mistakes;
mod snapshots;

use proc_macro2::TokenStream;

use crate::declaration::{Endpoint, Identifier, Model};
use crate::driver::declare;
use crate::reserved_headers::RESERVED_HEADERS;

/// A macro: from the arguments and the item to the code.
type Attribute = fn(TokenStream, TokenStream) -> TokenStream;

/// The three attributes by their names.
const ATTRIBUTES: [(&str, Attribute); 3] = [
    ("endpoint", declare::<Endpoint>),
    ("model", declare::<Model>),
    ("pattern", declare::<Identifier>),
];

#[test]
fn a_field_is_refused_every_reserved_header_in_any_case() {
    let (_, endpoint) = ATTRIBUTES[0];
    let is_refused = |header: &str| {
        let item = format!("struct Get {{ #[header(\"{header}\")] a: String }}");
        let code = endpoint(r#"GET, "/a""#.parse().expect("tokens"), item.parse().expect("tokens"));
        code.to_string().contains("is set by the client")
    };
    for name in RESERVED_HEADERS {
        assert!(is_refused(name) && is_refused(&name.to_ascii_uppercase()), "{name}");
    }
    assert!(!is_refused("partnerId"));
}
