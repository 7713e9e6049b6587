//! Checks that method and encoding allow the fields of the body.

use syn::Ident;

use super::field::{FORMATTED_PATCH, FORMATTED_PATCH_HELP};
use super::location::LocatedField;
use crate::declaration::{BodyEncoding, Location};
use crate::diagnostic::{Code, Sink};
use crate::types::{Presence, TypeKind};

/// Reports the fields that the body of an endpoint cannot hold.
pub(super) fn check_body(
    placed: &[LocatedField],
    encoding: BodyEncoding,
    method: Option<&Ident>,
    sink: &mut Sink,
) {
    let bodyless = method.is_some_and(|method| method == "GET" || method == "HEAD");
    let of_location = |location| placed.iter().filter(move |placed| placed.field.location == location);
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
            sink.report(
                cause,
                Code::BodyNotAllowed,
                format!("`{}` would be in the body, and a {method} request has none", field.name),
                "remove the attribute, and the field becomes a query parameter; or use another method",
            );
        } else if own_form {
            let (code, what) = match field.location {
                Location::WholeBody => (Code::WholeBody, "`#[body]`"),
                Location::Extra => (Code::Extra, "`#[extra]`"),
                _ => (Code::Serde, "`#[serde(flatten)]`"),
            };
            let wrong = format!("{what} goes with a JSON body only");
            sink.report(cause, code, wrong, "remove it, or leave `body = …` out: JSON is the default");
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
                format!("move `{}` with `#[query]` or `#[header(\"…\")]`, or remove `#[body]`", field.name),
            );
        } else if file && encoding != BodyEncoding::Multipart {
            let body = if encoding == BodyEncoding::Form { "form" } else { "JSON body" };
            let wrong = format!("a {body} cannot hold a file");
            sink.report(
                &field.ty,
                Code::RuleType,
                wrong,
                "write `body = multipart` in the parentheses of the attribute",
            );
        }
    }
    for second in of_location(Location::WholeBody).skip(1) {
        sink.report(
            &second.cause,
            Code::WholeBody,
            "only one field can be the whole body",
            "put both into one `#[model]`",
        );
    }
    for second in of_location(Location::Extra).skip(1) {
        sink.report(&second.cause, Code::Extra, "only one field can hold further fields", "keep one of them");
    }
}
