//! Wrong declarations, each with the codes of its errors: what is wrong is reported once, and
//! nothing else is.
//!
//! `mistakes.txt` has one declaration a line. `UPDATE_EXPANSIONS=1 cargo test -p enkash-macros`
//! writes the codes anew. What the messages say is in `tests/ui`.

use std::path::Path;
use std::{env, fs};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::Parser;
use syn::{Attribute, Meta};

use super::ATTRIBUTES;

/// The codes of the errors that a declaration gets, `-` without any.
fn codes(declaration: &str) -> String {
    let tokens: TokenStream = declaration.parse().expect("tokens");
    let mut tokens = tokens.into_iter();
    // `#` and `[…]`; further attributes belong to the item.
    let first: TokenStream = tokens.by_ref().take(2).collect();
    let attribute = Attribute::parse_outer.parse2(first).expect("an attribute").remove(0);
    let name = attribute.path().to_token_stream().to_string();
    let arguments = match &attribute.meta {
        Meta::List(list) => list.tokens.clone(),
        _ => TokenStream::new(),
    };
    let (_, expand) =
        ATTRIBUTES.into_iter().find(|(known, _)| *known == name).expect("an attribute of ours");
    let code = expand(arguments, tokens.collect());
    let tokens: Vec<TokenTree> = code.into_iter().collect();
    let mut codes: Vec<String> = tokens
        .windows(3)
        .filter(|tokens| tokens[0].to_string() == "compile_error")
        .filter_map(|tokens| match &tokens[2] {
            TokenTree::Group(group) => {
                group.to_string().split(['[', ']']).nth(1).map(str::to_owned)
            }
            _ => None,
        })
        .collect();
    codes.sort();
    if codes.is_empty() { "-".to_owned() } else { codes.join(" ") }
}

#[test]
fn every_mistake_is_reported_once() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/mistakes.txt");
    let known = fs::read_to_string(&path).expect("the declarations can be read");
    let declarations =
        known.lines().map(|line| line.split_once(" | ").expect("codes and a declaration").1);
    let found: String = declarations
        .map(|declaration| format!("{} | {declaration}\n", codes(declaration)))
        .collect();
    if env::var_os("UPDATE_EXPANSIONS").is_some() {
        fs::write(&path, &found).expect("the codes can be written");
        return;
    }
    for (found, known) in found.lines().zip(known.lines()) {
        assert_eq!(found, known);
    }
}
