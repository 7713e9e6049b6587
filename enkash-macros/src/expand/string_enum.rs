//! The code of an enum of strings.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::declaration::Variant;

/// The enum with a variant for unknown values, and its impls.
pub(crate) fn expand(item: &DeriveInput, core: &syn::Path, variants: &[Variant]) -> TokenStream {
    let item = with_unknown(item, core);
    let ident = &item.ident;
    let name = syn::ext::IdentExt::unraw(ident).to_string();
    let names = variants.iter().map(|Variant { wire_name, cfg, .. }| quote!(#(#cfg)* #wire_name));
    let reads =
        variants.iter().map(|Variant { ident, wire_name, cfg }| quote!(#(#cfg)* #wire_name => Self::#ident,));
    let writes =
        variants.iter().map(|Variant { ident, wire_name, cfg }| quote!(#(#cfg)* Self::#ident => #wire_name,));
    let serde = quote!(#core::__private::serde);
    quote! {
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::hash::Hash)]
        #[non_exhaustive]
        #item

        #[automatically_derived]
        #[allow(deprecated)]
        impl #core::__private::StringEnum for #ident {
            const NAME: &'static ::core::primitive::str = #name;
            const WIRE_NAMES: &'static [&'static ::core::primitive::str] = &[#(#names),*];
            fn from_wire_name(__name: &::core::primitive::str) -> Self {
                match __name {
                    #(#reads)*
                    _ => Self::Unknown(::core::convert::From::from(__name)),
                }
            }
            fn is_documented(&self) -> ::core::primitive::bool { !::core::matches!(self, Self::Unknown(_)) }
            fn wire_name(&self) -> &::core::primitive::str { self.as_str() }
        }

        #[allow(dead_code, deprecated, unreachable_pub)]
        impl #ident {
            /// The value's name on the wire.
            #[must_use]
            pub fn as_str(&self) -> &::core::primitive::str {
                match self {
                    #(#writes)*
                    Self::Unknown(__name) => __name,
                }
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #core::__private::debug_string_enum(self, __f)
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
        impl #core::Value for #ident {
            fn check(&self, _: &#core::Rules, __at: &#core::FieldPath<'_>, __found: &mut #core::Violations) {
                #core::__private::check_texts(self, __at, __found);
            }
        }

        #[automatically_derived]
        impl #core::ReadValue for #ident {
            fn read<'de, __D: #serde::Deserializer<'de>>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error> {
                #core::__private::read_texts(__deserializer)
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

        #[automatically_derived]
        impl #core::__private::Payload for #ident {
            fn read(
                __body: &#core::Bytes,
                __envelope: ::core::option::Option<&#core::EnvelopeNames>,
            ) -> ::core::result::Result<#core::__private::Envelope<Self>, #core::__private::JsonError> {
                #core::__private::read_json(__body, __envelope)
            }
        }

        #core::__json_schema! { texts_schema [] [#ident] [] [#[allow(deprecated)]] }
    }
}

/// The enum as written, with impls that rely on nothing in it and never run.
pub(crate) fn stub(item: &DeriveInput, core: &syn::Path) -> TokenStream {
    let item = with_unknown(item, core);
    let ident = &item.ident;
    let (impl_generics, type_generics, where_clause) = item.generics.split_for_impl();
    let mut de_generics = item.generics.clone();
    de_generics.params.insert(0, syn::parse_quote!('de));
    let (de_impl_generics, ..) = de_generics.split_for_impl();
    let serde = quote!(#core::__private::serde);
    let never = quote!(::core::unreachable!());
    let of_item = quote!(for #ident #type_generics #where_clause);
    // A payload goes from thread to thread, which no bound of a parameter promises.
    let payload = item.generics.params.is_empty().then(|| {
        quote! {
            impl #core::__private::Payload for #ident {
                fn read(
                    _: &#core::Bytes,
                    _: ::core::option::Option<&#core::EnvelopeNames>,
                ) -> ::core::result::Result<#core::__private::Envelope<Self>, #core::__private::JsonError> { #never }
            }
        }
    });
    quote! {
        #item

        #[allow(dead_code, missing_docs, unreachable_pub)]
        impl #impl_generics #ident #type_generics #where_clause {
            pub fn as_str(&self) -> &::core::primitive::str { #never }
        }
        impl #impl_generics ::core::clone::Clone #of_item {
            fn clone(&self) -> Self { #never }
        }
        impl #impl_generics ::core::cmp::PartialEq #of_item {
            fn eq(&self, _: &Self) -> ::core::primitive::bool { #never }
        }
        impl #impl_generics ::core::cmp::Eq #of_item {}
        impl #impl_generics ::core::hash::Hash #of_item {
            fn hash<__H: ::core::hash::Hasher>(&self, _: &mut __H) { #never }
        }
        impl #impl_generics ::core::fmt::Debug #of_item {
            fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { #never }
        }
        impl #impl_generics ::core::fmt::Display #of_item {
            fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { #never }
        }
        impl #impl_generics #serde::Serialize #of_item {
            fn serialize<__S: #serde::Serializer>(&self, _: __S) -> ::core::result::Result<__S::Ok, __S::Error> { #never }
        }
        impl #de_impl_generics #serde::Deserialize<'de> #of_item {
            fn deserialize<__D: #serde::Deserializer<'de>>(_: __D) -> ::core::result::Result<Self, __D::Error> { #never }
        }
        impl #impl_generics #core::Value #of_item {}
        impl #impl_generics #core::ReadValue #of_item {
            fn read<'de, __D: #serde::Deserializer<'de>>(_: __D) -> ::core::result::Result<Self, __D::Error> { #never }
        }
        impl #impl_generics #core::PathValue #of_item {
            fn text(&self) -> #core::__private::Cow<'_, ::core::primitive::str> { #never }
        }
        impl #impl_generics #core::QueryValue #of_item {
            fn each_text(&self, _: &mut dyn ::core::ops::FnMut(&::core::primitive::str)) { #never }
        }
        #payload
    }
}

/// The enum with the variant for unknown values.
fn with_unknown(item: &DeriveInput, core: &syn::Path) -> DeriveInput {
    let mut item = item.clone();
    // Numbers have been refused, and beside a variant that holds data the compiler would refuse them once more.
    if let syn::Data::Enum(data) = &mut item.data {
        data.variants.iter_mut().for_each(|variant| variant.discriminant = None);
    }
    if let syn::Data::Enum(data) = &mut item.data
        && data.variants.iter().all(|variant| variant.ident != "Unknown")
    {
        data.variants.push(syn::parse_quote! {
            /// A value that the API reference does not list. It is kept as it came; in a request it is a violation.
            Unknown(#core::__private::String)
        });
    }
    item
}
