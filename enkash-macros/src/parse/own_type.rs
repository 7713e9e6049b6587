//! `Self` in the type of a field.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::{DeriveInput, Type};

/// The type with the item's own name instead of `Self`, which means something else in the code of a builder.
pub(crate) fn without_self(ty: &Type, item: &DeriveInput) -> Type {
    let mut found = false;
    let tokens = replaced(quote!(#ty), item, &mut found);
    if !found {
        return ty.clone();
    }
    syn::parse2(tokens).unwrap_or_else(|_| ty.clone())
}

fn replaced(tokens: TokenStream, item: &DeriveInput, found: &mut bool) -> TokenStream {
    let mut tokens = tokens.into_iter().peekable();
    let mut out = TokenStream::new();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) if ident == "Self" => {
                *found = true;
                let before_colons =
                    matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == ':');
                out.extend(own_type(item, ident.span(), before_colons));
            }
            TokenTree::Group(group) => {
                let mut new = Group::new(group.delimiter(), replaced(group.stream(), item, found));
                new.set_span(group.span());
                out.extend([TokenTree::Group(new)]);
            }
            token => out.extend([token]),
        }
    }
    out
}

/// The item as a type, in brackets where something of it follows.
fn own_type(item: &DeriveInput, span: Span, before_colons: bool) -> TokenStream {
    let (mut ident, (_, arguments, _)) = (item.ident.clone(), item.generics.split_for_impl());
    ident.set_span(ident.span().located_at(span));
    if before_colons { quote_spanned!(span=> <#ident #arguments>) } else { quote!(#ident #arguments) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse_quote;

    #[test]
    fn the_own_name_stands_where_self_stood() {
        let item: DeriveInput = parse_quote!(
            struct Node<'a, T: Clone = u8, const N: usize = 1>;
        );
        let cases: [(Type, &str); 4] = [
            (parse_quote!(Option<Box<Self>>), "Option<Box<Node<'a, T, N>>>"),
            (parse_quote!([Self; 2]), "[Node<'a, T, N>; 2]"),
            (parse_quote!(Self::Item), "<Node<'a, T, N>>::Item"),
            (parse_quote!(Vec<T>), "Vec<T>"),
        ];
        for (ty, expected) in cases {
            let expected: Type = syn::parse_str(expected).unwrap();
            let written = without_self(&ty, &item);
            assert_eq!(quote!(#written).to_string(), quote!(#expected).to_string());
        }
    }
}
