//! An endpoint's code.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use std::borrow::Cow;
use syn::spanned::Spanned;
use syn::{DeriveInput, Type, parse_quote};

use super::builder;
use super::calls::Calls;
use super::record::Record;
use super::{ImplGenerics, concat, for_registry, with_clone, with_clone_impl};
use crate::check;
use crate::declaration::{BodyEncoding, Endpoint, Product};
use crate::parse::Arguments;

/// The code of an endpoint.
pub(crate) fn expand(mut endpoint: Endpoint) -> TokenStream {
    let Endpoint { item, core, fields, body, .. } = &endpoint;
    let record = Record::new(item, core, fields, *body);
    let registered = if for_registry() { endpoint.registered(&record) } else { TokenStream::new() };
    let clone_impl = record.clone_impl();
    let written = [record.expand(), endpoint.calls(&record), record.builder(), registered];
    endpoint.describe();
    concat([with_clone_impl(&endpoint.item, clone_impl)].into_iter().chain(written))
}

/// The item of an endpoint with a mistake, with the least that its users rely on.
pub(crate) fn stub(item: &DeriveInput, core: &syn::Path, arguments: &Arguments) -> TokenStream {
    // The declared response, so that its uses are not reported as further mistakes, and the declared product, so that
    // its import is not reported as unused.
    let response = check::declared_response(arguments).map_or_else(|| quote!(#core::Text), |ty| quote!(#ty));
    let product = check::declared_product(arguments).map(|product| {
        let product = reference(&product);
        quote!(.with_product(#product))
    });
    let ident = &item.ident;
    let ImplGenerics { impl_generics, type_generics, where_clause, .. } =
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
            const INFO: &'static #core::EndpointInfo = &#core::EndpointInfo::of::<Self>(
                #core::__private::Method::GET, "/", false,
            )#product;
        }
        #[allow(dead_code, missing_docs)]
        impl #impl_generics #ident #type_generics #where_clause {
            pub fn send(&self, client: &#core::Client) -> #core::PendingCall<<Self as #core::__private::Endpoint>::Response> {
                #core::__private::send(self, client)
            }
            pub fn call(&self) -> #core::Call<'_, Self> {
                #core::Call::new(self)
            }
        }
    }
}

impl Endpoint {
    /// `impl Endpoint`, `send` and `call`.
    fn calls(&self, record: &Record<'_>) -> TokenStream {
        let Endpoint { item, core, method, template, idempotent, validate, .. } = self;
        let (ident, bounds) = (&item.ident, record.bounds());
        let ImplGenerics { parameters, type_generics, where_clause, .. } =
            ImplGenerics::new(&item.generics, &bounds);
        let (allow, response, mut settings) = (&record.allow, self.response(), self.settings());
        if for_registry() {
            settings.add("with_response", quote!(#core::__description!(#response)));
        }
        quote! {
            #core::__endpoint! {
                [#parameters] [#ident #type_generics] [#where_clause] [#allow] [#validate]
                #response, #method #template #idempotent #settings
            }
        }
    }

    /// The type of the payload.
    fn response(&self) -> Cow<'_, Type> {
        let core = &self.core;
        self.response.as_ref().map_or_else(|| Cow::Owned(parse_quote!(#core::Text)), Cow::Borrowed)
    }

    /// The calls that set what differs from the defaults of `EndpointInfo`.
    fn settings(&self) -> Calls {
        let core = &self.core;
        let mut settings = Calls::default();
        settings.add("with_product", reference(&self.product));
        match self.body {
            BodyEncoding::Json => {}
            BodyEncoding::Form => settings.add("with_body", quote!(#core::__private::BodyEncoding::Form)),
            BodyEncoding::Multipart => {
                settings.add("with_body", quote!(#core::__private::BodyEncoding::Multipart))
            }
        }
        if let Some(format) = self.response_format {
            let format = format_ident!("{format}");
            settings.add("with_response_format", quote!(#core::__private::ResponseFormat::#format));
        }
        if let Some(auth) = self.auth {
            let auth = format_ident!("{auth}");
            settings.add("with_auth", quote!(#core::__private::CallAuth::#auth));
        }
        if self.token_request {
            settings.add("with_token_request", TokenStream::new());
        }
        if let Some(encrypt) = self.encrypt {
            settings.add("with_encrypt", quote!(#encrypt));
        }
        if let Some(unique) = &self.unique {
            settings.add("with_unique", quote!(#unique));
        }
        if let Some(docs) = &self.docs {
            settings.add("with_docs", quote!(#docs));
        }
        settings
    }

    /// The entry in the registry. A generic endpoint has one, too: its facts do not depend on its parameters, for which
    /// stand the simplest there are.
    fn registered(&self, record: &Record<'_>) -> TokenStream {
        let Endpoint { item, core, method, template, idempotent, .. } = self;
        let info = if item.generics.type_params().next().is_none()
            && item.generics.const_params().next().is_none()
        {
            let (ident, lifetimes) = (&item.ident, item.generics.lifetimes().map(|_| quote!('static)));
            quote!(<#ident<#(#lifetimes),*> as #core::__private::Endpoint>::INFO)
        } else {
            let name = syn::ext::IdentExt::unraw(&item.ident).to_string();
            let (fields, settings) = (record.table_without_parameters(), self.settings());
            quote!({
                const __STRUCT_INFO: &#core::__private::StructInfo = &#core::__private::StructInfo::new(#name, #fields);
                &#core::EndpointInfo::new(
                    || __STRUCT_INFO, #core::__private::Method::#method, #template, #idempotent,
                )#settings
            })
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

/// `&PATH`, all of it with the span of the path, so that the compiler points there if it is no product.
fn reference(product: &Product) -> TokenStream {
    match product {
        Product::Named(path) => quote_spanned!(path.span()=> &#path),
        // The span of the attribute is the user's scope.
        Product::InScope => quote!(&PRODUCT),
    }
}
