//! A builder that the compiler checks.
//!
//! A list of states, the builder's last type parameter, records which required fields are set; `build()` asks each to be. Values
//! lie in a struct of their own, so that a setter moves one value and one struct instead of every field.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::{Attribute, DeriveInput, GenericParam, Generics, Ident, Type};

use super::record::Record;
use super::{Condition, Parameters};
use crate::case::Case;
use crate::check::REQUIRED_FIELDS;
use crate::declaration::{BodyEncoding, Field, Location, Rules};
use crate::parse::{Attributes, replace_self};
use crate::types::{self, Presence};

/// What the setters of one kind are made of: lists, because `quote!` writes what it repeats straight into its output, and a
/// stream for each setter would cost the user's compiler several calls from the macro.
#[derive(Default)]
struct Setters<'a> {
    names: Vec<Ident>,
    idents: Vec<&'a Ident>,
    types: Vec<&'a Type>,
    cfgs: Vec<Condition<'a>>,
    docs: Vec<&'a [Attribute]>,
}

impl Record<'_> {
    /// The builder of the struct.
    pub(crate) fn builder(&self) -> TokenStream {
        let Record { item, core, allow, fields, .. } = self;
        let (ident, vis) = (&item.ident, &item.vis);
        let name = ident.unraw().to_string();
        let builder = format_ident!("{name}Builder");
        let markers = format_ident!("__{}", Case::Snake.apply(&name));
        let generics = Parameters(&item.generics);
        let (arguments, bounds) = (Arguments(&item.generics), &item.generics.where_clause);

        // Fields that may be compiled out come last, since their states are written in another way.
        let mut required: Vec<&Field> = fields.iter().filter(|field| field.is_required()).collect();
        required.sort_by_key(|field| !field.cfg.is_empty());
        let slots = (0..required.len()).map(|index| format_ident!("Set{}", slot(index)));
        let (into, plain): (Vec<_>, Vec<_>) =
            required.iter().copied().zip(slots).partition(|(field, _)| takes_into(field));
        let (into, into_slots): (Vec<&Field>, Vec<Ident>) = into.into_iter().unzip();
        let (plain, plain_slots): (Vec<&Field>, Vec<Ident>) = plain.into_iter().unzip();
        let (plain, into) = (self.setters(plain), self.setters(into));
        let options = self.setters(fields.iter().filter(|field| field.presence == Presence::Option));
        let defaults =
            |field: &&Field| field.presence == Presence::Patch || field.location == Location::Extra;
        let defaults = self.setters(fields.iter().filter(defaults));

        let Setters { names: o_names, idents: o_idents, types: o_types, cfgs: o_cfgs, docs: o_docs } =
            &options;
        let Setters { names: d_names, idents: d_idents, types: d_types, cfgs: d_cfgs, docs: d_docs } =
            &defaults;
        let inner = o_types.iter().map(|ty| types::optional(ty));
        if required.is_empty() {
            return quote! {
                #core::__free_builder! {
                    [#allow] #vis #ident #builder [#generics] #arguments [#bounds]
                    #(option #o_cfgs #(#o_docs)* #o_names #o_idents: #o_types, #inner;)*
                    #(default #d_cfgs #(#d_docs)* #d_names #d_idents: #d_types;)*
                }
            };
        }
        let parts = format_ident!("__{name}Parts");
        let (always, sometimes) = required.split_at(required.partition_point(|field| field.cfg.is_empty()));
        // A struct with more fields than slots has been refused; the states beyond them no setter could change.
        let names = always.iter().take(REQUIRED_FIELDS).map(|field| marker(field));
        let states = (0..sometimes.len()).map(state).take(REQUIRED_FIELDS.saturating_sub(always.len()));
        let definitions = sometimes.iter().enumerate().map(|(index, field)| definition(index, field));
        let Setters { names: p_names, idents: p_idents, types: p_types, cfgs: p_cfgs, docs: p_docs } = &plain;
        let Setters { names: i_names, idents: i_idents, types: i_types, cfgs: i_cfgs, docs: i_docs } = &into;
        quote! {
            #core::__builder! {
                [#allow] #vis #ident #builder #parts #markers
                [#generics] #arguments [#bounds] [#(#names)*] [#(#states)*] [#(#definitions)*]
                #(required #arguments #plain_slots #p_cfgs #(#p_docs)* #p_names #p_idents: #p_types;)*
                #(into #arguments #into_slots #i_cfgs #(#i_docs)* #i_names #i_idents: #i_types;)*
                #(option #o_cfgs #(#o_docs)* #o_names #o_idents: #o_types, #inner;)*
                #(default #d_cfgs #(#d_docs)* #d_names #d_idents: #d_types;)*
            }
        }
    }

    /// Setters of fields, in their order.
    fn setters<'f>(&self, fields: impl IntoIterator<Item = &'f Field>) -> Setters<'f> {
        let mut setters = Setters::default();
        for field in fields {
            setters.names.push(self.setter_name(field));
            setters.idents.push(&field.ident);
            setters.types.push(&field.ty);
            setters.cfgs.push(Condition(&field.cfg));
            setters.docs.push(&field.docs);
        }
        setters
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

/// The type that stands for a field until it is set. It has the field's name, and not its span, with which a lint would ask
/// for another case. It is raw, since with another span the name may be a keyword of another edition.
fn marker(field: &Field) -> Ident {
    match &*field.name {
        // None of these can be raw; as the name of a field none compiles anyway.
        "_" | "self" | "super" | "crate" | "Self" => field.ident.clone(),
        name => Ident::new_raw(name, Span::call_site()),
    }
}

/// What the state of a field that may be compiled out is called among the markers.
fn state(index: usize) -> Ident {
    format_ident!("__state_{index}")
}

/// The state of a field that may be compiled out, before it is set.
fn definition(index: usize, field: &Field) -> TokenStream {
    let (marker, cfg, state) = (marker(field), &field.cfg, state(index));
    let conditions =
        field.cfg.iter().filter_map(|attribute| attribute.meta.require_list().ok()).map(|list| &list.tokens);
    quote! {
        #(#cfg)* pub enum #marker {}
        #(#cfg)* pub type #state = #marker;
        #[cfg(not(all(#(#conditions),*)))] pub type #state = ();
    }
}

/// The number of a required field's slot. A struct with more fields than slots has been refused; its code then need
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
    let mut fields: Vec<Field> = Vec::new();
    for field in data.fields.iter().filter_map(|field| without_rules(item, field)) {
        // A second field of one name is an error of the compiler's own.
        if !field.cfg.is_empty() || fields.iter().all(|other| other.name != field.name) {
            fields.push(field);
        }
    }
    Record::new(item, core, &fields, BodyEncoding::Json).builder()
}

/// The parameters as arguments in front of further ones, `@for […]`; nothing where there are none.
struct Arguments<'a>(&'a Generics);

impl ToTokens for Arguments<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if self.0.params.is_empty() {
            return;
        }
        let arguments = self.0.params.iter().map(|parameter| match parameter {
            GenericParam::Lifetime(parameter) => parameter.lifetime.to_token_stream(),
            GenericParam::Type(parameter) => parameter.ident.to_token_stream(),
            GenericParam::Const(parameter) => parameter.ident.to_token_stream(),
        });
        tokens.extend(quote!(@for [#(#arguments,)*]));
    }
}

/// A field of which only name and type are known.
fn without_rules(item: &DeriveInput, field: &syn::Field) -> Option<Field> {
    let Attributes { cfg, docs, .. } = Attributes::take(&mut field.attrs.clone(), false);
    let ident = field.ident.clone()?;
    let name = ident.unraw().to_string();
    let ty = replace_self(&field.ty, &item.ident, &item.generics);
    Some(Field {
        ident,
        wire_name: name.clone(),
        name,
        location: Location::Body,
        presence: types::presence(&ty),
        kind: types::kind(&ty),
        ty,
        sensitive: false,
        rules: Rules::default(),
        format: None,
        with: None,
        default: None,
        cfg,
        docs,
    })
}
