//! A builder that the compiler checks.
//!
//! Each required field has a type parameter that says whether it is set; `build()` asks each to be. Values lie in a
//! struct of their own, so that a setter moves one value and one struct instead of every field.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::{DeriveInput, Generics, Ident};

use super::at;
use crate::case::Case;
use crate::check::types;
use crate::declaration::{Field, Presence};

/// The builder of a struct.
pub(crate) struct Builder<'a> {
    pub(crate) item: &'a DeriveInput,
    pub(crate) core: &'a TokenStream,
    pub(crate) fields: &'a [Field],
}

impl Builder<'_> {
    pub(crate) fn expand(&self) -> TokenStream {
        let Builder { item, core, fields } = self;
        let (ident, vis) = (&item.ident, &item.vis);
        let name = syn::ext::IdentExt::unraw(ident).to_string();
        let builder = format_ident!("{name}Builder");
        let parts = format_ident!("__{name}Parts");
        let markers = format_ident!("__{}", Case::Snake.spell(&name));

        let mut plain = item.generics.clone();
        without_defaults(&mut plain);
        let (impl_generics, type_generics, where_clause) = plain.split_for_impl();

        let required: Vec<&Field> =
            fields.iter().filter(|field| field.presence == Presence::Required).collect();
        let states: Vec<Ident> = (0..required.len()).map(|index| format_ident!("__S{index}")).collect();
        let mut stateful = plain.clone();
        stateful.params.extend(states.iter().map(|state| -> syn::GenericParam { syn::parse_quote!(#state) }));
        let (stateful_impl, stateful_type, _) = stateful.split_for_impl();
        let builder_with = |states: &[TokenStream]| {
            let given = plain.params.iter().map(argument);
            quote!(#builder<#(#given,)* #(#states),*>)
        };

        let marker_items = required.iter().enumerate().map(|(index, field)| {
            let (marker, cfg) = (&field.ident, &field.cfg);
            let initial = if cfg.is_empty() {
                TokenStream::new()
            } else {
                let alias = format_ident!("__initial_{index}");
                let conditions =
                    cfg.iter().filter_map(|attribute| attribute.meta.require_list().ok()).map(|l| &l.tokens);
                quote! {
                    #(#cfg)* pub type #alias = #core::__private::Missing;
                    #[cfg(not(all(#(#conditions),*)))] pub type #alias = #core::__private::Set;
                }
            };
            // Two fields have one name where a `cfg` takes one of them out.
            let named_before = required[..index].iter().any(|other| other.name == field.name);
            let marker = (!named_before).then(|| quote!(pub enum #marker {}));
            quote!(#marker #initial)
        });
        let initial_states: Vec<TokenStream> = required
            .iter()
            .enumerate()
            .map(|(index, field)| {
                if field.cfg.is_empty() {
                    quote!(#core::__private::Missing)
                } else {
                    let alias = format_ident!("__initial_{index}");
                    quote!(#markers::#alias)
                }
            })
            .collect();
        let initial = builder_with(&initial_states);

        let part_types = fields.iter().map(|field| {
            let (ident, ty, cfg) = (&field.ident, &field.ty, &field.cfg);
            match field.presence {
                Presence::Required => quote!(#(#cfg)* #ident: ::core::option::Option<#ty>),
                Presence::Option | Presence::Patch => quote!(#(#cfg)* #ident: #ty),
            }
        });
        let part_values = fields.iter().map(|field| {
            let (ident, cfg, span) = (&field.ident, &field.cfg, field.span());
            match field.presence {
                Presence::Required | Presence::Option => {
                    quote_spanned!(span=> #(#cfg)* #ident: ::core::option::Option::None)
                }
                Presence::Patch => quote!(#(#cfg)* #ident: #core::Patch::Absent),
            }
        });
        let mut position = 0;
        let setters = fields.iter().map(|field| match field.presence {
            Presence::Required => {
                let mut after: Vec<TokenStream> = states.iter().map(|state| quote!(#state)).collect();
                after[position] = quote!(#core::__private::Set);
                position += 1;
                self.required_setter(field, &builder_with(&after), &builder)
            }
            Presence::Option | Presence::Patch => self.optional_setter(field),
        });
        let setters: Vec<TokenStream> = setters.collect();
        let values = fields.iter().map(|field| {
            let (ident, cfg) = (&field.ident, &field.cfg);
            match field.presence {
                Presence::Required => quote!(#(#cfg)* #ident: #core::__private::given(self.0.#ident)),
                Presence::Option | Presence::Patch => quote!(#(#cfg)* #ident: self.0.#ident),
            }
        });
        let given = required.iter().zip(&states).map(|(field, state)| {
            // At the field, which is where the compiler looks for the reason.
            let (marker, span) = (&field.ident, field.span());
            let core = at(core, span);
            quote_spanned!(span=> #state: #core::__private::Given<#markers::#marker>)
        });
        let summary = format!("Builds a [`{name}`]; what is required and not set does not compile.");
        let start = format!("A builder for [`{name}`], whose required fields the compiler asks for.");
        let finish = format!("The [`{name}`] with the values that were set.");
        // With nothing required the struct itself holds what is set, and nothing has to be kept track of.
        if required.is_empty() {
            return quote! {
                #[doc = #summary]
                #[must_use]
                #[allow(missing_debug_implementations, unreachable_pub)]
                #vis struct #builder #plain(#ident #type_generics) #where_clause;

                #[allow(dead_code, deprecated, non_snake_case, single_use_lifetimes, unreachable_pub)]
                impl #impl_generics #ident #type_generics #where_clause {
                    #[doc = #start]
                    pub fn builder() -> #builder #type_generics { #builder(#ident { #(#part_values),* }) }
                }

                #[allow(dead_code, deprecated, non_snake_case, single_use_lifetimes, unreachable_pub)]
                impl #impl_generics #builder #type_generics #where_clause {
                    #(#setters)*

                    #[doc = #finish]
                    pub fn build(self) -> #ident #type_generics { self.0 }
                }
            };
        }
        quote! {
            #[doc(hidden)]
            #[allow(non_camel_case_types, missing_docs, unreachable_pub)]
            #vis mod #markers { #(#marker_items)* }

            #[doc(hidden)]
            #[allow(deprecated, missing_debug_implementations, missing_docs, non_snake_case, unreachable_pub)]
            #vis struct #parts #plain #where_clause { #(#part_types),* }

            #[doc = #summary]
            #[must_use]
            #[allow(missing_debug_implementations, unreachable_pub)]
            #vis struct #builder #stateful(#parts #type_generics, #core::__private::State<(#(#states,)*)>) #where_clause;

            #[allow(dead_code, deprecated, non_snake_case, single_use_lifetimes, unreachable_pub)]
            impl #impl_generics #ident #type_generics #where_clause {
                #[doc = #start]
                pub fn builder() -> #initial {
                    #builder(#parts { #(#part_values),* }, #core::__private::State::START)
                }
            }

            #[allow(dead_code, deprecated, non_snake_case, single_use_lifetimes, unreachable_pub)]
            impl #stateful_impl #builder #stateful_type #where_clause {
                #(#setters)*

                #[doc = #finish]
                pub fn build(self) -> #ident #type_generics
                where #(#given),*
                {
                    #ident { #(#values),* }
                }
            }
        }
    }

    fn required_setter(&self, field: &Field, after: &TokenStream, builder: &Ident) -> TokenStream {
        let Field { ident, ty, cfg, described, .. } = field;
        let setter = setter_name(field);
        let (argument, value) = match types::name(ty).as_deref() {
            Some("String" | "Vec" | "Cow" | "Text") => {
                (quote!(impl ::core::convert::Into<#ty>), quote!(#ident.into()))
            }
            _ => (quote!(#ty), quote!(#ident)),
        };
        quote! {
            #(#cfg)* #(#described)*
            pub fn #setter(mut self, #ident: #argument) -> #after {
                self.0.#ident.replace(#value);
                #builder(self.0, self.1.next())
            }
        }
    }

    fn optional_setter(&self, field: &Field) -> TokenStream {
        let core = self.core;
        let Field { ident, ty, cfg, described, .. } = field;
        let setter = setter_name(field);
        let (argument, value) = match (field.presence, types::argument(ty, "Option")) {
            (Presence::Option, Some(inner)) => {
                let (span, core) = (field.span(), at(core, field.span()));
                (
                    quote_spanned!(span=> impl #core::__private::IntoOption<#inner>),
                    quote_spanned!(span=> #ident.into_option()),
                )
            }
            _ => (quote!(impl ::core::convert::Into<#ty>), quote!(#ident.into())),
        };
        quote! {
            #(#cfg)* #(#described)*
            pub fn #setter(mut self, #ident: #argument) -> Self {
                self.0.#ident = #value;
                self
            }
        }
    }
}

/// The builder of a struct whose declaration has a mistake, so that its users have nothing to complain of.
pub(crate) fn stub(item: &DeriveInput, core: &TokenStream) -> TokenStream {
    let syn::Data::Struct(data) = &item.data else { return TokenStream::new() };
    if matches!(data.fields, syn::Fields::Unnamed(_)) {
        return TokenStream::new();
    }
    let fields: Vec<Field> = data.fields.iter().filter_map(Field::without_rules).collect();
    Builder { item, core, fields: &fields }.expand()
}

/// The setter's name is the field's; a field `build` makes way for `build()`.
fn setter_name(field: &Field) -> Ident {
    if field.name == "build" { format_ident!("build_", span = field.span()) } else { field.ident.clone() }
}

fn without_defaults(generics: &mut Generics) {
    for param in &mut generics.params {
        match param {
            syn::GenericParam::Type(param) => param.default = None,
            syn::GenericParam::Const(param) => param.default = None,
            _ => {}
        }
    }
}

/// A generic parameter as an argument.
fn argument(param: &syn::GenericParam) -> TokenStream {
    match param {
        syn::GenericParam::Lifetime(param) => {
            let lifetime = &param.lifetime;
            quote!(#lifetime)
        }
        syn::GenericParam::Type(param) => {
            let ident = &param.ident;
            quote!(#ident)
        }
        syn::GenericParam::Const(param) => {
            let ident = &param.ident;
            quote!(#ident)
        }
    }
}
