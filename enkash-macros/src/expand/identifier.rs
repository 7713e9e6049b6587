//! An identifier's code.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{DeriveInput, Generics, Path};

use super::string_impls::string_impls;
use super::{allow_attribute, block, for_registry, private_module};
use crate::declaration::Identifier;

/// The code of an identifier.
pub(crate) fn expand(declared: &Identifier) -> TokenStream {
    let Identifier { item, core, source, pattern, sensitive } = declared;
    let printed = if *sensitive { " Never printed." } else { "" };
    let facts = format!(" Matches {}.{printed}", super::describe::code(source));
    let docs = quote!(#[doc = ""] #[doc = #facts]);
    identifier(item, core, &pattern.expand(core), source, *sensitive, &docs)
}

/// The item of an identifier with a mistake, with the least that its users rely on.
pub(crate) fn stub(item: &DeriveInput, core: &Path) -> TokenStream {
    // Parameters are refused, and without them nothing else is wrong.
    let item = &DeriveInput { generics: Generics::default(), ..item.clone() };
    // A pattern that everything matches.
    match crate::pattern::compile("(?s).*") {
        Ok(everything) => {
            identifier(item, core, &everything.expand(core), "", true, &TokenStream::new())
        }
        Err(_) => quote!(#item),
    }
}

fn identifier(
    item: &DeriveInput,
    core: &Path,
    pattern: &TokenStream,
    source: &str,
    sensitive: bool,
    docs: &TokenStream,
) -> TokenStream {
    let DeriveInput { attrs, vis, ident, .. } = item;
    let module = private_module();
    // At the user's own struct, so that errors about the type point there and not at the attribute.
    let structure = quote_spanned! {ident.span()=>
        #vis struct #ident(#core::#module::Cow<'static, ::core::primitive::str>);
    };
    let impls = impls(item, core, pattern, source, sensitive);
    let block = block(core, allow_attribute(item).as_ref(), &impls);
    quote! {
        #(#attrs)*
        #docs
        #[derive(
            ::core::clone::Clone, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::hash::Hash,
            ::core::cmp::PartialOrd, ::core::cmp::Ord,
        )]
        #structure
        #block
    }
}

fn impls(
    item: &DeriveInput,
    core: &Path,
    pattern: &TokenStream,
    source: &str,
    sensitive: bool,
) -> TokenStream {
    let (ident, name) = (&item.ident, item.ident.unraw().to_string());
    let mismatch = format!("this string does not match the pattern `{source}` of `{name}`");
    let debug = match sensitive {
        true => quote!(f.write_str("***")),
        false => quote!(::core::fmt::Debug::fmt(self.as_str(), f)),
    };
    let string_impls = string_impls(ident, &item.generics, "read_identifier");
    let schema =
        for_registry().then(|| quote!(#core::__json_schema! { identifier_schema [] [#ident] [] }));
    quote! {
        impl #ident {
            /// The identifier, if the string matches the pattern.
            ///
            /// # Errors
            /// The string does not match.
            pub fn new(
                value: impl ::core::convert::Into<__private::Cow<'static, ::core::primitive::str>>,
            ) -> ::core::result::Result<Self, __private::InvalidIdentifier> {
                __private::parse_identifier(::core::convert::Into::into(value))
            }

            /// The identifier from a string literal; in a `const` the compiler checks it.
            ///
            /// # Panics
            /// The string does not match the pattern; in a `const` it does not compile.
            #[must_use]
            pub const fn from_static(value: &'static ::core::primitive::str) -> Self {
                if !<Self as __private::Identifier>::PATTERN.is_match(value) {
                    ::core::panic!("{}", #mismatch);
                }
                Self(__private::Cow::Borrowed(value))
            }

            /// The identifier as a string.
            #[must_use]
            pub fn as_str(&self) -> &::core::primitive::str {
                &self.0
            }
        }

        #[automatically_derived]
        impl __private::Identifier for #ident {
            const NAME: &'static ::core::primitive::str = #name;
            const PATTERN: __private::pattern::Pattern = #pattern;
            fn from_checked(text: __private::Cow<'static, ::core::primitive::str>) -> Self {
                Self(text)
            }
            fn text(&self) -> &::core::primitive::str {
                self.as_str()
            }
        }

        #[automatically_derived]
        impl __private::Value for #ident {
            const SENSITIVE: ::core::primitive::bool = #sensitive;
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #debug
            }
        }

        #[automatically_derived]
        impl ::core::convert::AsRef<::core::primitive::str> for #ident {
            fn as_ref(&self) -> &::core::primitive::str {
                self.as_str()
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for #ident {
            type Err = __private::InvalidIdentifier;
            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, Self::Err> {
                __private::parse_identifier_text(text)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<&::core::primitive::str> for #ident {
            type Error = __private::InvalidIdentifier;
            fn try_from(text: &::core::primitive::str) -> ::core::result::Result<Self, Self::Error> {
                __private::parse_identifier_text(text)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<__private::String> for #ident {
            type Error = __private::InvalidIdentifier;
            fn try_from(text: __private::String) -> ::core::result::Result<Self, Self::Error> {
                Self::new(text)
            }
        }

        #string_impls
        #schema
    }
}
