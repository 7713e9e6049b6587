//! Checks that method and encoding allow the fields of the body.

use syn::Ident;

use super::field::{FORMATTED_PATCH, FORMATTED_PATCH_HELP};
use super::field_type;
use super::keys::Keys;
use super::location::LocatedField;
use crate::declaration::{BodyEncoding, Location};
use crate::diagnostic::{Code, Sink};
use crate::types::{Presence, TypeKind};

/// Reports an encoding that the method or the encryption has no use for.
pub(super) fn check_encoding(
    keys: &mut Keys<'_>,
    encoding: BodyEncoding,
    encrypt: Option<bool>,
    method: Option<&Ident>,
) {
    let bodyless = method.filter(|method| *method == "GET" || *method == "HEAD");
    if let (Some(method), BodyEncoding::Form | BodyEncoding::Multipart) = (bodyless, encoding) {
        let wrong = format!("a {method} request has no body to encode");
        keys.report("body", &wrong, "remove the key: the fields are sent in the query");
    } else if encoding != BodyEncoding::Json {
        if method.is_some_and(|method| method == "DELETE") {
            let help = "remove the key: the fields of a DELETE are sent in the query, but for a `#[body]`, which is JSON";
            keys.report("body", "a DELETE request has no form body", help);
        }
        if encrypt == Some(true) {
            let help = "remove `encrypt = true`, or `body = …` if the API takes JSON";
            keys.report("encrypt", "only a JSON body can be encrypted", help);
        }
    }
}

/// Reports the fields that the body of an endpoint cannot hold.
pub(super) fn check_body(
    placed: &[LocatedField],
    encoding: BodyEncoding,
    method: Option<&Ident>,
    sink: &mut Sink,
) {
    let bodyless = method.is_some_and(|method| method == "GET" || method == "HEAD");
    let of_location =
        |location| placed.iter().filter(move |placed| placed.field.location == location);
    let whole = of_location(Location::WholeBody).next();
    for LocatedField { field, cause } in placed {
        let in_body = matches!(
            field.location,
            Location::Body | Location::WholeBody | Location::Extra | Location::Flatten
        );
        let own_form = encoding != BodyEncoding::Json
            && matches!(field.location, Location::WholeBody | Location::Extra | Location::Flatten);
        if field.format.is_some()
            && field.presence == Presence::Patch
            && field.location == Location::Body
            && encoding != BodyEncoding::Json
        {
            sink.report(&field.ident, Code::Format, FORMATTED_PATCH, FORMATTED_PATCH_HELP);
        }
        let file = field.location == Location::Body && field.kind == TypeKind::File;
        if bodyless && in_body {
            let method = method.map_or_else(String::new, ToString::to_string);
            let help = match field.location {
                Location::WholeBody => {
                    "remove `#[body]` to send the field in the query, or write `POST`"
                }
                _ => "remove the field, or write `POST`",
            };
            sink.report(
                cause,
                Code::BodyNotAllowed,
                format!("`{}` would be in the body, and a {method} request has none", field.name),
                help,
            );
        } else if own_form {
            let (code, what) = match field.location {
                Location::WholeBody => (Code::WholeBody, "`#[body]`"),
                Location::Extra => (Code::Extra, "`#[extra]`"),
                _ => (Code::Serde, "`#[serde(flatten)]`"),
            };
            let wrong = format!("{what} needs a JSON body");
            sink.report(
                cause,
                code,
                wrong,
                format!("remove {what}, or `body = …`: JSON is the default"),
            );
        } else if let (Location::Body | Location::Extra | Location::Flatten, Some(whole)) =
            (field.location, whole)
        {
            sink.report(
                cause,
                Code::WholeBody,
                format!(
                    "`{}` would be a field of the body, but `{}` is the whole body",
                    field.name, whole.field.name
                ),
                format!(
                    "move `{}` with `#[query]` or `#[header(\"…\")]`, or remove `#[body]`",
                    field.name
                ),
            );
        } else if file && encoding != BodyEncoding::Multipart {
            let body = if encoding == BodyEncoding::Form { "form" } else { "JSON body" };
            let wrong = format!("`{}` is a file, which a {body} cannot hold", field.name);
            sink.report(
                &field.ty,
                Code::RuleType,
                wrong,
                "write `body = multipart` in `#[endpoint(…)]`",
            );
        } else if field.location == Location::Body && field.with.is_none() && field.format.is_none()
        {
            match encoding {
                BodyEncoding::Json => {}
                BodyEncoding::Form => {
                    field_type::check_string(&field.ty, &field.name, "a form", sink)
                }
                BodyEncoding::Multipart => {
                    field_type::check_string(&field.ty, &field.name, field_type::MULTIPART, sink);
                }
            }
        }
    }
    for second in of_location(Location::WholeBody).skip(1) {
        sink.report(
            &second.cause,
            Code::WholeBody,
            "only one field can be the whole body",
            "declare a `#[model]` with both fields, or remove both `#[body]`",
        );
    }
    for second in of_location(Location::Extra).skip(1) {
        sink.report(
            &second.cause,
            Code::Extra,
            "only one field can hold further fields",
            "remove one `#[extra]`",
        );
    }
}
