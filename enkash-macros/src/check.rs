//! Turns what stands there into a declaration, or reports everything that is wrong with it.

mod endpoint;
mod field;
mod identifier;
mod keys;
mod model;
mod rules;
mod template;
pub(crate) mod types;

pub(crate) use endpoint::endpoint;
pub(crate) use identifier::identifier;
pub(crate) use keys::core_path;
pub(crate) use model::model;

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::diagnostic::{Code, Sink};

/// The input of every check: the item without our attributes, and the arguments.
pub(crate) struct Input<'a> {
    pub(crate) source: crate::parse::Source,
    pub(crate) arguments: crate::parse::Arguments,
    pub(crate) sink: &'a mut Sink,
}

/// Refuses the derives that the macro's own impls would collide with.
fn derives(item: &DeriveInput, ours: &[&str], sink: &mut Sink) {
    for attribute in item.attrs.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        // What cannot be read as a list of paths is left to the compiler.
        let _ = attribute.parse_nested_meta(|meta| {
            if let Some(name) = meta.path.segments.last().map(|segment| segment.ident.to_string())
                && ours.contains(&&*name)
            {
                sink.report(
                    &meta.path,
                    Code::Derive,
                    format!("`{name}` is already implemented by the attribute"),
                    format!("remove `{name}` from the derive"),
                );
            }
            Ok(())
        });
    }
}

/// The tokens of a type or expression as text, for messages.
fn text_of(tokens: impl quote::ToTokens) -> String {
    let tokens: TokenStream = tokens.to_token_stream();
    tokens.to_string().replace(" :: ", "::").replace(" <", "<").replace("< ", "<").replace(" >", ">")
}
