//! The rules of a field as a constant.

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{TokenStreamExt, quote, quote_spanned};

use super::calls::Calls;
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

    /// The calls that state the rules, behind `Rules::new()`.
    pub(crate) fn calls(&self, core: &syn::Path) -> Calls {
        let mut calls = Calls::default();
        if let Some(pattern) = &self.pattern {
            calls.add("with_pattern", pattern.expand(core));
        }
        if let Some((min, max)) = self.length {
            let max = count(max);
            calls.add("with_length", quote!(#min, #max));
        }
        if let Some((min, max)) = self.range {
            let (min, max) = (end(min, core), end(max, core));
            calls.add("with_range", quote!(#min, #max));
        }
        if let Some((min, max)) = self.items {
            let max = count(max);
            calls.add("with_items", quote!(#min, #max));
        }
        if let Some(most) = self.decimals {
            calls.add("with_decimals", quote!(#most));
        }
        calls
    }

    /// Wraps an expression for a field in the named checks that its rules can hold for the field's type.
    pub(crate) fn guard(&self, value: TokenStream, core: &syn::Path, span: Span) -> TokenStream {
        let mut guarded = value;
        for (stated, guard) in [
            (self.pattern.is_some() || self.length.is_some(), "text"),
            (self.range.is_some(), "number"),
            (self.items.is_some(), "list"),
            (self.decimals.is_some(), "amount"),
        ] {
            if stated {
                guarded = guard_with(core, guard, guarded, span);
            }
        }
        guarded
    }
}

/// A value in a call of a function that bounds its type.
pub(super) fn guard_with(core: &syn::Path, guard: &str, value: TokenStream, span: Span) -> TokenStream {
    let guard = syn::Ident::new(guard, span);
    let mut guarded = quote_spanned!(span=> #core::__private::guard::#guard);
    let mut arguments = Group::new(Delimiter::Parenthesis, value);
    arguments.set_span(span);
    guarded.append(arguments);
    guarded
}

/// A count; the largest one is a name, since machines differ in it.
fn count(number: usize) -> TokenStream {
    if number == usize::MAX { quote!(::core::primitive::usize::MAX) } else { quote!(#number) }
}

fn end(bound: Option<Bound>, core: &syn::Path) -> TokenStream {
    match bound {
        None => quote!(::core::option::Option::None),
        Some(Bound { mantissa, scale, inclusive }) => {
            let kind = if inclusive { quote!(inclusive) } else { quote!(exclusive) };
            quote!(::core::option::Option::Some(#core::__private::Bound::#kind(#mantissa, #scale)))
        }
    }
}
