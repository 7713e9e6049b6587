//! The impls of a struct that describes itself: `Record`, `Debug`, `Serialize` and `Clone`.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;

use super::record::Record;
use super::rules::guard_with;
use super::serde_with::with_module;
use super::{ImplGenerics, for_registry};
use crate::declaration::{BodyEncoding, DateFormat, Field, Location};
use crate::types::{Presence, TypeKind};

impl Record<'_> {
    /// `impl Record`, `Debug` and `Serialize`.
    pub(super) fn impls(&self) -> TokenStream {
        let Record { item, core, fields, .. } = self;
        let bounds = self.bounds();
        let ImplGenerics { impl_generics, parameters, type_generics, where_clause } =
            ImplGenerics::new(&item.generics, &bounds);
        let of_item = {
            let ident = &item.ident;
            quote!(for #ident #type_generics #where_clause)
        };
        let (name, table) = (item.ident.unraw().to_string(), self.table());
        // A variable that no field can be named like.
        let visitor = Ident::new("visitor", Span::mixed_site());
        let names = fields.iter().map(|Field { ident, cfg, .. }| quote!(#(#cfg)* #ident,));
        // The stub of an item with a mistake shows nothing of it, which may be an enum.
        let fields_of_self = (!fields.is_empty()).then(|| quote!(let Self { #(#names)* } = self;));
        let visits = fields.iter().enumerate().map(|(index, field)| {
            let (cfg, index, value) =
                (&field.cfg, Literal::usize_unsuffixed(index), self.visited(field));
            let method = Ident::new(self.visit_method(field).0, field.span());
            quote!(#(#cfg)* #visitor.#method(#index, #value);)
        });
        let schema = for_registry().then(|| {
            let ident = &item.ident;
            quote!(#core::__json_schema! { record_schema [#parameters] [#ident #type_generics] [#where_clause] })
        });
        quote! {
            #[automatically_derived]
            impl #impl_generics __private::Record #of_item {
                const NAME: &'static ::core::primitive::str = #name;
                const FIELDS: &'static [__private::Field] = #table;
                fn visit<__V: __private::Visitor>(&self, #visitor: &mut __V) {
                    #fields_of_self
                    #(#visits)*
                }
            }

            #[automatically_derived]
            impl #impl_generics ::core::fmt::Debug #of_item {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    __private::debug_record(self, f)
                }
            }

            #[automatically_derived]
            impl #impl_generics __private::serde::Serialize #of_item {
                fn serialize<__S: __private::serde::Serializer>(
                    &self,
                    serializer: __S,
                ) -> ::core::result::Result<__S::Ok, __S::Error> {
                    __private::serialize_record(self, serializer)
                }
            }

            #schema
        }
    }

    /// `impl Clone`, or nothing where the item can derive it: where all types are known ones, and
    /// where there are type parameters, of which derived code asks the right thing. Otherwise a
    /// type that is no value would be reported twice.
    pub(super) fn clone_impl(&self) -> Option<TokenStream> {
        let Record { item, fields, .. } = self;
        let known = fields.iter().all(|field| field.kind != TypeKind::Unknown);
        if known || item.generics.type_params().next().is_some() {
            return None;
        }
        let (impl_generics, type_generics, where_clause) = item.generics.split_for_impl();
        let name = &item.ident;
        let clones = fields.iter().map(|field| {
            let Field { ident, cfg, location, with, kind, .. } = field;
            let is_part = *location == Location::Body && self.encoding == BodyEncoding::Multipart;
            let need_be_no_value = with.is_some() || *location == Location::Extra || is_part;
            if *kind != TypeKind::Unknown || need_be_no_value {
                let clone = quote_spanned!(field.span()=> ::core::clone::Clone::clone);
                return quote!(#(#cfg)* #ident: #clone(&self.#ident),);
            }
            let value = Ident::new("value", field.span());
            quote!(#(#cfg)* #ident: __private::Cloned(&self.#ident).#value(),)
        });
        Some(quote! {
            #[automatically_derived]
            impl #impl_generics ::core::clone::Clone for #name #type_generics #where_clause {
                fn clone(&self) -> Self {
                    use __private::Uncloneable as _;
                    Self { #(#clones)* }
                }
            }
        })
    }

    /// What the visitor gets for a field: the variable that refers to it, in what its rules and its
    /// form ask for.
    fn visited(&self, field: &Field) -> TokenStream {
        let Field { ident, presence, rules, format, with, .. } = field;
        let span = field.span();
        let mut value = ident.to_token_stream();
        match presence {
            Presence::Required => {}
            Presence::Option => value = guard_with("option", value, span),
            Presence::Patch => value = guard_with("patch", value, span),
        }
        if with.is_none() && format.is_none() {
            value = rules.guard(value, span);
        }
        if let Some(DateFormat { strftime: format, .. }) = format {
            value = quote_spanned!(span=> &__private::Formatted::new(#value, #format));
        }
        if let Some(with) = with {
            let module = with_module(self.item, field, with);
            let wrap = match presence {
                Presence::Required => "new",
                Presence::Option => "option",
                Presence::Patch => "patch",
            };
            let wrap = Ident::new(wrap, span);
            let with = quote_spanned!(span=> __private::With::<__With<Self>>::#wrap(#value));
            let in_json = matches!(field.location, Location::Body | Location::WholeBody)
                && self.encoding == BodyEncoding::Json;
            value = match in_json {
                true => quote_spanned!(span=> &{ #module #with }),
                false => quote_spanned!(span=> &{ #module __private::WithText::new(#with) }),
            };
        }
        value
    }
}
