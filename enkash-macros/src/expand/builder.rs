//! A builder that the compiler checks.
//!
//! A list of states, the builder's last type parameter, says which required fields are set; `build()` asks each to be. Values
//! lie in a struct of their own, so that a setter moves one value and one struct instead of every field.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{DeriveInput, Generics, Ident};

use super::at;
use crate::case::Case;
use crate::check::{REQUIRED_FIELDS, types};
use crate::declaration::{Field, Place, Presence};

/// The builder of a struct.
pub(crate) struct Builder<'a> {
    pub(crate) item: &'a DeriveInput,
    pub(crate) core: &'a syn::Path,
    pub(crate) fields: &'a [Field],
}

impl Builder<'_> {
    pub(crate) fn expand(&self) -> TokenStream {
        let Builder { item, core, fields } = self;
        let (ident, vis) = (&item.ident, &item.vis);
        let name = ident.unraw().to_string();
        let builder = format_ident!("{name}Builder");
        let parts = format_ident!("__{name}Parts");
        let markers = format_ident!("__{}", Case::Snake.spell(&name));

        let mut parameters = item.generics.clone();
        without_defaults(&mut parameters);
        let where_clause = parameters.where_clause.take();
        let arguments: Vec<TokenStream> = parameters.params.iter().map(argument).collect();
        if !parameters.params.empty_or_trailing() {
            parameters.params.push_punct(Default::default());
        }
        let generics = &parameters.params;

        // The plain setters come first in the output, so their states do, too.
        let (into, plain): (Vec<&Field>, Vec<&Field>) =
            fields.iter().filter(|field| field.is_asked_for()).partition(|field| takes_into(field));
        let required: Vec<&Field> = plain.into_iter().chain(into).collect();

        let marker_items = required.iter().enumerate().map(|(index, field)| {
            let (marker, cfg) = (&field.ident, &field.cfg);
            let initial = if cfg.is_empty() {
                TokenStream::new()
            } else {
                let alias = format_ident!("__initial_{index}");
                let conditions =
                    cfg.iter().filter_map(|attribute| attribute.meta.require_list().ok()).map(|l| &l.tokens);
                quote! {
                    #(#cfg)* pub type #alias = (#marker,);
                    #[cfg(not(all(#(#conditions),*)))] pub type #alias = #core::__private::Set;
                }
            };
            // Two fields have one name where a `cfg` takes one of them out.
            let named_before = required[..index].iter().any(|other| other.name == field.name);
            let marker = (!named_before).then(|| quote!(pub enum #marker {}));
            quote!(#marker #initial)
        });
        let initial = required.iter().enumerate().rev().fold(quote!(()), |rest, (index, field)| {
            if field.cfg.is_empty() {
                let marker = &field.ident;
                quote!(((#markers::#marker,), #rest))
            } else {
                let alias = format_ident!("__initial_{index}");
                quote!((#markers::#alias, #rest))
            }
        });
        let (allow, bounds) = (super::allowed(item), &where_clause);
        // At the struct's name, which is where the compiler looks for the reason.
        let given = {
            let core = at(core, ident.span());
            quote_spanned!(ident.span()=> __State::Missing: #core::__private::IsSet)
        };
        let options = fields.iter().filter(|field| field.presence == Presence::Option).map(|field| {
            let Field { ident, ty, cfg, described, .. } = field;
            let (setter, inner) = (self.setter_name(field), types::argument(ty, "Option"));
            let whole = (!required.is_empty()).then(|| quote!(: #ty));
            quote!(option [#(#cfg)*] [#(#described)*] #setter #ident #whole [#inner])
        });
        let defaults = |field: &&Field| field.presence == Presence::Patch || field.place == Place::Extra;
        let defaults = fields.iter().filter(defaults).map(|field| {
            let Field { ident, ty, cfg, described, .. } = field;
            let setter = self.setter_name(field);
            quote!(default [#(#cfg)*] [#(#described)*] #setter #ident: #ty)
        });
        if required.is_empty() {
            return quote! {
                #core::__free_builder! {
                    [#allow] #vis #ident #builder [#generics] [#(#arguments,)*] [#bounds]
                    #(#options)* #(#defaults)*
                }
            };
        }
        let mut plain_setters = TokenStream::new();
        let mut into_setters = TokenStream::new();
        for (index, field) in required.iter().enumerate() {
            let Field { ident, ty, cfg, described, .. } = field;
            let (setter, slot) = (self.setter_name(field), format_ident!("Set{}", slot(index)));
            let entry = quote!(#slot [#(#arguments,)*] [#(#cfg)*] [#(#described)*] #setter #ident: #ty;);
            if takes_into(field) {
                into_setters.extend(quote!(into #entry));
            } else {
                plain_setters.extend(quote!(required #entry));
            }
        }
        quote! {
            #core::__builder! {
                [#allow] #vis #ident #builder #parts #markers
                [#generics] [#(#arguments,)*] [#bounds] [#initial] [#(#marker_items)*] [#given]
                #plain_setters #into_setters #(#options)* #(#defaults)*
            }
        }
    }

    /// The setter's name is the field's; a field `build` makes way for `build()`, and for a field `build_`.
    fn setter_name(&self, field: &Field) -> Ident {
        let mut name = field.name.clone();
        if name != "build" {
            return field.ident.clone();
        }
        while name == "build" || self.fields.iter().any(|other| other.name == name) {
            name.push('_');
        }
        Ident::new(&name, field.span())
    }
}

/// The number of a required field's slot. A struct with more fields than slots has been refused; what stands for it then need
/// only compile.
fn slot(index: usize) -> usize {
    index.min(REQUIRED_FIELDS - 1)
}

/// Whether the setter takes whatever becomes the field's type: where that is safe, that is, where it cannot fail and no
/// literal becomes ambiguous.
fn takes_into(field: &Field) -> bool {
    matches!(types::name(&field.ty).as_deref(), Some("String" | "Vec" | "Cow" | "Text"))
}

/// The builder of a struct whose declaration has a mistake, so that its users have nothing to complain of.
pub(crate) fn stub(item: &DeriveInput, core: &syn::Path) -> TokenStream {
    let syn::Data::Struct(data) = &item.data else { return TokenStream::new() };
    if matches!(data.fields, syn::Fields::Unnamed(_)) {
        return TokenStream::new();
    }
    let fields: Vec<Field> =
        data.fields.iter().filter_map(|field| Field::without_rules(item, field)).collect();
    Builder { item, core, fields: &fields }.expand()
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
