//! The rules of a field as a constant.

use proc_macro2::TokenStream;
use quote::quote;

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

    /// A constant expression for the rules.
    pub(crate) fn expand(&self, core: &syn::Path) -> TokenStream {
        let mut rules = quote!(#core::__private::Rules::new());
        if let Some(pattern) = &self.pattern {
            let pattern = pattern.expand(core);
            rules.extend(quote!(.pattern(#pattern)));
        }
        if let Some((min, max)) = self.length {
            let max = count(max);
            rules.extend(quote!(.length(#min, #max)));
        }
        if let Some((min, max)) = self.range {
            let (min, max) = (end(min, core), end(max, core));
            rules.extend(quote!(.range(#min, #max)));
        }
        if let Some((min, max)) = self.items {
            let max = count(max);
            rules.extend(quote!(.items(#min, #max)));
        }
        if let Some(most) = self.decimals {
            rules.extend(quote!(.decimals(#most)));
        }
        rules
    }

    /// Wraps an expression for a field in the named checks that its rules can hold for the field's type.
    pub(crate) fn guard(&self, value: TokenStream, core: &syn::Path, span: proc_macro2::Span) -> TokenStream {
        let mut guarded = value;
        for (stated, guard) in [
            (self.pattern.is_some() || self.length.is_some(), "text"),
            (self.range.is_some(), "number"),
            (self.items.is_some(), "list"),
            (self.decimals.is_some(), "amount"),
        ] {
            if stated {
                let guard = syn::Ident::new(guard, span);
                guarded = quote::quote_spanned!(span=> #core::__private::guard::#guard(#guarded));
            }
        }
        guarded
    }
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
