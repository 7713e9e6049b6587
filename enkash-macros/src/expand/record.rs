//! A struct's description of itself: one table of its fields and one traversal.

use proc_macro2::{Delimiter, Group, Literal, TokenStream};
use quote::{ToTokens, TokenStreamExt, format_ident, quote, quote_spanned};
use syn::DeriveInput;

use super::calls::Calls;
use super::rules::guard_with;
use super::{Condition, ImplGenerics, Parameters, allowed, at, for_registry};
use crate::check::types::Kind;
use crate::declaration::{BodyEncoding, Field, Place, Presence};

/// A struct that is going to describe itself.
pub(crate) struct Record<'a> {
    pub(crate) item: &'a DeriveInput,
    pub(crate) core: &'a syn::Path,
    pub(crate) fields: &'a [Field],
    pub(crate) encoding: BodyEncoding,
    /// The attribute for the lints that what is written would set off.
    pub(crate) allow: Option<TokenStream>,
}

impl<'a> Record<'a> {
    pub(crate) fn new(
        item: &'a DeriveInput,
        core: &'a syn::Path,
        fields: &'a [Field],
        encoding: BodyEncoding,
    ) -> Self {
        Record { item, core, fields, encoding, allow: allowed(item) }
    }
}

impl Record<'_> {
    /// Bounds that make fields of a type parameter's type fit their places.
    pub(crate) fn bounds(&self) -> Vec<TokenStream> {
        let core = self.core;
        self.generic_fields()
            .map(|field| {
                let ty = &field.ty;
                if field.with.is_some() {
                    return quote!(#ty: ::core::fmt::Debug);
                }
                let bound = format_ident!("{}", self.visited_as(field).1);
                match field.place {
                    Place::Flatten => quote!(#ty: #core::Value + #core::__private::#bound),
                    _ => quote!(#ty: #core::#bound),
                }
            })
            .collect()
    }

    /// The fields whose type names a type parameter.
    pub(super) fn generic_fields(&self) -> impl Iterator<Item = &Field> {
        let parameters: Vec<String> =
            self.item.generics.type_params().map(|param| param.ident.to_string()).collect();
        // A bound on a type that holds the struct itself would rest on itself; what it needs, the other fields ask for.
        let itself = [self.item.ident.to_string()];
        self.fields
            .iter()
            .filter(move |field| mentions(&field.ty, &parameters) && !mentions(&field.ty, &itself))
    }

    /// The visitor's function for a field, and the trait that it asks of the field's type.
    fn visited_as(&self, field: &Field) -> (&'static str, &'static str) {
        match (field.place, self.encoding) {
            (Place::Path, _) => ("path", "PathValue"),
            (Place::Query, _) => ("query", "QueryValue"),
            (Place::Header, _) => ("header", "QueryValue"),
            (Place::WholeBody, _) => ("whole_body", "Value"),
            (Place::Extra, _) => ("extra", "ExtraValue"),
            (Place::Flatten, _) => ("flatten", "Record"),
            (Place::Body, BodyEncoding::Json) => ("body", "Value"),
            (Place::Body, BodyEncoding::Form) => ("form", "QueryValue"),
            (Place::Body, BodyEncoding::Multipart) => ("part", "PartValue"),
        }
    }

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
        let methods = fields.iter().map(|field| syn::Ident::new(self.visited_as(field).0, field.span()));
        let values = fields.iter().map(|field| self.visited(field));
        let indexes = (0..fields.len()).map(Literal::usize_unsuffixed);
        quote! {
            #core::__record! {
                [#parameters] [#ident #type_generics] [#where_clause] [#allow] #name #table
                #(#conditions #idents: #locals, #methods(#indexes, #values);)*
            }
        }
    }

    /// `impl Clone`, or nothing where the item can derive it: where all types are known ones, and where there are type
    /// parameters, of which derived code asks the right thing. Otherwise a type that is no value would be told of twice.
    pub(crate) fn cloned(&self) -> Option<TokenStream> {
        let Record { item, core, fields, allow, .. } = self;
        let known = fields.iter().all(|field| field.kind != Kind::Unknown);
        if known || item.generics.type_params().next().is_some() {
            return None;
        }
        let (_, type_generics, where_clause) = item.generics.split_for_impl();
        let (ident, parameters) = (&item.ident, Parameters(&item.generics));
        let conditions = fields.iter().map(|field| Condition(&field.cfg));
        let idents = fields.iter().map(|field| &field.ident);
        let functions = fields.iter().map(|field| {
            let is_part = field.place == Place::Body && self.encoding == BodyEncoding::Multipart;
            let need_be_no_value = field.with.is_some() || field.place == Place::Extra || is_part;
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
                const SHAPE: &'static #core::__private::Shape = &#core::__private::Shape::new("", &[]);
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

    /// The table of the fields, in the form in which it is short to write.
    fn table(&self) -> Table {
        match self.text() {
            Some(text) if !for_registry() => {
                let rules = self.rules().map(|(index, rules)| quote!(#index #rules));
                Table::Text { text, count: self.fields.len(), rules: quote!(#(#rules),*) }
            }
            _ => Table::Written(self.table_with(|_| for_registry())),
        }
    }

    /// The text that stands for the fields, if one can.
    fn text(&self) -> Option<String> {
        let mut text = String::new();
        self.fields
            .iter()
            .all(|field| field.cfg.is_empty() && describe(field, &mut text).is_some())
            .then_some(text)
    }

    /// The rules of those fields that have any.
    fn rules(&self) -> impl Iterator<Item = (usize, Calls)> {
        let fields = self.fields.iter().enumerate().filter(|(_, field)| !field.rules.is_empty());
        fields.map(|(index, field)| (index, field.rules.calls(self.core)))
    }

    /// The table where the struct's parameters are not known: types that name one add nothing.
    pub(crate) fn table_without_parameters(&self) -> TokenStream {
        let parameters: Vec<String> = self.item.generics.params.iter().map(parameter_name).collect();
        self.table_with(|field| !mentions(&field.ty, &parameters))
    }

    fn table_with(&self, typed: impl Fn(&Field) -> bool) -> TokenStream {
        let Record { core, fields, .. } = self;
        let Some(text) = self.text() else {
            let entries = fields.iter().map(|field| self.entry(field, typed(field)));
            return quote!(&[#(#entries),*]);
        };
        let rules =
            self.rules().map(|(index, rules)| quote!((#index, &#core::__private::Rules::new()#rules)));
        if fields.iter().any(&typed) {
            let types = fields.iter().map(|field| match typed(field) {
                true => self.description(field),
                false => quote!(#core::Description::NONE),
            });
            quote!(&#core::__private::fields_of(#text, &[#(#rules),*], [#(#types),*]))
        } else {
            let count = fields.len();
            quote!(&#core::__private::fields::<#count>(#text, &[#(#rules),*]))
        }
    }

    /// What the registry is told of a field's type. A field that the contributor writes himself is not what its type says.
    fn description(&self, field: &Field) -> TokenStream {
        let (core, ty) = (self.core, &field.ty);
        match (&field.with, &field.format) {
            (Some(_), _) => quote!(#core::Description::NONE),
            (None, Some(_)) => quote!(#core::__description!(#core::__private::Formatted<'_, #ty>)),
            (None, None) => quote!(#core::__description!(#ty)),
        }
    }

    /// One entry of a table in which some fields may be compiled out.
    fn entry(&self, field: &Field, typed: bool) -> TokenStream {
        let core = self.core;
        let (name, wire_name) = (&field.name, &field.wire_name);
        let place = match field.place {
            Place::Path => quote!(Path),
            Place::Query => quote!(Query),
            Place::Header => quote!(Header),
            Place::Body => quote!(Body),
            Place::Flatten => quote!(Flatten),
            Place::WholeBody => quote!(WholeBody),
            Place::Extra => quote!(Extra),
        };
        let mut entry =
            quote!(#core::__private::Field::new(#core::__private::Place::#place, #name, #wire_name));
        if is_optional(field) {
            entry.extend(quote!(.with_optional()));
        }
        if field.sensitive {
            entry.extend(quote!(.with_sensitive()));
        }
        if !field.rules.is_empty() {
            let rules = field.rules.calls(core);
            entry.extend(quote!(.with_rules(&#core::__private::Rules::new()#rules)));
        }
        if typed {
            let description = self.description(field);
            entry.extend(quote!(.with_type(#description)));
        }
        if field.cfg.is_empty() {
            return entry;
        }
        // A field that is compiled out keeps its place in the table, so that the others keep theirs.
        let cfg = &field.cfg;
        let conditions =
            cfg.iter().filter_map(|attribute| attribute.meta.require_list().ok()).map(|list| &list.tokens);
        quote!({
            #(#cfg)*
            const __FIELD: #core::__private::Field = #entry;
            #[cfg(not(all(#(#conditions),*)))]
            const __FIELD: #core::__private::Field =
                #core::__private::Field::new(#core::__private::Place::Nowhere, #name, #wire_name);
            __FIELD
        })
    }

    /// What the visitor is given of a field.
    fn visited(&self, field: &Field) -> Visited {
        let Field { presence, rules, format, with, .. } = field;
        let local = local(field);
        if *presence == Presence::Required && rules.is_empty() && format.is_none() && with.is_none() {
            return Visited::Reference(local);
        }
        let span = field.span();
        let core = &at(self.core, span);
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
            let module = super::model::with_module(self.item, core, field, with);
            let wrap = match presence {
                Presence::Required => "new",
                Presence::Option => "option",
                Presence::Patch => "patch",
            };
            let wrap = syn::Ident::new(wrap, span);
            let with = quote_spanned!(span=> #core::__private::With::<__With<Self>>::#wrap(#value));
            let in_json =
                matches!(field.place, Place::Body | Place::WholeBody) && self.encoding == BodyEncoding::Json;
            value = match in_json {
                true => quote_spanned!(span=> &{ #module #with }),
                false => quote_spanned!(span=> &{ #module #core::__private::WithText::new(#with) }),
            };
        }
        Visited::Wrapped(value)
    }
}

/// The table of the fields: one text for all, with their number and their rules, or written out.
enum Table {
    Text { text: String, count: usize, rules: TokenStream },
    Written(TokenStream),
}

impl ToTokens for Table {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Table::Text { text, count, rules } => {
                text.to_tokens(tokens);
                tokens.append(Literal::usize_unsuffixed(*count));
                tokens.append(Group::new(Delimiter::Bracket, rules.clone()));
            }
            Table::Written(table) => tokens.extend(quote!(@table [#table])),
        }
    }
}

/// What a visitor is given of a field: mostly the reference, which needs no stream of its own.
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

/// The name of a parameter as it stands in a type, of a lifetime without its quote.
fn parameter_name(parameter: &syn::GenericParam) -> String {
    match parameter {
        syn::GenericParam::Lifetime(parameter) => parameter.lifetime.ident.to_string(),
        syn::GenericParam::Type(parameter) => parameter.ident.to_string(),
        syn::GenericParam::Const(parameter) => parameter.ident.to_string(),
    }
}

fn is_optional(field: &Field) -> bool {
    !field.is_asked_for()
}

/// Adds what stands for a field in the text of a table, if its names are not endless.
fn describe(field: &Field, text: &mut String) -> Option<()> {
    let flag = match (is_optional(field), field.sensitive) {
        (false, false) => '-',
        (true, false) => 'o',
        (false, true) => 's',
        (true, true) => 'x',
    };
    text.push(letter(field.place));
    text.push(flag);
    for name in [&field.name, &field.wire_name] {
        let high = u8::try_from(name.len() >> 7).ok().filter(u8::is_ascii)?;
        text.push(char::from(high));
        text.push(char::from((name.len() & 0x7f) as u8));
        text.push_str(name);
    }
    Some(())
}

/// The letter that stands for a place in a table.
fn letter(place: Place) -> char {
    match place {
        Place::Path => 'P',
        Place::Query => 'Q',
        Place::Header => 'H',
        Place::Body => 'B',
        Place::WholeBody => 'W',
        Place::Extra => 'E',
        Place::Flatten => 'F',
    }
}

/// The local that holds a reference to a field while the fields are visited. It has the field's span alone, so that an
/// error about the field's type points at the field.
fn local(field: &Field) -> syn::Ident {
    format_ident!("__of_{}", field.name, span = field.span())
}

/// Whether a type names one of the parameters.
pub(crate) fn mentions(ty: &syn::Type, parameters: &[String]) -> bool {
    !parameters.is_empty() && names(quote!(#ty), &|name| parameters.iter().any(|parameter| name == parameter))
}

/// Whether one of the names in some code is meant.
pub(super) fn names(tokens: TokenStream, is_meant: &dyn Fn(&syn::Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        proc_macro2::TokenTree::Ident(ident) => is_meant(&ident),
        proc_macro2::TokenTree::Group(group) => names(group.stream(), is_meant),
        proc_macro2::TokenTree::Punct(_) | proc_macro2::TokenTree::Literal(_) => false,
    })
}
