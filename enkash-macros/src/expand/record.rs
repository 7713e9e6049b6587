//! A struct with its fields, from which all of its impls are written.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::DeriveInput;

use super::{allow_attribute, block, mentions, with_clone};
use crate::declaration::{BodyEncoding, Field, Location};

/// A struct whose impls are written.
pub(crate) struct Record<'a> {
    pub(crate) item: &'a DeriveInput,
    pub(crate) core: &'a syn::Path,
    pub(crate) fields: &'a [Field],
    pub(crate) encoding: BodyEncoding,
    /// The attribute for the lints that the expansion would set off.
    pub(crate) allow: Option<TokenStream>,
}

/// The code of a builder, in two places.
pub(super) struct Builder {
    /// Beside the struct: the types and `build`. The compiler's message for a missing field names
    /// the impl of `build`, whose path would be unreadable within a block.
    pub(super) items: TokenStream,
    /// In the block with the other impls.
    pub(super) impls: TokenStream,
}

impl<'a> Record<'a> {
    pub(crate) fn new(
        item: &'a DeriveInput,
        core: &'a syn::Path,
        fields: &'a [Field],
        encoding: BodyEncoding,
    ) -> Self {
        Record { item, core, fields, encoding, allow: allow_attribute(item) }
    }

    /// The item with its docs, its impls together with `others`, and the builder.
    pub(super) fn expand(&self, documented: &DeriveInput, others: &TokenStream) -> TokenStream {
        let clone = self.clone_impl();
        let item =
            if clone.is_some() { documented.to_token_stream() } else { with_clone(documented) };
        let (impls, Builder { items, impls: of_builder }) = (self.impls(), self.builder());
        let all = quote!(#clone #impls #others #of_builder);
        let block = block(self.core, self.allow.as_ref(), &all);
        quote!(#item #items #block)
    }
}

impl Record<'_> {
    /// Bounds that make fields of a type parameter's type fit their locations.
    pub(crate) fn bounds(&self) -> Vec<TokenStream> {
        self.generic_fields()
            .map(|field| {
                let ty = &field.ty;
                if field.with.is_some() {
                    return quote!(#ty: ::core::fmt::Debug);
                }
                let bound = format_ident!("{}", self.visit_method(field).1);
                match field.location {
                    Location::Flatten => quote!(#ty: __private::Value + __private::#bound),
                    _ => quote!(#ty: __private::#bound),
                }
            })
            .collect()
    }

    /// The fields whose type names a type parameter.
    pub(super) fn generic_fields(&self) -> impl Iterator<Item = &Field> {
        let parameters: Vec<String> =
            self.item.generics.type_params().map(|param| param.ident.to_string()).collect();
        // A bound on a type that holds the struct itself would rest on itself; what it needs, the
        // other fields ask for.
        let itself = [self.item.ident.to_string()];
        self.fields
            .iter()
            .filter(move |field| mentions(&field.ty, &parameters) && !mentions(&field.ty, &itself))
    }

    /// The visitor's function for a field, and the trait that it asks of the field's type.
    pub(super) fn visit_method(&self, field: &Field) -> (&'static str, &'static str) {
        match (field.location, self.encoding) {
            (Location::Path, _) => ("path", "PathValue"),
            (Location::Query, _) => ("query", "QueryValue"),
            (Location::Header, _) => ("header", "QueryValue"),
            (Location::WholeBody, _) => ("whole_body", "Value"),
            (Location::Extra, _) => ("extra", "ExtraValue"),
            (Location::Flatten, _) => ("flatten", "Record"),
            (Location::Body, BodyEncoding::Json) => ("body", "Value"),
            (Location::Body, BodyEncoding::Form) => ("form", "QueryValue"),
            (Location::Body, BodyEncoding::Multipart) => ("part", "PartValue"),
        }
    }
}
