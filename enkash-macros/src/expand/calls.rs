//! Calls of methods one behind the other, as constants are written.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

/// `.length(1, 100).decimals(2)`.
///
/// Written straight into where it belongs: a stream within a stream costs the user's compiler two or three calls from the
/// macro, as a group does, which there is in any case.
#[derive(Default)]
pub(crate) struct Calls(Vec<(&'static str, TokenStream)>);

impl Calls {
    /// One more call.
    pub(crate) fn add(&mut self, name: &'static str, arguments: TokenStream) {
        self.0.push((name, arguments));
    }
}

impl ToTokens for Calls {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for (name, arguments) in &self.0 {
            <syn::Token![.]>::default().to_tokens(tokens);
            tokens.append(Ident::new(name, Span::call_site()));
            tokens.append(Group::new(Delimiter::Parenthesis, arguments.clone()));
        }
    }
}
