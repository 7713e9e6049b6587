//! The builder of a struct, which the compiler checks.
//!
//! For each required field the builder has a parameter `const HAS_…: bool`, which the field's
//! setter makes `true`. `build` asks for all of them, each through a trait of the field's own,
//! whose message names the field. The values lie in a struct of their own: the setter of a required
//! field moves them into a builder of another type.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::{DeriveInput, GenericParam, Generics, Type, Visibility};

use super::describe::documentation;
use super::record::{Builder, Record};
use super::{Parameters, private_module};
use crate::case::Case;
use crate::declaration::{BodyEncoding, Field, Location, Rules};
use crate::parse::{Attributes, replace_self};
use crate::types::{self, Presence};

/// Whether a required field is set, as a parameter of the builder.
struct State<'a> {
    parameter: Ident,
    /// The field; more than one where `cfg`s choose among fields of one name.
    fields: Vec<&'a Field>,
}

/// What the setters of a builder have in common.
struct Setters<'a> {
    fields: &'a [Field],
    builder: &'a Ident,
    /// The parameters of the struct.
    own: &'a Generics,
    states: &'a [State<'a>],
}

impl Record<'_> {
    /// Returns the builder.
    pub(super) fn builder(&self) -> Builder {
        let Record { item, core, allow, fields, .. } = self;
        let (ident, vis, own) = (&item.ident, visibility(&item.vis), &item.generics);
        let name = ident.unraw().to_string();
        let (builder, values) = (format_ident!("{name}Builder"), format_ident!("__{name}Fields"));
        let requirements = format_ident!("__{}_requires", Case::Snake.apply(&name));

        let states = self.states();
        let (own_impl, own_arguments, bounds) = own.split_for_impl();
        let own_parameters = Parameters(own);
        let declared_parameters = own.params.iter();
        let declared_states = states.iter().map(State::declaration);
        let parameters = states
            .iter()
            .map(|State { parameter, .. }| quote!(const #parameter: ::core::primitive::bool));
        let parameters = quote!(#own_parameters #(#parameters),*);
        let arguments = arguments(own, &states, None);
        // Without the states: these have defaults, which say that nothing is set.
        let first_arguments = self::arguments(own, &[], None);

        let required: Vec<&Field> = states.iter().map(|state| state.fields[0]).collect();
        let traits = (!required.is_empty()).then(|| {
            let traits = required.iter().map(|field| requirement(field, &name));
            quote!(mod #requirements { #(#traits)* })
        });
        let set = states.iter().map(|state| {
            let (parameter, marker) = (&state.parameter, marker(state.fields[0]));
            quote!((): #requirements::#marker<#parameter>)
        });
        let set = (!required.is_empty()).then(|| quote!(where #(#set,)*));

        let declared = fields.iter().map(declared_value);
        let initial = fields.iter().map(initial_value);
        let built = fields.iter().map(|field| built_value(field, core));
        let setters = Setters { fields, builder: &builder, own, states: &states };
        let setters = fields.iter().map(|field| setters.of(field));

        let about_builder = format!(
            " A builder of `{name}`. A parameter `HAS_…` is `true` if that required field is set."
        );
        let about_start = match &*required {
            [] => " Returns a builder. No field is required.".to_owned(),
            fields => {
                let names: Vec<String> =
                    fields.iter().map(|field| format!("`{}`", field.name)).collect();
                format!(" Returns a builder. Required: {}.", names.join(", "))
            }
        };
        let about_build =
            format!(" Builds the `{name}`. Compiles only if all required fields are set.");
        let items = quote! {
            #allow
            struct #values #own #bounds {
                #(#declared)*
            }

            #[doc = #about_builder]
            #[must_use]
            #allow
            #vis struct #builder<#(#declared_parameters,)* #(#declared_states,)*> #bounds {
                fields: #values #own_arguments,
            }

            #traits

            #allow
            impl<#parameters> #builder<#arguments> #bounds {
                #[doc = #about_build]
                pub fn build(self) -> #ident #own_arguments #set {
                    #ident { #(#built)* }
                }
            }
        };
        let impls = quote! {
            impl #own_impl #ident #own_arguments #bounds {
                #[doc = #about_start]
                pub fn builder() -> #builder<#first_arguments> {
                    #builder { fields: #values { #(#initial)* } }
                }
            }

            impl<#parameters> #builder<#arguments> #bounds {
                #(#setters)*
            }
        };
        Builder { items, impls }
    }

    /// The states of the required fields.
    fn states(&self) -> Vec<State<'_>> {
        let mut states: Vec<State<'_>> = Vec::new();
        for field in self.fields.iter().filter(|field| field.is_required()) {
            if let Some(state) = states.iter_mut().find(|state| state.fields[0].name == field.name)
            {
                state.fields.push(field);
                continue;
            }
            let mut parameter = format_ident!("HAS_{}", field.name.to_uppercase());
            while self.item.generics.params.iter().any(|of_struct| is_named(of_struct, &parameter))
                || states.iter().any(|state| state.parameter == parameter)
            {
                parameter = format_ident!("{parameter}_");
            }
            states.push(State { parameter, fields: vec![field] });
        }
        states
    }
}

impl State<'_> {
    /// The parameter with its default: a field that is not there need not be set.
    fn declaration(&self) -> TokenStream {
        let parameter = &self.parameter;
        let default = if self.fields.iter().any(|field| field.cfg.is_empty()) {
            quote!(false)
        } else {
            let conditions = self.fields.iter().map(|field| {
                let all = field
                    .cfg
                    .iter()
                    .filter_map(|cfg| cfg.meta.require_list().ok())
                    .map(|list| &list.tokens);
                quote!(all(#(#all),*))
            });
            quote!({ !::core::cfg!(any(#(#conditions),*)) })
        };
        quote!(const #parameter: ::core::primitive::bool = #default)
    }
}

impl Setters<'_> {
    /// The setters of a field: one, and a second one that takes the `Option` or `Patch` itself.
    fn of(&self, field: &Field) -> TokenStream {
        let Setters { builder, own, states, .. } = self;
        let Field { ident, ty, cfg, .. } = field;
        // A declaration with two fields for one setter is refused, and for that alone.
        let is_taken = |name: &str| self.fields.iter().any(|other| other.name == name);
        if field.name == "build" && is_taken("build_") {
            return TokenStream::new();
        }
        let (name, docs) = (setter_name(field), documentation_of(field));
        let (argument, value) =
            argument(types::nullable(ty).filter(|_| field.is_nullable()).unwrap_or(ty));
        let value = match field.presence {
            Presence::Required if !field.is_required() => value,
            Presence::Required | Presence::Option => quote!(__private::Some(#value)),
            Presence::Patch => quote!(__private::Patch::Value(#value)),
        };
        if let Some(state) =
            states.iter().find(|state| state.fields[0].name == field.name && field.is_required())
        {
            let arguments = arguments(own, states, Some(state));
            return quote! {
                #(#cfg)* #(#docs)*
                pub fn #name(mut self, value: #argument) -> #builder<#arguments> {
                    self.fields.#ident = #value;
                    #builder { fields: self.fields }
                }
            };
        }
        let maybe = format_ident!("maybe_{}", field.name, span = place(field));
        let maybe = (field.is_nullable() && !is_taken(&maybe.to_string())).then(|| {
            let about = documentation(&format!("Sets `{}`, or leaves it out.", field.name));
            quote! {
                #(#cfg)* #(#about)*
                pub fn #maybe(mut self, value: #ty) -> Self {
                    self.fields.#ident = value;
                    self
                }
            }
        });
        quote! {
            #(#cfg)* #(#docs)*
            pub fn #name(mut self, value: #argument) -> Self {
                self.fields.#ident = #value;
                self
            }
            #maybe
        }
    }
}

/// What a setter takes for a type, and what makes the type out of it. Whatever becomes a string,
/// and the elements of a list; all else by value, since the type of a literal could not be
/// inferred.
fn argument(ty: &Type) -> (TokenStream, TokenStream) {
    if takes_into(ty) {
        return (quote!(impl ::core::convert::Into<#ty>), quote!(value.into()));
    }
    let Some(element) = types::element(ty) else { return (ty.to_token_stream(), quote!(value)) };
    let item = if takes_into(element) {
        quote!(impl ::core::convert::Into<#element>)
    } else {
        element.to_token_stream()
    };
    (
        quote!(impl ::core::iter::IntoIterator<Item = #item>),
        quote!(__private::list::<#element, _>(value)),
    )
}

/// Whether the type is a string, by its name: what converts into it is no literal of several types.
fn takes_into(ty: &Type) -> bool {
    matches!(types::name(ty).as_deref(), Some("String" | "Cow" | "Text" | "Secret" | "MoneyText"))
}

/// The setter's name is the field's; a field `build` makes way for `build()`.
fn setter_name(field: &Field) -> Ident {
    let mut name =
        if field.name == "build" { format_ident!("build_") } else { field.ident.clone() };
    name.set_span(place(field));
    name
}

/// The field's place in the source, for code that is the macro's own: lints do not speak of it,
/// wherever the field is from.
fn place(field: &Field) -> Span {
    Span::call_site().located_at(field.span())
}

/// The visibility with a span of the macro's own, see [`place`].
fn visibility(of_struct: &Visibility) -> Visibility {
    let mut visibility = of_struct.clone();
    match &mut visibility {
        Visibility::Public(token) => token.span = Span::call_site(),
        Visibility::Restricted(restricted) => restricted.pub_token.span = Span::call_site(),
        Visibility::Inherited => {}
    }
    visibility
}

/// What stands at a setter: the documentation of the field, and what else is known of it.
fn documentation_of(field: &Field) -> Vec<syn::Attribute> {
    let mut docs = field.docs.clone();
    if docs.is_empty() {
        docs.extend(documentation(&format!("Sets `{}`.", field.name)));
    }
    docs.extend(field.describe(field.location, true));
    docs
}

/// The trait that says that a required field is set.
fn requirement(field: &Field, name: &str) -> TokenStream {
    let marker = marker(field);
    let message = format!("the required field `{}` of `{name}` is not set", field.name);
    let label = format!("call `.{}(…)` before `.build()`", setter_name(field));
    quote! {
        #[diagnostic::on_unimplemented(message = #message, label = #label)]
        pub trait #marker<const IS_SET: ::core::primitive::bool> {}
        impl #marker<true> for () {}
    }
}

/// What the trait for a field is called. It has the field's name, and not its span, with which a
/// lint would ask for another case. It is raw, since with another span the name may be a keyword of
/// another edition.
fn marker(field: &Field) -> Ident {
    Ident::new_raw(&field.name, Span::call_site())
}

/// The field in the struct of values.
fn declared_value(field: &Field) -> TokenStream {
    let Field { ident, ty, cfg, .. } = field;
    if field.is_required() {
        quote!(#(#cfg)* #ident: ::core::option::Option<#ty>,)
    } else {
        quote!(#(#cfg)* #ident: #ty,)
    }
}

/// The field before anything is set.
fn initial_value(field: &Field) -> TokenStream {
    let Field { ident, cfg, presence, .. } = field;
    if field.is_required() || *presence == Presence::Option {
        quote!(#(#cfg)* #ident: __private::None,)
    } else {
        quote!(#(#cfg)* #ident: ::core::default::Default::default(),)
    }
}

/// The field as `build` fills it in.
fn built_value(field: &Field, core: &syn::Path) -> TokenStream {
    let Field { ident, cfg, .. } = field;
    if field.is_required() {
        let module = private_module();
        quote!(#(#cfg)* #ident: #core::#module::required(self.fields.#ident),)
    } else {
        quote!(#(#cfg)* #ident: self.fields.#ident,)
    }
}

/// The arguments of a builder: the parameters of the struct and the states, one of them set.
fn arguments(own: &Generics, states: &[State<'_>], set: Option<&State<'_>>) -> TokenStream {
    let own = own.params.iter().map(|parameter| match parameter {
        GenericParam::Lifetime(parameter) => parameter.lifetime.to_token_stream(),
        GenericParam::Type(parameter) => parameter.ident.to_token_stream(),
        GenericParam::Const(parameter) => parameter.ident.to_token_stream(),
    });
    let states = states.iter().map(|State { parameter, .. }| {
        match set.is_some_and(|set| set.parameter == *parameter) {
            true => quote!(true),
            false => parameter.to_token_stream(),
        }
    });
    let arguments = own.chain(states);
    quote!(#(#arguments),*)
}

/// Whether a parameter has the name.
fn is_named(parameter: &GenericParam, name: &Ident) -> bool {
    match parameter {
        GenericParam::Lifetime(_) => false,
        GenericParam::Type(parameter) => parameter.ident == *name,
        GenericParam::Const(parameter) => parameter.ident == *name,
    }
}

/// The builder of a struct whose declaration has a mistake, so that its users have nothing to
/// complain of.
pub(super) fn stub(item: &DeriveInput, core: &syn::Path) -> Builder {
    let none = Builder { items: TokenStream::new(), impls: TokenStream::new() };
    let syn::Data::Struct(data) = &item.data else { return none };
    if matches!(data.fields, syn::Fields::Unnamed(_)) {
        return none;
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
