//! An endpoint's code.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::DeriveInput;

use super::builder;
use super::record::Record;
use super::{ImplGenerics, for_registry, joined, with_clone, with_clone_of};
use crate::check::{self, Input};
use crate::declaration::{BodyEncoding, Endpoint};
use crate::declare::Declaration;

impl Declaration for Endpoint {
    const NOUN: &'static str = "endpoint";
    const SHAPE: &'static str = "an endpoint is a struct with named fields, or with none: `struct Ping;`";
    const POSITIONAL: usize = 2;

    fn implemented(_: &DeriveInput) -> &'static [&'static str] {
        &["Debug", "Clone", "Serialize"]
    }

    fn check(input: Input<'_>) -> Option<Self> {
        check::endpoint(input)
    }

    fn expand(mut self) -> TokenStream {
        let Endpoint { item, core, fields, body, .. } = &self;
        let record = Record::new(item, core, fields, *body);
        let registered = if for_registry() { self.registered(&record) } else { TokenStream::new() };
        let cloned = record.cloned();
        let written = [record.expand(), self.calls(&record), record.builder(), registered];
        self.describe();
        joined([with_clone_of(&self.item, cloned)].into_iter().chain(written))
    }

    fn stub(item: &DeriveInput, core: &syn::Path, response: Option<syn::Type>) -> TokenStream {
        // The declared answer, so that what is done with it is not told of as a second mistake.
        let response = response.map_or_else(|| quote!(#core::Text), |ty| quote!(#ty));
        let ident = &item.ident;
        let ImplGenerics { impl_generics, type_generics, where_clause } =
            ImplGenerics::new(&item.generics, &[]);
        let record = Record::new(item, core, &[], BodyEncoding::Json).stub();
        let builder = builder::stub(item, core);
        let item = with_clone(item);
        quote! {
            #item
            #record
            #builder
            #[automatically_derived]
            impl #impl_generics #core::__private::Endpoint for #ident #type_generics #where_clause {
                type Response = #response;
                const INFO: &'static #core::EndpointInfo = &#core::EndpointInfo::new(
                    "", #core::__private::Method::GET, "/", &[], false,
                );
            }
            #[allow(dead_code, missing_docs)]
            impl #impl_generics #ident #type_generics #where_clause {
                pub fn send(&self, client: &#core::Client) -> #core::Sending<<Self as #core::__private::Endpoint>::Response> {
                    #core::__private::send(self, client)
                }
                pub fn call(&self) -> #core::Call<'_, Self> {
                    #core::Call::new(self)
                }
            }
        }
    }
}

impl Endpoint {
    /// `impl Endpoint`, `send` and `call`.
    fn calls(&self, record: &Record<'_>) -> TokenStream {
        let Endpoint { item, core, validate, .. } = self;
        let (ident, bounds) = (&item.ident, record.bounds());
        let ImplGenerics { impl_generics, type_generics, where_clause } =
            ImplGenerics::new(&item.generics, &bounds);
        let (allow, response, info) = (&record.allow, self.response(), self.info(None));
        quote! {
            #core::__endpoint! {
                [#impl_generics] [#ident #type_generics] [#where_clause] [#allow] [#response] [#info] [#validate]
            }
        }
    }

    /// The type of the payload.
    fn response(&self) -> TokenStream {
        let core = &self.core;
        self.response.as_ref().map_or_else(|| quote!(#core::Text), |ty| quote!(#ty))
    }

    /// The constant facts: of the type itself, or with a table of `fields` where it is not known, nor that of the payload.
    fn info(&self, fields: Option<TokenStream>) -> TokenStream {
        let Endpoint { item, core, method, template, idempotent, .. } = self;
        let typed = fields.is_none();
        let mut info = match fields {
            None => quote! {
                #core::EndpointInfo::of::<Self>(#core::__private::Method::#method, #template, #idempotent)
            },
            Some(fields) => {
                let name = syn::ext::IdentExt::unraw(&item.ident).to_string();
                quote! {
                    #core::EndpointInfo::new(#name, #core::__private::Method::#method, #template, #fields, #idempotent)
                }
            }
        };
        if let Some(product) = &self.product {
            info.extend(quote!(.product(#product)));
        }
        match self.body {
            BodyEncoding::Json => {}
            BodyEncoding::Form => info.extend(quote!(.body(#core::__private::BodyEncoding::Form))),
            BodyEncoding::Multipart => info.extend(quote!(.body(#core::__private::BodyEncoding::Multipart))),
        }
        if self.bare {
            info.extend(quote!(.bare()));
        }
        if let Some(auth) = self.auth {
            let auth = format_ident!("{auth}");
            info.extend(quote!(.auth(#core::__private::CallAuth::#auth)));
        }
        if let Some(sealing) = self.sealing {
            let sealing = format_ident!("{sealing}");
            info.extend(quote!(.sealing(#core::Sealing::#sealing)));
        }
        if let Some(unique) = &self.unique {
            info.extend(quote!(.unique(#unique)));
        }
        if let Some(docs) = &self.docs {
            info.extend(quote!(.docs(#docs)));
        }
        if for_registry() && typed {
            let response = self.response();
            info.extend(quote!(.response(#core::__description!(#response))));
        }
        info
    }

    /// The entry in the registry. A generic endpoint has one, too: its facts do not depend on its parameters, for which
    /// stand the simplest there are.
    fn registered(&self, record: &Record<'_>) -> TokenStream {
        let Endpoint { item, core, .. } = self;
        let info = if item.generics.type_params().next().is_none()
            && item.generics.const_params().next().is_none()
        {
            let (ident, lifetimes) = (&item.ident, item.generics.lifetimes().map(|_| quote!('static)));
            quote!(<#ident<#(#lifetimes),*> as #core::__private::Endpoint>::INFO)
        } else {
            let info = self.info(Some(record.table_without_parameters()));
            quote!(&#info)
        };
        quote! {
            #[allow(deprecated)]
            const _: () = {
                #core::__private::inventory::submit! {
                    #core::__private::Registered(#info)
                }
            };
        }
    }
}
