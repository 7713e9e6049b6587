//! Turns the input into a declaration, or reports everything that is wrong with it.

mod body;
mod date_format;
mod endpoint;
mod field;
mod field_type;
mod fields;
mod front;
mod identifier;
mod item;
mod keys;
mod location;
mod model;
mod notation;
mod rules;
mod serde;
mod template;
mod unknown;

pub(crate) use endpoint::endpoint;
pub(crate) use field_type::replace_unfit_types;
pub(crate) use identifier::identifier;
pub(crate) use item::{built, check_item, without_conflicts};
pub(crate) use keys::{core_path, declared_product, declared_response};
pub(crate) use model::model;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::diagnostic::Sink;

/// The input of every check: the item without our attributes, and the arguments.
pub(crate) struct Input<'a> {
    pub(crate) source: crate::parse::Source,
    pub(crate) arguments: &'a crate::parse::Arguments,
    /// Where the core crate is.
    pub(crate) core: syn::Path,
    pub(crate) sink: &'a mut Sink,
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
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '"');
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
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
            TokenTree::Punct(punct) if punct.as_char() == '>' && out.ends_with('-') => {
                out.truncate(out.len() - 1);
                out.push_str(" -> ");
            }
            TokenTree::Punct(punct)
                if matches!(punct.as_char(), '=' | '+') && !out.ends_with("..") =>
            {
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
