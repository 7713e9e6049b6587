//! Tokens as text, and what is in them.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;

/// Whether one of the identifiers is meant.
pub(crate) fn has_ident(tokens: TokenStream, is_meant: &dyn Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is_meant(&ident),
        TokenTree::Group(group) => has_ident(group.stream(), is_meant),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// Tokens as they are written: with spaces only where a reader wants them.
pub(crate) fn tokens_to_string(tokens: impl ToTokens) -> String {
    let mut out = String::new();
    write_tokens(tokens.to_token_stream(), &mut out);
    out
}

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
