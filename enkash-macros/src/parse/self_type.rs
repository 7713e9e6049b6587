//! `Self` in the type of a field.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::{GenericArgument, Generics, Ident, PathArguments, Type};

/// The type with the item's own name instead of `Self`, which means something else in the code of a
/// builder.
pub(crate) fn replace_self(ty: &Type, name: &Ident, generics: &Generics) -> Type {
    if is_plain(ty) {
        return ty.clone();
    }
    let self_type = SelfType { name, generics };
    let mut found = false;
    let tokens = self_type.replace_in(quote!(#ty), &mut found);
    if !found {
        return ty.clone();
    }
    syn::parse2(tokens).unwrap_or_else(|_| ty.clone())
}

/// Whether a type is made of names alone, as most are, and `Self` is none of them; what else it may
/// be is read token by token.
fn is_plain(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    path.qself.is_none()
        && path.path.segments.iter().all(|segment| {
            let arguments = match &segment.arguments {
                PathArguments::None => return segment.ident != "Self",
                PathArguments::AngleBracketed(arguments) => &arguments.args,
                PathArguments::Parenthesized(_) => return false,
            };
            arguments
                .iter()
                .all(|argument| matches!(argument, GenericArgument::Type(ty) if is_plain(ty)))
        })
}

/// What `Self` is.
struct SelfType<'a> {
    name: &'a Ident,
    generics: &'a Generics,
}

impl SelfType<'_> {
    fn replace_in(&self, tokens: TokenStream, found: &mut bool) -> TokenStream {
        let mut tokens = tokens.into_iter().peekable();
        let mut out = TokenStream::new();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(ident) if ident == "Self" => {
                    *found = true;
                    let before_colons = matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == ':');
                    out.extend(self.tokens_at(ident.span(), before_colons));
                }
                TokenTree::Group(group) => {
                    let mut new =
                        Group::new(group.delimiter(), self.replace_in(group.stream(), found));
                    new.set_span(group.span());
                    out.extend([TokenTree::Group(new)]);
                }
                token => out.extend([token]),
            }
        }
        out
    }

    /// The type, in brackets where something of it follows.
    fn tokens_at(&self, span: Span, before_colons: bool) -> TokenStream {
        let (mut name, (_, arguments, _)) = (self.name.clone(), self.generics.split_for_impl());
        name.set_span(name.span().located_at(span));
        if before_colons {
            quote_spanned!(span=> <#name #arguments>)
        } else {
            quote!(#name #arguments)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::{DeriveInput, parse_quote};

    #[test]
    fn the_name_of_the_item_replaces_self() {
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
            let tokens_at = replace_self(&ty, &item.ident, &item.generics);
            assert_eq!(quote!(#tokens_at).to_string(), quote!(#expected).to_string());
        }
    }
}
