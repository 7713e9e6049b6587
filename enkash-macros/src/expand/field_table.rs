//! The table of a struct's fields.

use proc_macro2::{Delimiter, Group, Literal, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote};

use super::calls::Calls;
use super::record::Record;
use super::{for_registry, mentions};
use crate::declaration::{Field, Location};

impl Record<'_> {
    /// The table of the fields in its shorter form.
    pub(super) fn table(&self) -> Table {
        match self.encoded() {
            Some(encoded) if !for_registry() => {
                let rules = self.rules().map(|(index, rules)| quote!(#index #rules));
                Table::Encoded { encoded, count: self.fields.len(), rules: quote!(#(#rules),*) }
            }
            _ => Table::Literal(self.table_with(|_| for_registry())),
        }
    }

    /// The fields encoded in one string, if they can be.
    fn encoded(&self) -> Option<String> {
        let mut encoded = String::new();
        self.fields
            .iter()
            .all(|field| field.cfg.is_empty() && encode(field, &mut encoded).is_some())
            .then_some(encoded)
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
        let Some(encoded) = self.encoded() else {
            let entries = fields.iter().map(|field| self.entry(field, typed(field)));
            return quote!(&[#(#entries),*]);
        };
        let rules =
            self.rules().map(|(index, rules)| quote!((#index, &#core::__private::Rules::new()#rules)));
        if fields.iter().any(&typed) {
            let types = fields.iter().map(|field| match typed(field) {
                true => self.description(field),
                false => quote!(#core::TypeInfo::NONE),
            });
            quote!(&#core::__private::fields_of(#encoded, &[#(#rules),*], [#(#types),*]))
        } else {
            let count = fields.len();
            quote!(&#core::__private::fields::<#count>(#encoded, &[#(#rules),*]))
        }
    }

    /// The type that the registry gets. With `#[serde(with)]` a field's form is not its type's.
    fn description(&self, field: &Field) -> TokenStream {
        let (core, ty) = (self.core, &field.ty);
        match (&field.with, &field.format) {
            (Some(_), _) => quote!(#core::TypeInfo::NONE),
            (None, Some(_)) => quote!(#core::__description!(#core::__private::Formatted<'_, #ty>)),
            (None, None) => quote!(#core::__description!(#ty)),
        }
    }

    /// One entry of a table in which some fields may be compiled out.
    fn entry(&self, field: &Field, typed: bool) -> TokenStream {
        let core = self.core;
        let (name, wire_name) = (&field.name, &field.wire_name);
        let location = match field.location {
            Location::Path => quote!(Path),
            Location::Query => quote!(Query),
            Location::Header => quote!(Header),
            Location::Body => quote!(Body),
            Location::Flatten => quote!(Flatten),
            Location::WholeBody => quote!(WholeBody),
            Location::Extra => quote!(Extra),
        };
        let mut entry =
            quote!(#core::__private::Field::new(#core::__private::Location::#location, #name, #wire_name));
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
                #core::__private::Field::new(#core::__private::Location::Nowhere, #name, #wire_name);
            __FIELD
        })
    }
}

/// The table of the fields: encoded in one string, with their number and their rules, or written out.
pub(super) enum Table {
    Encoded { encoded: String, count: usize, rules: TokenStream },
    Literal(TokenStream),
}

impl ToTokens for Table {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Table::Encoded { encoded, count, rules } => {
                encoded.to_tokens(tokens);
                tokens.append(Literal::usize_unsuffixed(*count));
                tokens.append(Group::new(Delimiter::Bracket, rules.clone()));
            }
            Table::Literal(table) => tokens.extend(quote!(@table [#table])),
        }
    }
}

/// The name of a parameter as types have it, of a lifetime without its quote.
fn parameter_name(parameter: &syn::GenericParam) -> String {
    match parameter {
        syn::GenericParam::Lifetime(parameter) => parameter.lifetime.ident.to_string(),
        syn::GenericParam::Type(parameter) => parameter.ident.to_string(),
        syn::GenericParam::Const(parameter) => parameter.ident.to_string(),
    }
}

fn is_optional(field: &Field) -> bool {
    !field.is_required()
}

/// Encodes a field, if its names are short enough.
fn encode(field: &Field, encoded: &mut String) -> Option<()> {
    let flag = match (is_optional(field), field.sensitive) {
        (false, false) => '-',
        (true, false) => 'o',
        (false, true) => 's',
        (true, true) => 'x',
    };
    encoded.push(location_code(field.location));
    encoded.push(flag);
    for name in [&field.name, &field.wire_name] {
        let high = u8::try_from(name.len() >> 7).ok().filter(u8::is_ascii)?;
        encoded.push(char::from(high));
        encoded.push(char::from((name.len() & 0x7f) as u8));
        encoded.push_str(name);
    }
    Some(())
}

/// The letter of a location in an encoded table.
fn location_code(location: Location) -> char {
    match location {
        Location::Path => 'P',
        Location::Query => 'Q',
        Location::Header => 'H',
        Location::Body => 'B',
        Location::WholeBody => 'W',
        Location::Extra => 'E',
        Location::Flatten => 'F',
    }
}
