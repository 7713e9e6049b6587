//! Facts of a declaration for rustdoc: of an endpoint, and of each field with a rule.

use proc_macro2::Span;
use syn::token::Bracket;
use syn::{
    AttrStyle, Attribute, Data, DeriveInput, Expr, ExprLit, Ident, Lit, LitStr, Meta,
    MetaNameValue, Path, PathArguments, Token, Type, parse_quote,
};

use crate::case::Case;
use crate::declaration::{BodyEncoding, Bound, Endpoint, Field, Location, Product, Rules};
use crate::tokens::tokens_to_string;

/// Adds the rules of fields to the documentation of these.
///
/// `usual` is the location of a field without an attribute for it.
pub(crate) fn describe_fields(item: &mut DeriveInput, fields: &[Field], usual: Location) {
    let Data::Struct(data) = &mut item.data else { return };
    for (of_item, field) in data.fields.iter_mut().zip(fields) {
        let is_documented = of_item.attrs.iter().any(|attribute| attribute.path().is_ident("doc"));
        of_item.attrs.extend(field.describe(usual, is_documented));
    }
}

impl Endpoint {
    /// The user's struct with the attribute's facts in its documentation: method and path in the
    /// first line, also of the index of a module, and the others behind the summary.
    pub(super) fn documented(&self) -> DeriveInput {
        let in_query = self.method == "GET" || self.method == "HEAD" || self.method == "DELETE";
        let usual = if in_query { Location::Query } else { Location::Body };
        let mut item = self.item.clone();
        describe_fields(&mut item, &self.fields, usual);
        let place = end_of_summary(&item.attrs);
        item.attrs.splice(place..place, documentation(&self.facts()));
        let is_doc = |attribute: &Attribute| attribute.path().is_ident("doc");
        let first = item.attrs.iter().position(is_doc).unwrap_or(place);
        // Two spaces are a line break.
        let operation = code(&format!("{} {}", self.method, self.template.value()));
        item.attrs.insert(first, doc_attribute(&format!(" {operation}  ")));
        if matches!(self.product, Product::InScope) {
            // The facts link to `PRODUCT`, which may be private.
            item.attrs.push(parse_quote!(#[allow(rustdoc::private_intra_doc_links)]));
        }
        item
    }

    /// The other facts of the endpoint itself, as a list.
    fn facts(&self) -> String {
        let mut facts = String::new();
        let mut fact = |text: &str| {
            facts.push_str("\n- ");
            facts.push_str(text);
        };
        fact(&self.returns());
        match self.response_format {
            Some("Bare") => fact("Response format: without the envelope"),
            Some(_) => fact("Response format: not documented; with or without the envelope"),
            None => {}
        }
        let product = match &self.product {
            Product::Named(path) => target(path),
            Product::InScope | Product::Unreadable => "PRODUCT".to_owned(),
        };
        fact(&format!("[Product]({product}), with its base URLs, authentication and encryption"));
        fact(if self.idempotent {
            "Idempotent: the client sends it again after a lost connection"
        } else {
            "Not idempotent: the client sends it again only if it was certainly not performed"
        });
        if let Some(unique) = &self.unique {
            fact(&format!("Unique id: `{unique}`, of which the server accepts each value once"));
        }
        match self.auth {
            Some("None") => fact("Authentication: none"),
            Some("Basic") => fact("Authentication: HTTP Basic, with the client's id and secret"),
            _ => {}
        }
        if self.token_request {
            fact(
                "Token request: the client does not send it with its own credentials while these are refused or \
                 suspended",
            );
        }
        match self.encrypt {
            Some(true) => fact("Encryption: request and response"),
            Some(false) => fact("Encryption: none"),
            None => {}
        }
        match self.body {
            BodyEncoding::Json => {}
            BodyEncoding::Form => fact("Request body: form"),
            BodyEncoding::Multipart => fact("Request body: multipart form"),
        }
        if self.validate.is_some() {
            fact("Validation: rules across fields, checked before the request is sent");
        }
        if let Some(docs) = &self.docs {
            fact(&format!("[API reference]({})", docs.value()));
        }
        // What follows is no part of the list.
        facts.push('\n');
        facts
    }

    /// Whether a path is that of an item, without generic arguments and no generic parameter.
    fn names_item(&self, path: &Path) -> bool {
        let mut parameters = self.item.generics.type_params();
        path.segments.iter().all(|segment| matches!(segment.arguments, PathArguments::None))
            && !parameters.any(|parameter| path.is_ident(&parameter.ident))
    }

    /// What `send` returns, with a link to the payload's type if that is a plain path.
    fn returns(&self) -> String {
        let path = match &self.response {
            None => format!("{}::Text", target(&self.core)),
            Some(Type::Path(ty)) if ty.qself.is_none() && self.names_item(&ty.path) => {
                target(&ty.path)
            }
            Some(ty) => {
                return format!("Returns: {}", code(&format!("Reply<{}>", tokens_to_string(ty))));
            }
        };
        let name = path.rsplit(':').next().unwrap_or_default();
        format!("Returns: [`Reply<{name}>`]({path})")
    }
}

/// A path as rustdoc takes it in a link.
fn target(path: &Path) -> String {
    tokens_to_string(path).trim_start_matches("::").to_owned()
}

impl Field {
    /// The field's facts as documentation, if there are any, in a paragraph of their own.
    pub(super) fn describe(&self, usual: Location, is_documented: bool) -> Vec<Attribute> {
        let mut facts = self.facts(usual).join("; ");
        let Some(first) = facts.get_mut(..1) else { return Vec::new() };
        first.make_ascii_uppercase();
        documentation(&format!("{}*{facts}.*", if is_documented { "\n" } else { "" }))
    }

    /// What a reader cannot see from name and type: the location where it is not the usual one, the
    /// name, the rules.
    fn facts(&self, usual: Location) -> Vec<String> {
        let mut facts = Vec::new();
        match self.location {
            Location::Path => facts.push(format!("`<{}>` of the path", self.wire_name)),
            Location::Query if usual != Location::Query => facts.push("in the query".to_owned()),
            Location::Header => facts.push(format!("the header `{}`", self.wire_name)),
            Location::WholeBody => facts.push("the whole body".to_owned()),
            _ => {}
        }
        let named = matches!(self.location, Location::Query | Location::Body);
        if named && self.wire_name != Case::Camel.apply(&self.name) {
            facts.push(format!("on the wire {}", code(&self.wire_name)));
        }
        self.rules.describe(&mut facts);
        if let Some(format) = &self.format {
            facts.push(format!("written {}", code(&format.source)));
        }
        if self.sensitive {
            facts.push("never printed".to_owned());
        }
        facts
    }
}

impl Rules {
    fn describe(&self, facts: &mut Vec<String>) {
        if let Some((min, max)) = self.items {
            facts.push(counted(min, max, "element"));
        }
        if let Some((min, max)) = self.length {
            facts.push(counted(min, max, "character"));
        }
        if let Some(pattern) = &self.pattern {
            facts.push(format!("matches {}", code(pattern.source())));
        }
        match &self.range {
            Some((Some(low), Some(high))) => {
                facts.push(format!("at least {}, {}", low.source, at_most(high)));
            }
            Some((Some(low), None)) => facts.push(format!("at least {}", low.source)),
            Some((None, Some(high))) => facts.push(at_most(high)),
            _ => {}
        }
        match self.decimals {
            Some(0) => facts.push("without decimals".to_owned()),
            Some(most) => {
                facts.push(format!("at most {most} decimal{}", if most == 1 { "" } else { "s" }))
            }
            None => {}
        }
    }
}

/// The upper end of a range.
fn at_most(high: &Bound) -> String {
    let how = if high.inclusive { "at most" } else { "less than" };
    format!("{how} {}", high.source)
}

/// The lines of a text as documentation.
pub(super) fn documentation(text: &str) -> Vec<Attribute> {
    let line = |line: &str| if line.is_empty() { String::new() } else { format!(" {line}") };
    text.split('\n').map(line).map(|line| doc_attribute(&line)).collect()
}

/// `#[doc = "…"]`. Not parsed: every field has several of these.
fn doc_attribute(line: &str) -> Attribute {
    Attribute {
        pound_token: Token![#](Span::call_site()),
        style: AttrStyle::Outer,
        bracket_token: Bracket(Span::call_site()),
        meta: Meta::NameValue(MetaNameValue {
            path: Ident::new("doc", Span::call_site()).into(),
            eq_token: Token![=](Span::call_site()),
            value: Expr::Lit(ExprLit {
                attrs: Vec::new(),
                lit: Lit::Str(LitStr::new(line, Span::call_site())),
            }),
        }),
    }
}

fn counted(min: usize, max: usize, noun: &str) -> String {
    let many = |count: usize| if count == 1 { "" } else { "s" };
    match (min, max) {
        (min, usize::MAX) => format!("at least {min} {noun}{}", many(min)),
        (0, max) => format!("at most {max} {noun}{}", many(max)),
        (min, max) if min == max => format!("{min} {noun}{}", many(min)),
        (min, max) => format!("{min} to {max} {noun}s"),
    }
}

/// A string as code of Markdown: between more backticks than it has in a row, on one line.
pub(super) fn code(text: &str) -> String {
    // Most strings have nothing that Markdown could misread.
    if !text.bytes().any(|byte| matches!(byte, b'\r' | b'\n' | b'`')) {
        return format!("`{text}`");
    }
    let text = text.replace(['\r', '\n'], " ");
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let apart = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{apart}{text}{apart}{fence}")
}

/// The index after the first paragraph of the documentation: a blank line, or the end.
fn end_of_summary(attributes: &[Attribute]) -> usize {
    let mut in_summary = false;
    let end = attributes.iter().position(|attribute| {
        let Meta::NameValue(pair) = &attribute.meta else { return false };
        let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = &pair.value else { return false };
        if !pair.path.is_ident("doc") {
            return false;
        }
        let is_blank = text.value().trim().is_empty();
        let ends = in_summary && is_blank;
        in_summary |= !is_blank;
        ends
    });
    end.unwrap_or(attributes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_holds_what_it_is_given() {
        assert_eq!(code("^[a|b]$"), "`^[a|b]$`");
        assert_eq!(code("a``b"), "```a``b```");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code("a\nb"), "`a b`");
    }

    #[test]
    fn counts_are_shown_in_words() {
        assert_eq!(counted(1, 100, "character"), "1 to 100 characters");
        assert_eq!(counted(0, 1, "character"), "at most 1 character");
        assert_eq!(counted(1, usize::MAX, "element"), "at least 1 element");
        assert_eq!(counted(6, 6, "character"), "6 characters");
    }

    #[test]
    fn the_summary_is_the_first_paragraph() {
        let attributes: Vec<Attribute> = vec![
            parse_quote!(#[doc = ""]),
            parse_quote!(#[derive(Debug)]),
            parse_quote!(#[doc = " A"]),
            parse_quote!(#[doc = " summary."]),
            parse_quote!(#[doc = ""]),
            parse_quote!(#[doc = " More."]),
        ];
        assert_eq!(end_of_summary(&attributes), 4);
        assert_eq!(end_of_summary(&attributes[..4]), 4);
        assert_eq!(end_of_summary(&[]), 0);
    }

    #[test]
    fn types_are_shown_as_they_are_written() {
        assert_eq!(target(&parse_quote!(::a::B)), "a::B");
        let ty: Type = parse_quote!((A, Vec<&'static dyn a::B>));
        assert_eq!(tokens_to_string(&ty), "(A, Vec<&'static dyn a::B>)");
    }
}
