//! Writes the code of checked declarations. Nothing here can fail.
//!
//! The impls of an item stand in a block of their own, in which `__private` is what they use of the
//! core crate. They say what the struct is: a table of its fields, a traversal, and how it is read;
//! what is done with that is a function of core. Paths are absolute, since the user's names can be
//! anything. What is written for a field carries the span of its name, so that an error about its
//! type points there.

mod builder;
mod describe;
pub(crate) mod endpoint;
mod field_table;
pub(crate) mod identifier;
mod impls;
pub(crate) mod model;
mod record;
mod rules;
mod serde_with;
mod string_enum;
mod string_impls;

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{DeriveInput, GenericParam, Generics, Ident, Path, WhereClause};

use crate::tokens::has_ident;

/// The module of the core crate that the output uses. Its name has the version, which core asks for
/// exactly.
pub(crate) fn private_module() -> Ident {
    format_ident!("__private{}", env!("CARGO_PKG_VERSION").replace(['.', '-', '+'], "_"))
}

/// The impls of an item, where `__private` is what they use of the core crate.
fn block(core: &Path, allow: Option<&TokenStream>, impls: &TokenStream) -> TokenStream {
    let module = private_module();
    quote! {
        #allow
        const _: () = {
            use #core::#module as __private;
            #impls
        };
    }
}

/// The generics of an item in the three places of an impl.
pub(crate) struct ImplGenerics<'a> {
    pub(crate) impl_generics: syn::ImplGenerics<'a>,
    /// The same in front of further ones.
    pub(crate) parameters: Parameters<'a>,
    pub(crate) type_generics: syn::TypeGenerics<'a>,
    pub(crate) where_clause: Option<WhereClause>,
}

impl<'a> ImplGenerics<'a> {
    /// The item's generics; for each of `bounds` one more predicate.
    pub(crate) fn new(generics: &'a Generics, bounds: &[TokenStream]) -> Self {
        let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
        let mut where_clause = where_clause.cloned();
        if !bounds.is_empty() {
            let given = where_clause
                .map(|clause| clause.predicates.into_iter().collect::<Vec<_>>())
                .unwrap_or_default();
            where_clause = syn::parse2(quote!(where #(#given,)* #(#bounds),*)).ok();
        }
        ImplGenerics {
            impl_generics,
            parameters: Parameters(generics),
            type_generics,
            where_clause,
        }
    }
}

/// The parameters in front of further ones, as an impl has them: without defaults.
#[derive(Clone, Copy)]
pub(crate) struct Parameters<'a>(&'a Generics);

impl ToTokens for Parameters<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for parameter in &self.0.params {
            let mut parameter = parameter.clone();
            match &mut parameter {
                GenericParam::Type(parameter) => parameter.default = None,
                GenericParam::Const(parameter) => parameter.default = None,
                GenericParam::Lifetime(_) => {}
            }
            parameter.to_tokens(tokens);
            <syn::Token![,]>::default().to_tokens(tokens);
        }
    }
}

/// Whether the output describes the types of fields to the registry. Not in the tests of this
/// crate: they compare the output, which is not to depend on what else is built.
const fn for_registry() -> bool {
    cfg!(feature = "registry") && !cfg!(test)
}

/// An attribute for the lints that the user's own words would set off again in what is written of
/// them: of deprecation, where the item speaks of it, of names that are not in snake case, and of
/// lifetimes. Other lints do not speak of code from another crate's macro.
fn allow_attribute(item: &DeriveInput) -> Option<TokenStream> {
    let fields = match &item.data {
        syn::Data::Struct(data) => Some(&data.fields),
        syn::Data::Enum(_) | syn::Data::Union(_) => None,
    };
    let fields = || fields.into_iter().flatten();
    let variants = match &item.data {
        syn::Data::Enum(data) => Some(&data.variants),
        syn::Data::Struct(_) | syn::Data::Union(_) => None,
    };
    let of_variants = variants.into_iter().flatten().flat_map(|variant| &variant.attrs);
    let mut lints = Vec::new();
    let mut attributes =
        item.attrs.iter().chain(fields().flat_map(|field| &field.attrs)).chain(of_variants);
    if attributes.any(|attribute| mentions_deprecation(&attribute.meta)) {
        lints.push(format_ident!("deprecated"));
    }
    // Variables have the names of fields.
    let out_of_case = |name: &str| {
        let mut before = '_';
        name.chars().any(|character| {
            let before = std::mem::replace(&mut before, character);
            character.is_uppercase() || (character == '_' && before == '_')
        })
    };
    if fields().filter_map(|field| field.ident.as_ref()).any(|name| out_of_case(&name.to_string()))
    {
        lints.push(format_ident!("non_snake_case"));
    }
    if item.generics.lifetimes().next().is_some() {
        lints.push(format_ident!("single_use_lifetimes"));
    }
    (!lints.is_empty()).then(|| quote!(#[allow(#(#lints),*)]))
}

/// Whether an attribute is `deprecated`, or an `allow`, `expect` or `cfg_attr` of it.
fn mentions_deprecation(meta: &syn::Meta) -> bool {
    match meta {
        syn::Meta::List(list) if !list.path.is_ident("deprecated") => {
            has_ident(list.tokens.clone(), &|name| name == "deprecated")
        }
        other => other.path().is_ident("deprecated"),
    }
}

/// The item with a derived `Clone`, which needs no help.
fn with_clone(item: &DeriveInput) -> TokenStream {
    match item.data {
        syn::Data::Union(_) => item.to_token_stream(),
        _ => quote!(#[derive(::core::clone::Clone)] #item),
    }
}

/// Whether a type names one of the parameters.
fn mentions(ty: &syn::Type, parameters: &[String]) -> bool {
    !parameters.is_empty()
        && has_ident(quote!(#ty), &|name| parameters.iter().any(|parameter| name == parameter))
}
