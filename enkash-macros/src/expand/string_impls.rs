//! The impls of a type that is a string on the wire and has `as_str`: an identifier, an enum of
//! strings.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Generics, Ident};

/// `Display` and the traits by which the type is written and read; `read` is the function of core
/// that reads it.
pub(super) fn string_impls(ident: &Ident, generics: &Generics, read: &str) -> TokenStream {
    let read = format_ident!("{read}");
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let mut reading = generics.clone();
    reading.params.insert(0, syn::parse_quote!('de));
    let (reading_generics, ..) = reading.split_for_impl();
    let of_item = quote!(for #ident #type_generics #where_clause);
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::fmt::Display #of_item {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(self.as_str(), f)
            }
        }

        #[automatically_derived]
        impl #impl_generics __private::serde::Serialize #of_item {
            fn serialize<__S: __private::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[automatically_derived]
        impl #reading_generics __private::serde::Deserialize<'de> #of_item {
            fn deserialize<__D: __private::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                __private::#read(deserializer)
            }
        }

        #[automatically_derived]
        impl #impl_generics __private::ReadValue #of_item {
            fn read<'de, __D: __private::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                __private::#read(deserializer)
            }
        }

        #[automatically_derived]
        impl #impl_generics __private::PathValue #of_item {
            fn text(&self) -> __private::Cow<'_, ::core::primitive::str> {
                __private::Cow::Borrowed(self.as_str())
            }
        }

        #[automatically_derived]
        impl #impl_generics __private::QueryValue #of_item {
            fn each_text(&self, each: &mut dyn ::core::ops::FnMut(&::core::primitive::str)) {
                each(self.as_str());
            }
        }
    }
}
