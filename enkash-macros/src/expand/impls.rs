//! The impls of a struct that describes itself: `Record`, `Debug`, `Serialize` and `Clone`.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::record::Record;
use super::rules::guard_with;
use super::serde_with::with_module;
use super::{Condition, ImplGenerics, Parameters, respanned};
use crate::declaration::{BodyEncoding, Field, Location};
use crate::types::{Presence, TypeKind};

impl Record<'_> {
    /// `impl Record`, `Debug` and `Serialize`.
    pub(crate) fn expand(&self) -> TokenStream {
        let Record { item, core, fields, allow, .. } = self;
        let bounds = self.bounds();
        let ImplGenerics { parameters, type_generics, where_clause, .. } =
            ImplGenerics::new(&item.generics, &bounds);
        let ident = &item.ident;
        let name = syn::ext::IdentExt::unraw(ident).to_string();
        let table = self.table();
        let conditions = fields.iter().map(|field| Condition(&field.cfg));
        let idents = fields.iter().map(|field| &field.ident);
        let locals = fields.iter().map(local);
        let methods = fields.iter().map(|field| syn::Ident::new(self.visit_method(field).0, field.span()));
        let values = fields.iter().map(|field| self.visited_value(field));
        let indexes = (0..fields.len()).map(Literal::usize_unsuffixed);
        quote! {
            #core::__record! {
                [#parameters] [#ident #type_generics] [#where_clause] [#allow] #name #table
                #(#conditions #idents: #locals, #methods(#indexes, #values);)*
            }
        }
    }

    /// `impl Clone`, or nothing where the item can derive it: where all types are known ones, and where there are type
    /// parameters, of which derived code asks the right thing. Otherwise a type that is no value would be reported twice.
    pub(crate) fn clone_impl(&self) -> Option<TokenStream> {
        let Record { item, core, fields, allow, .. } = self;
        let known = fields.iter().all(|field| field.kind != TypeKind::Unknown);
        if known || item.generics.type_params().next().is_some() {
            return None;
        }
        let (_, type_generics, where_clause) = item.generics.split_for_impl();
        let (ident, parameters) = (&item.ident, Parameters(&item.generics));
        let conditions = fields.iter().map(|field| Condition(&field.cfg));
        let idents = fields.iter().map(|field| &field.ident);
        let functions = fields.iter().map(|field| {
            let is_part = field.location == Location::Body && self.encoding == BodyEncoding::Multipart;
            let need_be_no_value = field.with.is_some() || field.location == Location::Extra || is_part;
            syn::Ident::new(if need_be_no_value { "of_any" } else { "of_value" }, field.span())
        });
        Some(quote! {
            #core::__clone! {
                [#parameters] [#ident #type_generics] [#where_clause] [#allow]
                #(#conditions #idents #functions;)*
            }
        })
    }

    /// `impl Record`, `Debug` and `Serialize` of a struct with a mistake, which shows nothing of itself. `Clone` is derived.
    pub(crate) fn stub(&self) -> TokenStream {
        let Record { item, core, allow, .. } = self;
        let (impl_generics, type_generics, where_clause) = item.generics.split_for_impl();
        let (ident, parameters) = (&item.ident, Parameters(&item.generics));
        let of_item = quote!(for #ident #type_generics #where_clause);
        let serde = quote!(#core::__private::serde);
        quote! {
            #[automatically_derived]
            impl #impl_generics #core::__private::Record #of_item {
                const STRUCT_INFO: &'static #core::__private::StructInfo = &#core::__private::StructInfo::new("", &[]);
                fn visit<__V: #core::__private::Visitor>(&self, _: &mut __V) {}
            }
            #[automatically_derived]
            impl #impl_generics ::core::fmt::Debug #of_item {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #core::__private::debug_record(self, f)
                }
            }
            #[automatically_derived]
            impl #impl_generics #serde::Serialize #of_item {
                fn serialize<__S: #serde::Serializer>(
                    &self,
                    serializer: __S,
                ) -> ::core::result::Result<__S::Ok, __S::Error> {
                    #core::__private::serialize_record(self, serializer)
                }
            }
            #core::__json_schema! { record_schema [#parameters] [#ident #type_generics] [#where_clause] [#allow] }
        }
    }

    /// What the visitor gets for a field.
    fn visited_value(&self, field: &Field) -> Visited {
        let Field { presence, rules, format, with, .. } = field;
        let local = local(field);
        if *presence == Presence::Required && rules.is_empty() && format.is_none() && with.is_none() {
            return Visited::Reference(local);
        }
        let span = field.span();
        let core = &respanned(self.core, span);
        let mut value = local.into_token_stream();
        match presence {
            Presence::Required => {}
            Presence::Option => value = guard_with(core, "option", value, span),
            Presence::Patch => value = guard_with(core, "patch", value, span),
        }
        if with.is_none() && format.is_none() {
            value = rules.guard(value, core, span);
        }
        if let Some(format) = format {
            value = quote_spanned!(span=> &#core::__private::Formatted::new(#value, #format));
        }
        if let Some(with) = with {
            let module = with_module(self.item, core, field, with);
            let wrap = match presence {
                Presence::Required => "new",
                Presence::Option => "option",
                Presence::Patch => "patch",
            };
            let wrap = syn::Ident::new(wrap, span);
            let with = quote_spanned!(span=> #core::__private::With::<__With<Self>>::#wrap(#value));
            let in_json = matches!(field.location, Location::Body | Location::WholeBody)
                && self.encoding == BodyEncoding::Json;
            value = match in_json {
                true => quote_spanned!(span=> &{ #module #with }),
                false => quote_spanned!(span=> &{ #module #core::__private::WithText::new(#with) }),
            };
        }
        Visited::Wrapped(value)
    }
}

/// What a visitor gets for a field: mostly the reference, which needs no stream of its own.
enum Visited {
    Reference(syn::Ident),
    Wrapped(TokenStream),
}

impl ToTokens for Visited {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Visited::Reference(local) => local.to_tokens(tokens),
            Visited::Wrapped(value) => value.to_tokens(tokens),
        }
    }
}

/// The local that holds a reference to a field while the fields are visited. It has the field's span alone, so that an
/// error about the field's type points at the field.
fn local(field: &Field) -> syn::Ident {
    format_ident!("__of_{}", field.name, span = field.span())
}
