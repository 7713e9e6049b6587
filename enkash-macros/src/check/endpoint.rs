//! Checks an endpoint.

use proc_macro2::Span;
use syn::{Ident, Lit, LitStr};

use super::body::check_body;
use super::field::ParsedField;
use super::fields::{check_setter_names, check_wire_names};
use super::keys::{Keys, check_names, rename_all};
use super::location::locate_fields;
use super::template::placeholders;
use super::{Input, tokens_to_string};
use crate::case::Case;
use crate::declaration::{BodyEncoding, Endpoint, Field};
use crate::diagnostic::{Code, Sink, nearest};
use crate::parse::{ArgumentValue, Arguments, Source, is_plain_struct};

const KEYS: [&str; 14] = [
    "response",
    "product",
    "body",
    "bare",
    "auto",
    "auth",
    "token_request",
    "encrypt",
    "idempotent",
    "unique",
    "validate",
    "docs",
    "rename_all",
    "crate",
];

const METHODS: [&str; 6] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/// Turns the input into an endpoint, or reports everything that is wrong with it.
pub(crate) fn endpoint(input: Input<'_>) -> Option<Endpoint> {
    let Input { source, arguments, core, sink } = input;
    check_names(arguments, "write `#[endpoint(GET, \"/api/v0/customer\", key = value)]`", &KEYS, sink);
    let Source { item, fields, .. } = source;
    if !is_plain_struct(&item) {
        let wrong = match &item.data {
            syn::Data::Struct(_) => "a tuple struct has no names for the wire",
            syn::Data::Enum(_) => "an enum cannot be an endpoint",
            syn::Data::Union(_) => "a union cannot be an endpoint",
        };
        sink.report(&item.ident, Code::ItemKind, wrong, Endpoint::EXPECTED_ITEM);
    }
    let method = method(arguments, sink);
    let template = template(arguments, sink);
    let placeholders = template.as_ref().map(|template| placeholders(template, sink)).unwrap_or_default();
    let parsed: Vec<ParsedField> = fields
        .into_iter()
        .filter_map(|field| ParsedField::new(field, &["path", "query", "header", "body", "extra"], sink))
        .collect();
    let mut keys = Keys { arguments, sink };
    let case = rename_all(&mut keys).unwrap_or(Case::Camel);
    let body = keys
        .choice(
            "body",
            &[
                ("json", BodyEncoding::Json),
                ("form", BodyEncoding::Form),
                ("multipart", BodyEncoding::Multipart),
            ],
        )
        .unwrap_or(BodyEncoding::Json);
    let response = keys.ty("response");
    let product = keys.product();
    let response_format = response_format(&mut keys);
    let auth = keys.choice("auth", &[("none", "None"), ("basic", "Basic"), ("product", "Product")]);
    let token_request = keys.flag("token_request");
    let encrypt = keys.boolean("encrypt");
    let idempotent = keys.boolean("idempotent");
    let unique = keys.ident("unique", "the name of a field");
    let validate = keys.path("validate");
    let docs = keys.string("docs");
    let sink = keys.sink;
    if let Some(unique) = &unique {
        check_unique(unique, &parsed, sink);
    }
    let placed = locate_fields(parsed, &placeholders, template.as_ref(), method.as_ref(), case, sink);
    check_body(&placed, body, method.as_ref(), sink);
    let fields: Vec<Field> = placed.into_iter().map(|placed| placed.field).collect();
    check_wire_names(&fields, sink);
    check_setter_names(&fields, sink);
    let (Some(method), Some(template), true) = (method, template, sink.is_clean()) else { return None };
    Some(Endpoint {
        idempotent: idempotent.unwrap_or(method == "GET" || method == "HEAD"),
        unique: unique.map(|unique| syn::ext::IdentExt::unraw(&unique).to_string()),
        item,
        core,
        method,
        template,
        fields,
        response,
        product,
        body,
        response_format,
        auth,
        token_request,
        encrypt,
        validate,
        docs,
    })
}

/// The variant of `ResponseFormat` that `bare` or `auto` stands for.
fn response_format(keys: &mut Keys<'_>) -> Option<&'static str> {
    match (keys.flag("bare"), keys.flag("auto")) {
        (false, false) => None,
        (true, false) => Some("Bare"),
        (false, true) => Some("Auto"),
        (true, true) => {
            keys.report(
                "auto",
                "`bare` and `auto` exclude each other",
                "keep `bare` if the API reference shows a response without the envelope, `auto` if it shows none",
            );
            None
        }
    }
}

fn method(arguments: &Arguments, sink: &mut Sink) -> Option<Ident> {
    let help = "write the method and the path: `#[endpoint(GET, \"/api/v0/customer\")]`";
    match arguments.positional.first() {
        None => {
            if arguments.errors.is_empty() {
                sink.report_at(
                    Span::call_site(),
                    Code::Arguments,
                    "the method and the path are missing",
                    help,
                );
            }
            None
        }
        Some(value) => match value.as_ident() {
            Some(ident) if METHODS.contains(&&*ident.to_string()) => Some(ident.clone()),
            Some(ident) => {
                let name = ident.to_string();
                let help = crate::diagnostic::did_you_mean(&name, &METHODS);
                sink.report(ident, Code::Method, format!("there is no method `{name}`"), help);
                None
            }
            None => {
                sink.report(
                    value,
                    Code::Method,
                    "the method comes first, in capitals and without quotes",
                    help,
                );
                None
            }
        },
    }
}

fn template(arguments: &Arguments, sink: &mut Sink) -> Option<LitStr> {
    match arguments.positional.get(1) {
        Some(ArgumentValue::Literal(Lit::Str(template))) => Some(template.clone()),
        Some(other) => {
            sink.report(
                other,
                Code::Arguments,
                "the path template must be a string",
                "write it in quotes: \"/api/v0/customer\"",
            );
            None
        }
        None => {
            if let (Some(method), true) = (arguments.positional.first(), arguments.errors.is_empty()) {
                let help = format!(
                    "write it behind the method: `#[endpoint({}, \"/api/v0/customer\")]`",
                    tokens_to_string(method)
                );
                sink.report(method, Code::Arguments, "the path template is missing", help);
            }
            None
        }
    }
}

fn check_unique(unique: &Ident, parsed: &[ParsedField], sink: &mut Sink) {
    let name = unique.to_string();
    if parsed.iter().any(|field| field.ident == *unique) {
        return;
    }
    let names = parsed.iter().map(|field| &*field.name);
    let help = match nearest(&name, names) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "name the field that holds the merchant's own id".to_owned(),
    };
    sink.report(unique, Code::Unique, format!("`unique` names `{name}`, which is no field"), help);
}
