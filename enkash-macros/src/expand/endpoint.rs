//! An endpoint's code.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use std::borrow::Cow;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{DeriveInput, Type, parse_quote};

use super::record::{Builder, Record};
use super::{ImplGenerics, block, builder, for_registry, with_clone};
use crate::check;
use crate::declaration::{BodyEncoding, Endpoint, Product};
use crate::parse::Arguments;

/// The code of an endpoint.
pub(crate) fn expand(endpoint: &Endpoint) -> TokenStream {
    let Endpoint { item, core, fields, body, .. } = endpoint;
    let record = Record::new(item, core, fields, *body);
    let (implemented, registered) = (endpoint.impls(&record), endpoint.registered(&record));
    record.expand(&endpoint.documented(), &quote!(#implemented #registered))
}

/// The item of an endpoint with a mistake, with the least that its users rely on.
pub(crate) fn stub(item: &DeriveInput, core: &syn::Path, arguments: &Arguments) -> TokenStream {
    // The declared response and product, so that their uses are not reported as further mistakes.
    let response = check::declared_response(arguments);
    let product = check::declared_product(arguments);
    let endpoint = Endpoint {
        item: item.clone(),
        core: core.clone(),
        method: format_ident!("GET"),
        template: parse_quote!("/"),
        fields: Vec::new(),
        response,
        product: product.unwrap_or(Product::Unreadable),
        body: BodyEncoding::Json,
        response_format: None,
        auth: None,
        token_request: false,
        encrypt: None,
        idempotent: false,
        unique: None,
        validate: None,
        docs: None,
    };
    let record = Record::new(item, core, &[], BodyEncoding::Json);
    let (impls, implemented) = (record.impls(), endpoint.impls(&record));
    let Builder { items, impls: of_builder } = builder::stub(item, core);
    let all = quote!(#impls #implemented #of_builder);
    let (item, block) = (with_clone(item), block(core, record.allow.as_ref(), &all));
    quote!(#item #items #block)
}

impl Endpoint {
    /// `impl Endpoint`, `send` and `call`.
    fn impls(&self, record: &Record<'_>) -> TokenStream {
        let Endpoint { item, validate, .. } = self;
        let (ident, bounds) = (&item.ident, record.bounds());
        let ImplGenerics { impl_generics, type_generics, where_clause, .. } =
            ImplGenerics::new(&item.generics, &bounds);
        let response = self.response();
        // With the span of the type, so that the compiler points there if it is private.
        let response_item = quote_spanned!(response.span()=> type Response = #response;);
        let info = self.info(&quote!(<Self as __private::Record>::FIELDS));
        let validate = validate.as_ref().map(|rule| {
            quote! {
                fn validate_across(&self, found: &mut __private::Violations) {
                    let rule: fn(&Self, &mut __private::Violations) = #rule;
                    rule(self, found)
                }
            }
        });
        quote! {
            #[automatically_derived]
            impl #impl_generics __private::Endpoint for #ident #type_generics #where_clause {
                #response_item
                const INFO: &'static __private::EndpointInfo = &#info;
                #validate
            }

            impl #impl_generics #ident #type_generics #where_clause {
                /// Sends the request.
                ///
                /// Validates and encodes it first. Await the future for a `Reply` or an `Error`; it
                /// is `Send + 'static`, even if the request borrows.
                pub fn send(&self, client: &__private::Client) -> __private::PendingCall<#response> {
                    __private::Call::new(self).send(client)
                }

                /// Returns the call, to set its options, such as a timeout, before it is sent.
                pub fn call(&self) -> __private::Call<'_, Self> {
                    __private::Call::new(self)
                }
            }
        }
    }

    /// The type of the payload.
    fn response(&self) -> Cow<'_, Type> {
        self.response
            .as_ref()
            .map_or_else(|| Cow::Owned(parse_quote!(__private::Text)), Cow::Borrowed)
    }

    /// The facts of the endpoint.
    fn info(&self, fields: &TokenStream) -> TokenStream {
        let Endpoint { item, core, method, template, token_request, idempotent, .. } = self;
        let name = item.ident.unraw().to_string();
        let product = reference(&self.product);
        let body = match self.body {
            BodyEncoding::Json => quote!(Json),
            BodyEncoding::Form => quote!(Form),
            BodyEncoding::Multipart => quote!(Multipart),
        };
        let response_format = format_ident!("{}", self.response_format.unwrap_or("Enveloped"));
        let auth = format_ident!("{}", self.auth.unwrap_or("Product"));
        let encrypt = option(self.encrypt.as_ref());
        let (unique, docs) = (option(self.unique.as_ref()), option(self.docs.as_ref()));
        let response = match for_registry() {
            true => {
                let response = self.response();
                quote!(#core::__type_info!(#response))
            }
            false => quote!(__private::TypeInfo::NONE),
        };
        quote! {
            __private::EndpointInfo {
                name: #name,
                fields: #fields,
                method: __private::Method::#method,
                template: #template,
                product: #product,
                body: __private::BodyEncoding::#body,
                response_format: __private::ResponseFormat::#response_format,
                auth: __private::CallAuth::#auth,
                token_request: #token_request,
                encrypt: #encrypt,
                idempotent: #idempotent,
                unique: #unique,
                docs: #docs,
                response: #response,
            }
        }
    }

    /// The entry in the registry. A generic endpoint has one, too: its facts do not depend on its
    /// parameters.
    fn registered(&self, record: &Record<'_>) -> Option<TokenStream> {
        if !for_registry() {
            return None;
        }
        let (ident, generics) = (&self.item.ident, &self.item.generics);
        let info = if generics.type_params().next().is_none()
            && generics.const_params().next().is_none()
        {
            let lifetimes = generics.lifetimes().map(|_| quote!('static));
            quote!(<#ident<#(#lifetimes),*> as __private::Endpoint>::INFO)
        } else {
            let info = self.info(&record.table_without_parameters());
            quote!(&#info)
        };
        Some(quote!(__private::inventory::submit! { __private::Registered(#info) }))
    }
}

/// `Some(…)` or `None`.
fn option(value: Option<impl quote::ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}

/// `&PATH`, all of it with the span of the path, so that the compiler points there if it is no
/// product.
fn reference(product: &Product) -> TokenStream {
    match product {
        Product::Named(path) => quote_spanned!(path.span()=> &#path),
        // The span of the attribute is the user's scope.
        Product::InScope => quote!(&PRODUCT),
        Product::Unreadable => quote!(&__private::Product::new("")),
    }
}
