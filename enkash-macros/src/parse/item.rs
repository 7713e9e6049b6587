//! The item under an attribute, also one with a syntax error.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{
    Attribute, Data, DataStruct, DeriveInput, Field, Fields, Generics, Ident, Token, Variant,
    Visibility, WhereClause, token,
};

/// What an attribute was put on.
pub(crate) enum Item {
    /// A struct, an enum or a union.
    Whole(Box<DeriveInput>),
    /// One with a syntax error, without the fields or variants that cannot be read. The compiler
    /// reports the error.
    Broken(Box<DeriveInput>),
    /// Something else: where it begins, and what it is.
    Other(Span, &'static str),
    /// What even the compiler reads nothing from.
    Unreadable,
}

/// Other items by their first words.
const OTHERS: [(&str, &str); 13] = [
    ("fn", "a function"),
    ("async", "a function"),
    ("unsafe", "a function"),
    ("extern", "a function"),
    ("const", "a constant"),
    ("static", "a static"),
    ("type", "a type alias"),
    ("trait", "a trait"),
    ("impl", "an `impl` block"),
    ("mod", "a module"),
    ("use", "an import"),
    ("macro_rules", "a macro"),
    ("let", "a variable"),
];

impl Item {
    pub(crate) fn parse(tokens: TokenStream) -> Item {
        match syn::parse2(tokens.clone()) {
            Ok(mut item) => match remove_unnameable(&mut item) {
                true => Item::Broken(Box::new(item)),
                false => Item::Whole(Box::new(item)),
            },
            Err(_) => recover.parse2(tokens).unwrap_or(Item::Unreadable),
        }
    }
}

/// Removes fields that have no name of a field, such as `_` and `r#self`; whether there is one.
fn remove_unnameable(item: &mut DeriveInput) -> bool {
    let Data::Struct(DataStruct { fields: Fields::Named(fields), .. }) = &mut item.data else {
        return false;
    };
    let is_unnameable = |field: &Field| {
        let name = field.ident.as_ref().map(|name| name.unraw().to_string());
        matches!(name.as_deref(), Some("_" | "self" | "Self" | "super" | "crate"))
    };
    if !fields.named.iter().any(is_unnameable) {
        return false;
    }
    let all = std::mem::take(&mut fields.named);
    fields.named = all.into_iter().filter(|field| !is_unnameable(field)).collect();
    true
}

/// Reads what can be read of an item with a syntax error.
fn recover(input: ParseStream<'_>) -> syn::Result<Item> {
    let attributes = input.call(Attribute::parse_outer)?;
    let visibility: Visibility = input.parse()?;
    let keyword = input.call(Ident::parse_any)?;
    let word = keyword.to_string();
    if let Some((_, what)) = OTHERS.iter().find(|(first, _)| *first == word) {
        input.parse::<TokenStream>()?;
        return Ok(Item::Other(keyword.span(), what));
    }
    let (name, generics): (Ident, Generics) = (input.parse()?, input.parse()?);
    let bounds: Option<WhereClause> = input.parse()?;
    let body = if input.peek(token::Brace) {
        let content;
        syn::braced!(content in input);
        if word == "enum" {
            let variants = readable(&content, Variant::parse, &|input| input.peek(Ident));
            quote!({ #(#variants),* })
        } else {
            let fields = readable(&content, Field::parse_named, &starts_field);
            quote!({ #(#fields),* })
        }
    } else if input.peek(token::Paren) {
        let content;
        syn::parenthesized!(content in input);
        let fields = readable(&content, Field::parse_unnamed, &|_| false);
        quote!((#(#fields),*);)
    } else {
        quote!(;)
    };
    input.parse::<TokenStream>()?;
    let item = quote!(#(#attributes)* #visibility #keyword #name #generics #bounds #body);
    let mut item = syn::parse2(item)?;
    remove_unnameable(&mut item);
    Ok(Item::Broken(Box::new(item)))
}

/// Whether a field with a name begins here.
fn starts_field(input: ParseStream<'_>) -> bool {
    let named = input.peek(Ident) && input.peek2(Token![:]) && !input.peek2(Token![::]);
    named || input.peek(Token![pub]) || input.peek(Token![#])
}

/// Reads what `parse` can read, and skips what it cannot up to a separator, or to where the next
/// `starts`.
fn readable<T>(
    input: ParseStream<'_>,
    parse: fn(ParseStream<'_>) -> syn::Result<T>,
    starts: &dyn Fn(ParseStream<'_>) -> bool,
) -> Vec<T> {
    let is_separator = |input: ParseStream<'_>| input.peek(Token![,]) || input.peek(Token![;]);
    let mut found = Vec::new();
    while !input.is_empty() {
        let ahead = input.fork();
        match parse(&ahead) {
            Ok(part) if ahead.is_empty() || is_separator(&ahead) || starts(&ahead) => {
                input.advance_to(&ahead);
                found.push(part);
            }
            _ => {
                while input.parse::<TokenTree>().is_ok() && !is_separator(input) && !starts(input) {
                }
            }
        }
        if is_separator(input) {
            drop(input.parse::<TokenTree>());
        }
    }
    found
}
