//! Turns the input into a declaration, or reports everything that is wrong with it.

mod body;
mod date_format;
mod endpoint;
mod field;
mod field_type;
mod fields;
mod front;
mod identifier;
mod keys;
mod location;
mod model;
mod notation;
mod rules;
mod serde;
mod template;
mod unknown;

pub(crate) use endpoint::endpoint;
pub(crate) use fields::REQUIRED_FIELDS;
pub(crate) use identifier::identifier;
pub(crate) use keys::{core_path, declared_product, declared_response};
pub(crate) use model::model;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::punctuated::Punctuated;
use syn::{Attribute, DeriveInput, Path, Token};

use crate::diagnostic::{Code, Sink};
use crate::parse::FIELD_ATTRIBUTES;

/// The input of every check: the item without our attributes, and the arguments.
pub(crate) struct Input<'a> {
    pub(crate) source: crate::parse::Source,
    pub(crate) arguments: &'a crate::parse::Arguments,
    /// Where the core crate is.
    pub(crate) core: syn::Path,
    pub(crate) sink: &'a mut Sink,
}

/// The attributes of this crate, of which an item has one.
const DECLARATIONS: [&str; 3] = ["endpoint", "model", "pattern"];

/// Reports attributes of the item that collide with the macro's own impls, or that belong elsewhere. `noun` is the attribute's
/// name; `implemented` names its traits, `underivable` those that cannot be derived.
pub(crate) fn item_attributes(
    item: &DeriveInput,
    noun: &str,
    implemented: &[&str],
    underivable: &[(&str, &str)],
    sink: &mut Sink,
) {
    for attribute in &item.attrs {
        if let Some(name) = declaration(attribute) {
            let (wrong, help) = if name == noun {
                (format!("`#[{name}]` is given twice"), "remove one of them")
            } else {
                (
                    format!("`#[{name}]` and `#[{noun}]` are on one struct"),
                    "remove one of them, or declare a second struct",
                )
            };
            sink.report(attribute.path(), Code::ItemKind, wrong, help);
        } else if attribute.path().is_ident("serde") {
            serde::on_item(attribute, noun, sink);
        } else if let Some(name) = misplaced(item, attribute) {
            let (wrong, help) = if FIELD_ATTRIBUTES.contains(&&*name) {
                (
                    format!("`#[{name}]` is an attribute of a field"),
                    format!("write `#[{name}]` above a field"),
                )
            } else {
                let value = tokens_to_string(&attribute.meta);
                (format!("`{name}` is a key of `#[{noun}]`"), format!("write `{value}` in `#[{noun}(…)]`"))
            };
            sink.report(attribute.path(), Code::Misplaced, wrong, help);
        }
        for path in derived(attribute).into_iter().flatten() {
            let reason = last_name(&path).and_then(|name| underivable.iter().find(|(of, _)| *of == name));
            if let Some((name, reason)) = reason {
                sink.report(
                    &path,
                    Code::Derive,
                    format!("`{name}` cannot be derived: {reason}"),
                    format!("remove `{name}` from the derive"),
                );
            }
            if let Some(name) = last_name(&path).filter(|name| implemented.contains(&&**name)) {
                sink.report(
                    &path,
                    Code::Derive,
                    format!("`#[{noun}]` implements `{name}` already"),
                    format!("remove `{name}` from the derive"),
                );
            }
        }
    }
}

/// The name of an attribute that belongs on a field, or in the parentheses of the item's. A derive may know it, too.
fn misplaced(item: &DeriveInput, attribute: &Attribute) -> Option<String> {
    let name = attribute.path().get_ident()?.to_string();
    let is_known = FIELD_ATTRIBUTES.contains(&&*name) || ITEM_KEYS.contains(&&*name);
    let derives = item.attrs.iter().any(|attribute| attribute.path().is_ident("derive"));
    (is_known && !derives && declaration(attribute).is_none()).then_some(name)
}

/// Keys that are written as attributes of their own by mistake.
const ITEM_KEYS: [&str; 6] = ["rename_all", "validate", "response", "product", "docs", "unique"];

/// The item without what [`item_attributes`] refuses, so that the compiler does not refuse it once more.
pub(crate) fn without_conflicts(
    mut item: DeriveInput,
    implemented: &[&str],
    underivable: &[(&str, &str)],
) -> DeriveInput {
    let attributes = std::mem::take(&mut item.attrs);
    let refused = |attribute: &Attribute| {
        attribute.path().is_ident("serde")
            || declaration(attribute).is_some()
            || misplaced(&item, attribute).is_some()
    };
    let mut attributes: Vec<Attribute> =
        attributes.into_iter().filter(|attribute| !refused(attribute)).collect();
    for attribute in &mut attributes {
        if let Some(paths) = derived(attribute) {
            let rest = paths.into_iter().filter(|path| {
                last_name(path).is_none_or(|name| {
                    !implemented.contains(&&*name) && underivable.iter().all(|(of, _)| *of != name)
                })
            });
            *attribute = syn::parse_quote!(#[derive(#(#rest),*)]);
        }
    }
    item.attrs = attributes;
    item
}

/// The traits of a derive; what cannot be read as a list of paths is left to the compiler.
fn derived(attribute: &Attribute) -> Option<Vec<Path>> {
    let paths = Punctuated::<Path, Token![,]>::parse_terminated;
    attribute
        .path()
        .is_ident("derive")
        .then(|| attribute.parse_args_with(paths).ok())
        .flatten()
        .map(|paths| paths.into_iter().collect())
}

/// The name of one of our attributes, also where its path is given.
fn declaration(attribute: &Attribute) -> Option<String> {
    let (path, first) = (attribute.path(), attribute.path().segments.first()?);
    let name = last_name(path).filter(|name| DECLARATIONS.contains(&&**name))?;
    (path.segments.len() == 1 || first.ident.to_string().starts_with("enkash")).then_some(name)
}

fn last_name(path: &Path) -> Option<String> {
    path.segments.last().map(|segment| segment.ident.to_string())
}

/// The tokens of a type or expression, for messages.
fn tokens_to_string(tokens: impl quote::ToTokens) -> String {
    let mut out = String::new();
    let tokens: TokenStream = tokens.to_token_stream();
    write_tokens(tokens, &mut out);
    out
}

/// Writes tokens with spaces only where a reader wants them.
fn write_tokens(tokens: TokenStream, out: &mut String) {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '"' | '\'');
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{ ", " }"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                out.push_str(open);
                write_tokens(group.stream(), out);
                out.push_str(close);
            }
            TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';') => {
                out.push(punct.as_char());
                out.push(' ');
            }
            TokenTree::Punct(punct) if matches!(punct.as_char(), '=' | '+') && !out.ends_with("..") => {
                out.push_str(&format!(" {} ", punct.as_char()));
            }
            token => {
                let token = token.to_string();
                if out.ends_with(is_word) && token.starts_with(is_word) {
                    out.push(' ');
                }
                out.push_str(&token);
            }
        }
    }
}
