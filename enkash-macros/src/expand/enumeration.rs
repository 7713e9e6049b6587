//! The code of an enum of texts.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::declaration::Variant;

/// The enum with a variant for what nobody knows yet, and its reading and writing.
pub(crate) fn expand(item: &DeriveInput, core: &TokenStream, variants: &[Variant]) -> TokenStream {
    let mut item = item.clone();
    if let syn::Data::Enum(data) = &mut item.data {
        data.variants.push(syn::parse_quote! {
            /// A value that the documents do not list. It is kept as it came; in a request it is a violation.
            Unknown(#core::__private::String)
        });
    }
    let ident = &item.ident;
    let name = syn::ext::IdentExt::unraw(ident).to_string();
    let (variant_names, wire_names): (Vec<_>, Vec<_>) =
        variants.iter().map(|variant| (&variant.ident, &variant.wire_name)).unzip();
    let serde = quote!(#core::__private::serde);
    quote! {
        #[derive(
            ::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::hash::Hash,
        )]
        #[non_exhaustive]
        #item

        #[automatically_derived]
        impl #core::__private::Texts for #ident {
            const NAME: &'static ::core::primitive::str = #name;
            const WIRE_NAMES: &'static [&'static ::core::primitive::str] = &[#(#wire_names),*];
            fn from_wire_name(__name: &::core::primitive::str) -> Self {
                match __name {
                    #(#wire_names => Self::#variant_names,)*
                    _ => Self::Unknown(#core::__private::String::from(__name)),
                }
            }
            fn is_documented(&self) -> ::core::primitive::bool { !::core::matches!(self, Self::Unknown(_)) }
            fn wire_name(&self) -> &::core::primitive::str { self.as_str() }
        }

        #[allow(dead_code, unreachable_pub)]
        impl #ident {
            /// The value's name on the wire.
            #[must_use]
            pub fn as_str(&self) -> &::core::primitive::str {
                match self {
                    #(Self::#variant_names => #wire_names,)*
                    Self::Unknown(__name) => __name,
                }
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #ident {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(self.as_str(), __f)
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
                #core::__private::read_texts(__deserializer)
            }
        }

        #[automatically_derived]
        impl #core::__private::Value for #ident {
            fn check(&self, _: &#core::Rules, __at: &#core::__private::At<'_>, __found: &mut #core::Violations) {
                #core::__private::check_texts(self, __at, __found);
            }
            fn read<'de, __D: #serde::Deserializer<'de>>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error> {
                #core::__private::read_texts(__deserializer)
            }
        }

        #[automatically_derived]
        impl #core::__private::PathValue for #ident {
            fn text(&self) -> #core::__private::Cow<'_, ::core::primitive::str> {
                #core::__private::Cow::Borrowed(self.as_str())
            }
        }

        #[automatically_derived]
        impl #core::__private::QueryValue for #ident {
            fn each_text(&self, __each: &mut dyn ::core::ops::FnMut(&::core::primitive::str)) {
                __each(self.as_str());
            }
        }
    }
}
