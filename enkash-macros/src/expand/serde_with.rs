//! The module of a `#[serde(with = "…")]`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Path};

use crate::declaration::Field;

/// The module of a `#[serde(with = "…")]` as a type: `__With<Self>`, visible where this stands.
pub(crate) fn with_module(item: &DeriveInput, core: &Path, field: &Field, with: &Path) -> TokenStream {
    let (ident, ty) = (&item.ident, &field.ty);
    let (impl_generics, type_generics, where_clause) = item.generics.split_for_impl();
    let serde = quote!(#core::__private::serde);
    quote! {
        struct __With<__T: ?::core::marker::Sized>(::core::marker::PhantomData<__T>);
        impl #impl_generics #core::__private::WithModule for __With<#ident #type_generics> #where_clause {
            type Field = #ty;
            fn serialize<__S: #serde::Serializer>(
                __field: &Self::Field,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                #with::serialize(__field, __serializer)
            }
            fn deserialize<'de, __D: #serde::Deserializer<'de>>(
                __deserializer: __D,
            ) -> ::core::result::Result<Self::Field, __D::Error> {
                #with::deserialize(__deserializer)
            }
        }
    }
}
