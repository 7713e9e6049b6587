//! The module of a `#[serde(with = "…")]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{DeriveInput, Path};

use crate::declaration::Field;

/// The module of a `#[serde(with = "…")]` as a type: `__With<Self>`, visible where this stands.
pub(super) fn with_module(item: &DeriveInput, field: &Field, with: &Path) -> TokenStream {
    let (ident, ty) = (&item.ident, &field.ty);
    let (impl_generics, type_generics, where_clause) = item.generics.split_for_impl();
    // A module without the functions is reported where it is named.
    let (serialize, deserialize) =
        (quote_spanned!(with.span()=> serialize), quote_spanned!(with.span()=> deserialize));
    quote! {
        struct __With<__T: ?::core::marker::Sized>(::core::marker::PhantomData<__T>);
        impl #impl_generics __private::WithModule for __With<#ident #type_generics> #where_clause {
            type Field = #ty;
            fn serialize<__S: __private::serde::Serializer>(
                field: &Self::Field,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                #with::#serialize(field, serializer)
            }
            fn deserialize<'de, __D: __private::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self::Field, __D::Error> {
                #with::#deserialize(deserializer)
            }
        }
    }
}
