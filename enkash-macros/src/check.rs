//! Turns the input into a declaration, or reports everything that is wrong with it.

mod body;
mod endpoint;
mod field;
mod fields;
mod identifier;
mod keys;
mod location;
mod model;
mod rules;
mod template;

pub(crate) use endpoint::endpoint;
pub(crate) use identifier::identifier;
pub(crate) use keys::{core_path, declared_product, declared_response};
pub(crate) use model::model;

use proc_macro2::TokenStream;
use syn::punctuated::Punctuated;
use syn::{Attribute, DeriveInput, Path, Token};

use crate::diagnostic::{Code, Sink};

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

/// Reports attributes of the item that collide with the macro's own impls: `implemented` names these, `underivable` those
/// that cannot be.
pub(crate) fn item_attributes(
    item: &DeriveInput,
    implemented: &[&str],
    underivable: &[(&str, &str)],
    sink: &mut Sink,
) {
    for attribute in &item.attrs {
        if let Some(name) = declaration(attribute) {
            sink.report(
                attribute.path(),
                Code::ItemKind,
                format!("`#[{name}]` makes something else of the same struct"),
                "keep one of the attributes, and put the other on a struct of its own",
            );
        }
        if attribute.path().is_ident("serde") {
            sink.report(
                attribute.path(),
                Code::Serde,
                "serde's attributes have no meaning on the item: nothing is derived by serde",
                "write `rename_all = \"…\"` in the parentheses of our attribute; what else is needed goes onto the fields",
            );
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
                    format!("`{name}` is already implemented by the attribute"),
                    format!("remove `{name}` from the derive"),
                );
            }
        }
    }
}

/// The item without what [`item_attributes`] refuses, so that the compiler does not refuse it once more.
pub(crate) fn without_conflicts(
    mut item: DeriveInput,
    implemented: &[&str],
    underivable: &[(&str, &str)],
) -> DeriveInput {
    item.attrs.retain(|attribute| !attribute.path().is_ident("serde") && declaration(attribute).is_none());
    for attribute in &mut item.attrs {
        if let Some(paths) = derived(attribute) {
            let rest = paths.into_iter().filter(|path| {
                last_name(path).is_none_or(|name| {
                    !implemented.contains(&&*name) && underivable.iter().all(|(of, _)| *of != name)
                })
            });
            *attribute = syn::parse_quote!(#[derive(#(#rest),*)]);
        }
    }
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
    let tokens: TokenStream = tokens.to_token_stream();
    tokens.to_string().replace(" :: ", "::").replace(" <", "<").replace("< ", "<").replace(" >", ">")
}
