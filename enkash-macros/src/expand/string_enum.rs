//! The code of an enum of strings.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{DeriveInput, Path};

use super::string_impls::string_impls;
use super::{allow_attribute, block, for_registry, private_module};
use crate::declaration::Variant;

/// The enum with a variant for unknown values, and its impls.
pub(super) fn expand(item: &DeriveInput, core: &Path, variants: &[Variant]) -> TokenStream {
    let names = variants.iter().map(|Variant { wire_name, cfg, .. }| quote!(#(#cfg)* #wire_name));
    let reads = variants
        .iter()
        .map(|Variant { ident, wire_name, cfg }| quote!(#(#cfg)* #wire_name => Self::#ident,));
    let writes = variants
        .iter()
        .map(|Variant { ident, wire_name, cfg }| quote!(#(#cfg)* Self::#ident => #wire_name,));
    let impls = impls(
        item,
        core,
        &Bodies {
            names: quote!(&[#(#names),*]),
            from_wire_name: quote! {
                match name {
                    #(#reads)*
                    _ => Self::Unknown(::core::convert::From::from(name)),
                }
            },
            is_documented: quote!(!::core::matches!(self, Self::Unknown(_))),
            as_str: quote! {
                match self {
                    #(#writes)*
                    Self::Unknown(name) => name,
                }
            },
        },
    );
    let (item, block) =
        (with_unknown(item, core), block(core, allow_attribute(item).as_ref(), &impls));
    quote! {
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::hash::Hash)]
        #[non_exhaustive]
        #item
        #block
    }
}

/// The enum as written, with impls that rely on nothing in it and never run.
pub(super) fn stub(item: &DeriveInput, core: &Path) -> TokenStream {
    let never = quote!(::core::unreachable!());
    let impls = impls(
        item,
        core,
        &Bodies {
            names: quote!(&[]),
            from_wire_name: never.clone(),
            is_documented: never.clone(),
            as_str: never.clone(),
        },
    );
    let (ident, (impl_generics, type_generics, where_clause)) =
        (&item.ident, item.generics.split_for_impl());
    let of_item = quote!(for #ident #type_generics #where_clause);
    let underived = quote! {
        impl #impl_generics ::core::clone::Clone #of_item {
            fn clone(&self) -> Self { #never }
        }
        impl #impl_generics ::core::cmp::PartialEq #of_item {
            fn eq(&self, _: &Self) -> ::core::primitive::bool { #never }
        }
        impl #impl_generics ::core::cmp::Eq #of_item {}
        impl #impl_generics ::core::hash::Hash #of_item {
            fn hash<__H: ::core::hash::Hasher>(&self, _: &mut __H) { #never }
        }
    };
    let block = block(core, allow_attribute(item).as_ref(), &quote!(#underived #impls));
    let item = with_unknown(item, core);
    quote!(#item #block)
}

/// The bodies of the functions that know the variants.
struct Bodies {
    names: TokenStream,
    from_wire_name: TokenStream,
    is_documented: TokenStream,
    as_str: TokenStream,
}

fn impls(item: &DeriveInput, core: &Path, bodies: &Bodies) -> TokenStream {
    let Bodies { names, from_wire_name, is_documented, as_str } = bodies;
    let (ident, name) = (&item.ident, item.ident.unraw().to_string());
    let (impl_generics, type_generics, where_clause) = item.generics.split_for_impl();
    let of_item = quote!(for #ident #type_generics #where_clause);
    let string_impls = string_impls(ident, &item.generics, "read_string_enum");
    // A payload goes from thread to thread, which no bound of a parameter promises.
    let payload = item.generics.params.is_empty().then(|| {
        quote! {
            #[automatically_derived]
            impl __private::Payload for #ident {
                fn read(
                    body: &__private::Bytes,
                    envelope: ::core::option::Option<&__private::EnvelopeNames>,
                ) -> ::core::result::Result<__private::Envelope<Self>, __private::JsonError> {
                    __private::read_json(body, envelope)
                }
            }
        }
    });
    let schema = (for_registry() && item.generics.params.is_empty())
        .then(|| quote!(#core::__json_schema! { enum_schema [] [#ident] [] }));
    quote! {
        impl #impl_generics #ident #type_generics #where_clause {
            /// The value's name on the wire.
            #[must_use]
            pub fn as_str(&self) -> &::core::primitive::str {
                #as_str
            }
        }

        #[automatically_derived]
        impl #impl_generics __private::StringEnum #of_item {
            const NAME: &'static ::core::primitive::str = #name;
            const WIRE_NAMES: &'static [&'static ::core::primitive::str] = #names;
            fn from_wire_name(name: &::core::primitive::str) -> Self {
                #from_wire_name
            }
            fn is_documented(&self) -> ::core::primitive::bool {
                #is_documented
            }
            fn wire_name(&self) -> &::core::primitive::str {
                self.as_str()
            }
        }

        #[automatically_derived]
        impl #impl_generics ::core::fmt::Debug #of_item {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __private::debug_string_enum(self, f)
            }
        }

        #[automatically_derived]
        impl #impl_generics __private::Value #of_item {
            fn check(
                &self,
                _: &__private::Rules,
                at: &__private::FieldPath<'_>,
                found: &mut __private::Violations,
            ) {
                __private::check_string_enum(self, at, found);
            }
        }

        #string_impls
        #payload
        #schema
    }
}

/// The enum with the variant for unknown values.
fn with_unknown(item: &DeriveInput, core: &Path) -> DeriveInput {
    let mut item = item.clone();
    if let syn::Data::Enum(data) = &mut item.data {
        // Numbers have been refused, and beside a variant that holds data the compiler would refuse
        // them once more.
        data.variants.iter_mut().for_each(|variant| variant.discriminant = None);
        if data.variants.iter().all(|variant| variant.ident != "Unknown") {
            let module = private_module();
            data.variants.push(syn::parse_quote! {
                /// A value that the API reference does not list, as it came; in a request it is a
                /// violation.
                Unknown(#core::#module::String)
            });
        }
    }
    item
}
