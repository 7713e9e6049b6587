//! An identifier's code.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::DeriveInput;

use crate::declaration::Identifier;

/// The code of an identifier.
pub(crate) fn expand(declared: Identifier) -> TokenStream {
    let pattern = declared.pattern.expand(&declared.core);
    let printed = if declared.sensitive { " Never printed." } else { "" };
    let facts = format!("\n\nMatches {}.{printed}", super::describe::code(&declared.source));
    identifier(&declared.item, &declared.core, &pattern, &declared.source, declared.sensitive, &facts)
}

/// The item of an identifier with a mistake, with the least that its users rely on.
pub(crate) fn stub(item: &DeriveInput, core: &syn::Path) -> TokenStream {
    // Only a struct without fields can become what an identifier is.
    let unit = matches!(&item.data, syn::Data::Struct(data) if matches!(data.fields, syn::Fields::Unit));
    if !unit || !item.generics.params.is_empty() {
        return quote!(#item);
    }
    // A pattern that everything matches.
    match crate::pattern::compile("(?s).*") {
        Ok(everything) => identifier(item, core, &everything.expand(core), "", true, ""),
        Err(_) => quote!(#item),
    }
}

fn identifier(
    item: &DeriveInput,
    core: &syn::Path,
    pattern: &TokenStream,
    source: &str,
    sensitive: bool,
    facts: &str,
) -> TokenStream {
    let DeriveInput { attrs, vis, ident, .. } = item;
    // At the user's own struct, so that errors about the type point there and not at the attribute.
    let structure = quote_spanned! {ident.span()=>
        #vis struct #ident(#core::__private::Cow<'static, ::core::primitive::str>);
    };
    let name = syn::ext::IdentExt::unraw(ident).to_string();
    let mismatch = format!("this text does not match the pattern `{source}` of `{name}`");
    let debug = if sensitive {
        quote!(::core::fmt::Formatter::write_str(__f, "***"))
    } else {
        quote!(::core::fmt::Debug::fmt(self.as_str(), __f))
    };
    let serde = quote!(#core::__private::serde);
    let marked = sensitive.then(|| {
        quote!(
            const SENSITIVE: ::core::primitive::bool = true;
        )
    });
    quote! {
        #(#attrs)*
        #[doc = #facts]
        #[derive(
            ::core::clone::Clone, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::hash::Hash,
            ::core::cmp::PartialOrd, ::core::cmp::Ord,
        )]
        #structure

        #[automatically_derived]
        impl #core::__private::Identifier for #ident {
            const NAME: &'static ::core::primitive::str = #name;
            const PATTERN: #core::pattern::Pattern = #pattern;
            fn from_checked(__text: #core::__private::Cow<'static, ::core::primitive::str>) -> Self { Self(__text) }
            fn text(&self) -> &::core::primitive::str { &self.0 }
        }

        #[allow(dead_code, unreachable_pub)]
        impl #ident {
            /// The identifier, if the text matches the pattern.
            ///
            /// # Errors
            /// The text does not match.
            pub fn new(
                text: impl ::core::convert::Into<#core::__private::Cow<'static, ::core::primitive::str>>,
            ) -> ::core::result::Result<Self, #core::InvalidIdentifier> {
                #core::__private::parse_identifier(::core::convert::Into::into(text))
            }

            /// The identifier from a text that is written in the program; in a `const` the compiler checks it.
            ///
            /// # Panics
            /// The text does not match the pattern; in a `const` it does not compile.
            #[must_use]
            pub const fn from_static(text: &'static ::core::primitive::str) -> Self {
                if !<Self as #core::__private::Identifier>::PATTERN.is_match(text) {
                    ::core::panic!("{}", #mismatch);
                }
                Self(#core::__private::Cow::Borrowed(text))
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &::core::primitive::str { &self.0 }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { #debug }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #ident {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(self.as_str(), __f)
            }
        }

        #[automatically_derived]
        impl ::core::convert::AsRef<::core::primitive::str> for #ident {
            fn as_ref(&self) -> &::core::primitive::str { self.as_str() }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for #ident {
            type Err = #core::InvalidIdentifier;
            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, Self::Err> {
                #core::__private::parse_identifier_text(text)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<&::core::primitive::str> for #ident {
            type Error = #core::InvalidIdentifier;
            fn try_from(text: &::core::primitive::str) -> ::core::result::Result<Self, Self::Error> {
                #core::__private::parse_identifier_text(text)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<#core::__private::String> for #ident {
            type Error = #core::InvalidIdentifier;
            fn try_from(text: #core::__private::String) -> ::core::result::Result<Self, Self::Error> {
                Self::new(text)
            }
        }

        #[automatically_derived]
        impl #serde::Serialize for #ident {
            fn serialize<__S: #serde::Serializer>(&self, __serializer: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
                __serializer.serialize_str(self.as_str())
            }
        }

        #[automatically_derived]
        impl<'de> #serde::Deserialize<'de> for #ident {
            fn deserialize<__D: #serde::Deserializer<'de>>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error> {
                #core::__private::read_identifier(__deserializer)
            }
        }

        #[automatically_derived]
        impl #core::Value for #ident {
            #marked
        }

        #[automatically_derived]
        impl #core::ReadValue for #ident {
            fn read<'de, __D: #serde::Deserializer<'de>>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error> {
                #core::__private::read_identifier(__deserializer)
            }
        }

        #[automatically_derived]
        impl #core::PathValue for #ident {
            fn text(&self) -> #core::__private::Cow<'_, ::core::primitive::str> {
                #core::__private::Cow::Borrowed(self.as_str())
            }
        }

        #[automatically_derived]
        impl #core::QueryValue for #ident {
            fn each_text(&self, __each: &mut dyn ::core::ops::FnMut(&::core::primitive::str)) {
                __each(self.as_str());
            }
        }

        #core::__json_schema! { identifier_schema [] [#ident] [] [] }
    }
}
