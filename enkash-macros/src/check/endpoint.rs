//! Checks an endpoint.

use syn::Ident;

use super::Input;
use super::body::{check_body, check_encoding};
use super::field::ParsedField;
use super::fields::{check_setter_names, check_wire_names};
use super::front::front;
use super::keys::Keys;
use super::location::locate_fields;
use super::template::Template;
use crate::case::Case;
use crate::declaration::{BodyEncoding, Endpoint, Field};
use crate::diagnostic::{Code, Sink, nearest};
use crate::parse::{Source, is_plain_struct};
use crate::types;

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

/// The values of `body`.
const ENCODINGS: [(&str, BodyEncoding); 3] = [
    ("json", BodyEncoding::Json),
    ("form", BodyEncoding::Form),
    ("multipart", BodyEncoding::Multipart),
];

/// Turns the input into an endpoint, or reports everything that is wrong with it.
pub(crate) fn endpoint(input: Input<'_>) -> Option<Endpoint> {
    let Input { source, arguments, core, sink } = input;
    let (method, template) = front(arguments, &KEYS, sink);
    let Source { item, fields, .. } = source;
    if !is_plain_struct(&item) {
        let wrong = match &item.data {
            syn::Data::Struct(_) => "the fields of a tuple struct have no names to be sent with",
            syn::Data::Enum(_) => "an enum cannot be an endpoint",
            syn::Data::Union(_) => "a union cannot be an endpoint",
        };
        let help = match &item.data {
            syn::Data::Struct(_) => {
                format!("write `struct {} {{ … }}` with a name for each field", item.ident)
            }
            syn::Data::Enum(_) => {
                format!("{}; the enum can be the type of a field", Endpoint::EXPECTED_ITEM)
            }
            syn::Data::Union(_) => Endpoint::EXPECTED_ITEM.to_owned(),
        };
        sink.report(&item.ident, Code::ItemKind, wrong, help);
        return None;
    }
    let template = template.map(|template| {
        let example = unnamed_field(&item, &template.value());
        Template::new(template, &example, sink)
    });
    let parsed: Vec<ParsedField> = fields
        .into_iter()
        .filter_map(|field| {
            ParsedField::new(field, &["path", "query", "header", "body", "extra"], sink)
        })
        .collect();
    let mut keys = Keys { arguments, sink };
    let case = keys.rename_all().unwrap_or(Case::Camel);
    let body = keys.choice("body", &ENCODINGS);
    let encoding = keys.choice_meant("body", &ENCODINGS).unwrap_or(BodyEncoding::Json);
    let response = keys.response();
    let product = keys.product();
    let response_format = response_format(&mut keys);
    let auth = keys.choice("auth", &[("none", "None"), ("basic", "Basic"), ("product", "Product")]);
    let token_request = keys.flag("token_request");
    let encrypt = keys.boolean("encrypt");
    let idempotent = keys.boolean("idempotent");
    let unique = keys.ident("unique", "the name of a field");
    let validate = keys.path("validate");
    let docs = keys.docs();
    if let Some(body) = body {
        check_encoding(&mut keys, body, encrypt, method.as_ref());
    }
    let body = encoding;
    let sink = keys.sink;
    if let Some(unique) = &unique {
        check_unique(unique, &parsed, sink);
    }
    let placed = locate_fields(parsed, template.as_ref(), method.as_ref(), case, sink);
    check_body(&placed, body, method.as_ref(), sink);
    let fields: Vec<Field> = placed.into_iter().map(|placed| placed.field).collect();
    check_wire_names(&fields, sink);
    check_setter_names(&fields, sink);
    let (Some(method), Some(template), true) = (method, template, sink.is_clean()) else {
        return None;
    };
    Some(Endpoint {
        idempotent: idempotent.unwrap_or(method == "GET" || method == "HEAD"),
        unique: unique.map(|unique| syn::ext::IdentExt::unraw(&unique).to_string()),
        item,
        core,
        method,
        template: template.literal,
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

/// The first field that the template does not name, for the help about `{}` and `%s`.
fn unnamed_field(item: &syn::DeriveInput, template: &str) -> String {
    let fields = match &item.data {
        syn::Data::Struct(data) => data.fields.iter().collect(),
        _ => Vec::new(),
    };
    let mut names = fields
        .into_iter()
        .filter_map(|field| field.ident.as_ref())
        .map(|ident| Case::Camel.apply(&syn::ext::IdentExt::unraw(ident).to_string()));
    names
        .find(|name| !template.contains(&format!("<{name}")))
        .unwrap_or_else(|| "customerId".to_owned())
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
                "`bare` and `auto` are mutually exclusive",
                "write `bare` if the API reference shows the response without the envelope, and `auto` if it shows no response",
            );
            None
        }
    }
}

fn check_unique(unique: &Ident, parsed: &[ParsedField], sink: &mut Sink) {
    let name = unique.to_string();
    if let Some(field) = parsed.iter().find(|field| field.ident == *unique) {
        if types::is_list(&field.ty) {
            let wrong = format!("`unique` names `{name}`, which is a list and not one id");
            sink.report(
                unique,
                Code::Unique,
                wrong,
                "name the field with your own id of the request",
            );
        }
        return;
    }
    let names = || parsed.iter().map(|field| &*field.name);
    let help = match nearest(&Case::Snake.apply(&name), names()).or_else(|| nearest(&name, names()))
    {
        Some(near) => format!("write `unique = {near}`"),
        None => {
            "name the field that holds your own id of the request, as in `unique = transaction_id`"
                .to_owned()
        }
    };
    sink.report(
        unique,
        Code::Unique,
        format!("`unique` names the field `{name}`, which does not exist"),
        help,
    );
}
