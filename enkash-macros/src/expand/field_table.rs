//! The table of a struct's fields.

use proc_macro2::{Delimiter, Group, Literal, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote};

use super::calls::Calls;
use super::record::Record;
use super::{for_registry, mentions};
use crate::declaration::{Field, Place};

impl Record<'_> {
    /// The table of the fields, in the form in which it is short to write.
    pub(super) fn table(&self) -> Table {
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
}

/// The table of the fields: one text for all, with their number and their rules, or written out.
pub(super) enum Table {
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
