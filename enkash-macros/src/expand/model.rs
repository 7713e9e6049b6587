//! A model's code.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::{DeriveInput, Ident, Path};

use super::builder;
use super::describe::describe_fields;
use super::record::Record;
use super::serde_with::with_module;
use super::{Condition, ImplGenerics, concat, string_enum, with_clone, with_clone_impl};
use crate::declaration::{BodyEncoding, Field, Location, Model, ModelKind};
use crate::types::{self, Presence};

/// The code of a model.
pub(crate) fn expand(model: Model) -> TokenStream {
    let Model { mut item, core, kind } = model;
    match kind {
        ModelKind::Enum { variants } => string_enum::expand(&item, &core, &variants),
        ModelKind::Struct { fields, validate } => {
            let record = Record::new(&item, &core, &fields, BodyEncoding::Json);
            let (declared, builder) = (structure(&record, validate.as_ref()), record.builder());
            let clone_impl = record.clone_impl();
            describe_fields(&mut item, &fields, Location::Body);
            concat([with_clone_impl(&item, clone_impl), declared, builder])
        }
    }
}

/// The item of a model with a mistake, with the least that its users rely on.
pub(crate) fn stub(item: &DeriveInput, core: &syn::Path) -> TokenStream {
    match &item.data {
        syn::Data::Enum(_) => string_enum::stub(item, core),
        syn::Data::Struct(_) => {
            let record = Record::new(item, core, &[], BodyEncoding::Json);
            let impls = record.stub();
            let value = value(&record, None);
            let read = unreadable(&record);
            let builder = builder::stub(item, core);
            let item = with_clone(item);
            quote!(#item #impls #value #read #builder)
        }
        syn::Data::Union(_) => quote!(#item),
    }
}

fn structure(record: &Record<'_>, validate: Option<&Path>) -> TokenStream {
    let read = if borrows(record) { TokenStream::new() } else { read(record) };
    concat([record.expand(), value(record, validate), read])
}

/// Whether the model is written only. What it borrows could not outlive the response that it is read from.
fn borrows(record: &Record<'_>) -> bool {
    record.item.generics.lifetimes().next().is_some()
        || record.fields.iter().any(|field| types::has_reference(&field.ty))
}

/// `impl Value`: the checks of the fields and of the rule across them.
fn value(record: &Record<'_>, validate: Option<&Path>) -> TokenStream {
    let Record { item, core, allow, .. } = record;
    let (ident, bounds) = (&item.ident, record.bounds());
    let ImplGenerics { parameters, type_generics, where_clause, .. } =
        ImplGenerics::new(&item.generics, &bounds);
    quote! {
        #core::__model! { [#parameters] [#ident #type_generics] [#where_clause] [#allow] [#validate] }
    }
}

/// What makes the struct a model that can be read.
fn read(record: &Record<'_>) -> TokenStream {
    let Record { item, core, fields, allow, .. } = record;
    let (ident, bounds) = (&item.ident, record.read_bounds());
    let ImplGenerics { parameters, type_generics, where_clause, .. } =
        ImplGenerics::new(&item.generics, &bounds);
    let (idents, types) = (fields.iter().map(|field| &field.ident), fields.iter().map(|field| &field.ty));
    let conditions: Vec<_> = fields.iter().map(|field| Condition(&field.cfg)).collect();
    let slots = fields.iter().enumerate().map(|(index, field)| slot(index, field));
    let reads = fields.iter().enumerate().map(|(index, field)| record.read_into(index, field));
    let values = fields.iter().enumerate().map(|(index, field)| record.value_from(index, field));
    quote! {
        #core::__read_model! {
            [#parameters] [#ident #type_generics] [#where_clause] [#allow]
            __members
            #(#conditions #slots #idents: #types, [#reads] #values;)*
        }
    }
}

/// The local that holds what has been read of a field. It has the field's span: the compiler reports a type that cannot be
/// deserialised where its slot is used.
fn slot(index: usize, field: &Field) -> Ident {
    format_ident!("__slot{index}", span = field.span())
}

impl Record<'_> {
    /// The bounds of the struct, and those that make fields of a type parameter's type readable.
    fn read_bounds(&self) -> Vec<TokenStream> {
        let core = self.core;
        let read = self.generic_fields().filter(|field| field.with.is_none()).map(|field| {
            let ty = &field.ty;
            match field.location {
                Location::Extra => quote!(#ty: #core::__private::serde::de::DeserializeOwned),
                _ => quote!(#ty: #core::ReadValue),
            }
        });
        self.bounds().into_iter().chain(read).collect()
    }

    /// Reads the JSON member that a field names into the field's slot: its index and an expression. Nothing for a field
    /// that takes what is left.
    fn read_into(&self, index: usize, field: &Field) -> Option<TokenStream> {
        if field.location != Location::Body {
            return None;
        }
        let (core, span, slot, members) = (self.core, field.span(), slot(index, field), quote!(__members));
        let read = if let Some(with) = &field.with {
            let module = with_module(self.item, core, field, with);
            quote!(#module __members.read_with::<__With<Self>>(&mut #slot.0)?)
        } else if let Some(format) = &field.format {
            quote_spanned!(span=> #slot.read_formatted(#members, #format)?)
        } else {
            quote_spanned!(span=> #slot.read(#members)?)
        };
        let condition = Condition(&field.cfg);
        Some(quote!(#index #condition { #read }))
    }

    /// The value of a field when all members have been read, an expression in braces.
    fn value_from(&self, index: usize, field: &Field) -> TokenStream {
        let (span, slot, members) = (field.span(), slot(index, field), quote!(__members));
        match (field.location, &field.default) {
            (Location::Extra, _) => quote_spanned!(span=> { #members.rest(#slot.0)? }),
            (Location::Flatten, _) => quote_spanned!(span=> { #slot.flattened(#members)? }),
            (_, Some(default)) => quote_spanned!(span=> { #slot.0.unwrap_or_else(|| #default) }),
            // The type need not be one that enkash reads, which knows the value of a missing member.
            (_, None) if field.with.is_some() && field.presence != Presence::Required => {
                quote_spanned!(span=> { #slot.0.unwrap_or_default() })
            }
            (_, None) => quote_spanned!(span=> { #slot.take(#index, #members)? }),
        }
    }
}

/// `impl Payload` of a model with a mistake.
fn payload(record: &Record<'_>) -> TokenStream {
    let Record { item, core, .. } = record;
    let ident = &item.ident;
    let is_generic = item.generics.type_params().next().is_some();
    let bounds: Vec<_> =
        is_generic.then(|| quote!(Self: ::core::marker::Send + 'static)).into_iter().collect();
    let ImplGenerics { impl_generics, type_generics, where_clause, .. } =
        ImplGenerics::new(&item.generics, &bounds);
    quote! {
        #[automatically_derived]
        impl #impl_generics #core::__private::Payload for #ident #type_generics #where_clause {
            fn read(
                __body: &#core::Bytes,
                __envelope: ::core::option::Option<&#core::EnvelopeNames>,
            ) -> ::core::result::Result<#core::__private::Envelope<Self>, #core::__private::JsonError> {
                #core::__private::read_json(__body, __envelope)
            }
        }
    }
}

/// `ReadValue`, `Deserialize` and `Payload` of a model with a mistake; they fail.
fn unreadable(record: &Record<'_>) -> TokenStream {
    let Record { item, core, .. } = record;
    if item.generics.lifetimes().next().is_some() {
        return TokenStream::new();
    }
    let ident = &item.ident;
    let (impl_generics, type_generics, where_clause) = item.generics.split_for_impl();
    let mut de_generics = item.generics.clone();
    de_generics.params.insert(0, syn::parse_quote!('de));
    let (de_impl_generics, ..) = de_generics.split_for_impl();
    let serde = quote!(#core::__private::serde);
    let payload = payload(record);
    quote! {
        #[automatically_derived]
        impl #de_impl_generics #serde::Deserialize<'de> for #ident #type_generics #where_clause {
            fn deserialize<__D: #serde::Deserializer<'de>>(_: __D) -> ::core::result::Result<Self, __D::Error> {
                ::core::result::Result::Err(<__D::Error as #serde::de::Error>::custom(""))
            }
        }
        #[automatically_derived]
        impl #impl_generics #core::ReadValue for #ident #type_generics #where_clause {
            fn read<'de, __D: #serde::Deserializer<'de>>(_: __D) -> ::core::result::Result<Self, __D::Error> {
                ::core::result::Result::Err(<__D::Error as #serde::de::Error>::custom(""))
            }
        }
        #payload
    }
}
