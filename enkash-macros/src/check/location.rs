//! The location of each field of an endpoint.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Ident, LitStr};

use super::field::ParsedField;
use super::template::{Placeholder, Template, caret};
use super::tokens_to_string;
use crate::case::Case;
use crate::declaration::{Field, Location};
use crate::diagnostic::{Code, Sink, nearest};
use crate::types::{self, TypeKind};

/// A field in its location.
pub(super) struct LocatedField {
    pub(super) field: Field,
    /// What determines the location: the field's attribute, or else its name.
    pub(super) cause: TokenStream,
}

/// Gives every field its location.
pub(super) fn locate_fields(
    parsed: Vec<ParsedField>,
    template: Option<&Template>,
    method: Option<&Ident>,
    case: Case,
    sink: &mut Sink,
) -> Vec<LocatedField> {
    let placeholders = template.map_or(&[][..], |template| &template.placeholders);
    // With a mistake in the template nobody can say what a field or a placeholder was meant for.
    let mut template_is_right = template.is_some_and(|template| template.is_valid);
    let mut placeholder_of: Vec<Option<&str>> = vec![None; parsed.len()];
    for placeholder in placeholders {
        match field_for(placeholder, &parsed, &placeholder_of, case) {
            Some(index) => {
                let name = parsed[index].name.clone();
                // Of fields of one name, each with its `#[cfg]`, one is compiled; the placeholder
                // is there for all of them.
                for (other, field) in parsed.iter().enumerate() {
                    if other == index || (field.name == name && field.is_conditional()) {
                        placeholder_of[other] = Some(&placeholder.name);
                    }
                }
                check_conditions(&parsed, index, placeholder, sink);
            }
            None => {
                if let Some(template) = template.filter(|template| template.is_valid) {
                    missing_field(placeholder, &parsed, &template.literal, sink);
                }
                template_is_right = false;
            }
        }
    }
    if let Some(template) = template.filter(|template| template.is_valid) {
        template_is_right &= check_literals(template, &parsed, case, sink);
    }
    let default = match method.map(ToString::to_string).as_deref() {
        Some("GET" | "HEAD" | "DELETE") => Location::Query,
        _ => Location::Body,
    };
    let mut placed = Vec::new();
    for (field, placeholder) in parsed.into_iter().zip(placeholder_of) {
        let location = match (placeholder, &field.location) {
            (Some(name), Some((location, attribute))) if *location != Location::Path => {
                sink.report(
                    attribute.path(),
                    Code::TwoLocations,
                    format!(
                        "`{}` is in the path as `<{name}>`, and `#[{}]` sends it elsewhere",
                        field.name,
                        tokens_to_string(attribute.path())
                    ),
                    format!(
                        "remove `#[{}]`, or declare a second field for the path",
                        tokens_to_string(attribute.path())
                    ),
                );
                continue;
            }
            (Some(_), _) => Location::Path,
            (None, Some((Location::Path, attribute))) => {
                if template_is_right {
                    let wire = field.wire_name(case);
                    sink.report(
                        attribute.path(),
                        Code::PathFieldWithoutPlaceholder,
                        format!(
                            "`{}` is marked `#[path]`, but the template has no `<{wire}>`",
                            field.name
                        ),
                        format!("write `/<{wire}>` in the template, or remove `#[path]`"),
                    );
                }
                continue;
            }
            (None, Some((location, _))) => *location,
            (None, None) => default,
        };
        let wire_name = placeholder.map_or_else(|| field.wire_name(case), str::to_owned);
        if location == Location::Path {
            check_path_type(&field, sink);
        }
        if let Some(word) = &field.serde.default_word {
            sink.report(
                word,
                Code::Serde,
                "`default` applies to deserialisation; endpoints are only serialised",
                "remove it, or make the field an `Option`",
            );
        }
        let cause = match &field.location {
            Some((_, attribute)) => attribute.path().to_token_stream(),
            None => field.ident.to_token_stream(),
        };
        placed.push(LocatedField { field: field.finish(location, wire_name, sink), cause });
    }
    placed
}

/// Reports segments such as `$id` that are the name of a field but for a sign, and would be sent as
/// they are; whether there is none.
fn check_literals(
    template: &Template,
    parsed: &[ParsedField],
    case: Case,
    sink: &mut Sink,
) -> bool {
    let mut is_right = true;
    let source = template.literal.value();
    let mut offset = 0;
    for segment in source.split('/') {
        let name = segment.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let placeholder = Placeholder { name: name.to_owned(), offset };
        let is_sign =
            segment.starts_with(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '<' | '_'));
        if is_sign && field_for(&placeholder, parsed, &vec![None; parsed.len()], case).is_some() {
            let wrong = format!("`{segment}` would be sent as it is\n{}", caret(&source, offset));
            let help = format!("write `<{name}>` for the value of the field");
            sink.report(&template.literal, Code::PlaceholderBraces, wrong, help);
            is_right = false;
        }
        offset += segment.len() + 1;
    }
    is_right
}

/// A field that may be compiled out leaves a hole in the path, unless another field of its name
/// replaces it.
fn check_conditions(
    parsed: &[ParsedField],
    index: usize,
    placeholder: &Placeholder,
    sink: &mut Sink,
) {
    let field = &parsed[index];
    let twins = parsed.iter().filter(|other| other.name == field.name).count();
    if field.is_conditional() && twins < 2 {
        sink.report(
            &field.ident,
            Code::PlaceholderWithoutField,
            format!(
                "the placeholder `<{}>` has no field where the `#[cfg]` takes this one out",
                placeholder.name
            ),
            format!(
                "remove the `#[cfg]`, or add a second field `{}` with the opposite one, `#[cfg(not(…))]`",
                field.name
            ),
        );
    }
}

/// The field that a placeholder names: a marked one first, then the field's own name, then what it
/// is renamed to.
fn field_for(
    placeholder: &Placeholder,
    parsed: &[ParsedField],
    taken: &[Option<&str>],
    case: Case,
) -> Option<usize> {
    let own = |field: &ParsedField| {
        field.name == placeholder.name
            || case.apply(&field.name) == placeholder.name
            || Case::Camel.apply(&field.name) == placeholder.name
            || Case::Snake.apply(&placeholder.name) == field.name
    };
    let renamed = |field: &ParsedField| field.renamed.as_deref() == Some(&placeholder.name);
    let marked = |field: &ParsedField| matches!(field.location, Some((Location::Path, _)));
    let placed = |field: &ParsedField| matches!(field.location, Some((location, _)) if location != Location::Path);
    let find = |wanted: &dyn Fn(&ParsedField) -> bool| {
        (0..parsed.len()).find(|&index| taken[index].is_none() && wanted(&parsed[index]))
    };
    find(&|field| marked(field) && (own(field) || renamed(field)))
        .or_else(|| find(&|field| own(field) && !placed(field)))
        .or_else(|| find(&|field| renamed(field) && !placed(field)))
        .or_else(|| find(&|field| own(field)))
}

/// Reports a placeholder without a field.
fn missing_field(
    placeholder: &Placeholder,
    parsed: &[ParsedField],
    template: &LitStr,
    sink: &mut Sink,
) {
    let name = &placeholder.name;
    let wrong = format!(
        "no field for the placeholder `<{name}>`\n{}",
        caret(&template.value(), placeholder.offset)
    );
    let field = Case::Snake.apply(name);
    let help = match nearest(&field, parsed.iter().map(|field| &*field.name)) {
        Some(near) if near == field => {
            format!("rename the placeholder: another one names the field `{field}` already")
        }
        Some(near) => {
            format!(
                "write `<{}>` for the field `{near}`, or rename the field to `{field}`",
                Case::Camel.apply(near)
            )
        }
        None => {
            let keyword = syn::parse_str::<Ident>(&field).is_err();
            let add =
                format!("add the field `pub {}{field}: String`", if keyword { "r#" } else { "" });
            match parsed {
                [] => add,
                _ => {
                    format!("{add}, or write `#[rename(\"{name}\")]` above the field that is meant")
                }
            }
        }
    };
    sink.report(template, Code::PlaceholderWithoutField, wrong, help);
}

fn check_path_type(field: &ParsedField, sink: &mut Sink) {
    let bare = types::bare(&field.ty);
    let name = &field.name;
    let (what, help) = match types::name(bare).as_deref() {
        Some(optional @ ("Option" | "Patch")) => {
            let inner = types::argument(bare).map_or_else(|| "String".to_owned(), tokens_to_string);
            (
                format!("an `{optional}`: a path segment cannot be left out")
                    .replace("an `P", "a `P"),
                format!("write `{name}: {inner}`; without the segment it is another endpoint"),
            )
        }
        _ if types::is_list(bare) && field.serde.with.is_none() => (
            "a list: a path segment holds one value".to_owned(),
            format!("write `{name}: {}`", tokens_to_string(types::leaf(bare))),
        ),
        _ => match types::kind(bare) {
            TypeKind::Secret => (
                "a `Secret`: paths appear in the logs of proxies and servers".to_owned(),
                "send it with `#[header(\"…\")]` or in the body".to_owned(),
            ),
            TypeKind::File => {
                ("a file".to_owned(), "send it in a `POST` with `body = multipart`".to_owned())
            }
            TypeKind::Json => (
                "a JSON value: a path segment is a string".to_owned(),
                format!("write `{name}: String`"),
            ),
            _ => return,
        },
    };
    sink.report(&field.ty, Code::PathType, format!("`{name}` is in the path and is {what}"), help);
}
