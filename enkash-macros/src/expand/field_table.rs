//! The table of a struct's fields.

use proc_macro2::TokenStream;
use quote::quote;

use super::record::Record;
use super::{for_registry, mentions};
use crate::declaration::{Field, Location};

impl Record<'_> {
    /// The table of the fields.
    pub(super) fn table(&self) -> TokenStream {
        self.table_with(|_| for_registry())
    }

    /// The table where the struct's parameters are not known: types that name one add nothing.
    pub(super) fn table_without_parameters(&self) -> TokenStream {
        let parameters: Vec<String> =
            self.item.generics.params.iter().map(parameter_name).collect();
        self.table_with(|field| !mentions(&field.ty, &parameters))
    }

    fn table_with(&self, typed: impl Fn(&Field) -> bool) -> TokenStream {
        let entries = self.fields.iter().map(|field| self.entry(field, typed(field)));
        quote!(&[#(#entries)*])
    }

    /// The entry of a field. One that a `cfg` removes keeps its place in the table, so that the
    /// others keep theirs.
    fn entry(&self, field: &Field, typed: bool) -> TokenStream {
        let Field { cfg, name, wire_name, .. } = field;
        let location = (field.location != Location::Body).then(|| {
            let location = location(field.location);
            quote!(location: __private::Location::#location,)
        });
        let required = (!field.is_required()).then(|| quote!(required: false,));
        let sensitive = field.sensitive.then(|| quote!(sensitive: true,));
        let rules = (!field.rules.is_empty()).then(|| {
            let rules = field.rules.expand(self.core);
            quote!(rules: #rules,)
        });
        let ty = typed.then(|| {
            let ty = self.type_info(field);
            quote!(ty: #ty,)
        });
        let removed = (!cfg.is_empty()).then(|| {
            let conditions = cfg
                .iter()
                .filter_map(|attribute| attribute.meta.require_list().ok())
                .map(|list| &list.tokens);
            quote!(
                #[cfg(not(all(#(#conditions),*)))]
                __private::Field::REMOVED,
            )
        });
        quote! {
            #(#cfg)*
            __private::Field {
                name: #name,
                wire_name: #wire_name,
                #location #required #sensitive #rules #ty
                ..__private::Field::PLAIN
            },
            #removed
        }
    }

    /// What the registry gets of a field's type. With `#[serde(with)]` a field's form is not its
    /// type's.
    fn type_info(&self, field: &Field) -> TokenStream {
        let (core, ty) = (self.core, &field.ty);
        match (&field.with, &field.format) {
            (Some(_), _) => quote!(__private::TypeInfo::NONE),
            (None, Some(_)) => quote!(#core::__type_info!(__private::Formatted<'_, #ty>)),
            (None, None) => quote!(#core::__type_info!(#ty)),
        }
    }
}

/// The variant of core's `Location`.
fn location(location: Location) -> TokenStream {
    match location {
        Location::Path => quote!(Path),
        Location::Query => quote!(Query),
        Location::Header => quote!(Header),
        Location::Body => quote!(Body),
        Location::WholeBody => quote!(WholeBody),
        Location::Extra => quote!(Extra),
        Location::Flatten => quote!(Flatten),
    }
}

/// The name of a parameter as types have it, of a lifetime without its quote.
fn parameter_name(parameter: &syn::GenericParam) -> String {
    match parameter {
        syn::GenericParam::Lifetime(parameter) => parameter.lifetime.ident.to_string(),
        syn::GenericParam::Type(parameter) => parameter.ident.to_string(),
        syn::GenericParam::Const(parameter) => parameter.ident.to_string(),
    }
}
