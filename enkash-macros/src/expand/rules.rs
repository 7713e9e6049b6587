//! The rules of a field as a constant.

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream};
use quote::{TokenStreamExt, quote, quote_spanned};

use crate::declaration::{Bound, Rules};

impl Rules {
    /// Whether the field has any rule.
    pub(crate) fn is_empty(&self) -> bool {
        self.pattern.is_none()
            && self.length.is_none()
            && self.range.is_none()
            && self.items.is_none()
            && self.decimals.is_none()
    }

    /// A reference to the rules, of which there is one at least.
    pub(super) fn expand(&self, core: &syn::Path) -> TokenStream {
        let some = |value: TokenStream| quote!(::core::option::Option::Some(#value));
        let stated = [
            ("pattern", self.pattern.as_ref().map(|pattern| pattern.expand(core))),
            ("length", self.length.map(|(min, max)| counts(min, max))),
            (
                "range",
                self.range.as_ref().map(|(min, max)| {
                    let (min, max) = (end(min.as_ref()), end(max.as_ref()));
                    quote!(__private::Range { min: #min, max: #max })
                }),
            ),
            ("items", self.items.map(|(min, max)| counts(min, max))),
            (
                "decimals",
                self.decimals.map(|most| {
                    let most = Literal::u32_unsuffixed(most);
                    quote!(#most)
                }),
            ),
        ];
        let stated = stated.into_iter().filter_map(|(name, rule)| Some((name, rule?)));
        let stated = stated.map(|(name, rule)| {
            let (name, rule) = (syn::Ident::new(name, Span::call_site()), some(rule));
            quote!(#name: #rule)
        });
        quote!(&__private::Rules { #(#stated,)* ..__private::Rules::new() })
    }

    /// Wraps an expression for a field in the named checks that its rules can hold for the field's
    /// type.
    pub(super) fn guard(&self, value: TokenStream, span: Span) -> TokenStream {
        let mut guarded = value;
        for (stated, guard) in [
            (self.pattern.is_some() || self.length.is_some(), "text"),
            (self.range.is_some(), "number"),
            (self.items.is_some(), "list"),
            (self.decimals.is_some(), "amount"),
        ] {
            if stated {
                guarded = guard_with(guard, guarded, span);
            }
        }
        guarded
    }
}

/// A value in a call of a function that bounds its type.
pub(super) fn guard_with(guard: &str, value: TokenStream, span: Span) -> TokenStream {
    let guard = syn::Ident::new(guard, span);
    let mut guarded = quote_spanned!(span=> __private::guard::#guard);
    let mut arguments = Group::new(Delimiter::Parenthesis, value);
    arguments.set_span(span);
    guarded.append(arguments);
    guarded
}

/// A minimum and a maximum; the largest number is a name, since machines differ in it.
fn counts(min: usize, max: usize) -> TokenStream {
    let literal = Literal::usize_unsuffixed;
    let (min, max) = (literal(min), (max != usize::MAX).then(|| literal(max)));
    let max = max.map_or_else(|| quote!(::core::primitive::usize::MAX), |max| quote!(#max));
    quote!((#min, #max))
}

fn end(bound: Option<&Bound>) -> TokenStream {
    match bound {
        None => quote!(::core::option::Option::None),
        Some(Bound { mantissa, scale, inclusive, .. }) => {
            let (mantissa, scale) =
                (Literal::i64_unsuffixed(*mantissa), Literal::u32_unsuffixed(*scale));
            quote! {
                ::core::option::Option::Some(
                    __private::Bound { mantissa: #mantissa, scale: #scale, inclusive: #inclusive }
                )
            }
        }
    }
}
