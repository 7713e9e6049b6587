//! What the method and the encoding let stand in the body.

use syn::Ident;

use super::field::{PATCH_OF_TEXT, PATCH_OF_TEXT_HELP};
use super::placement::Placed;
use crate::declaration::{BodyEncoding, Place};
use crate::diagnostic::{Code, Sink};
use crate::types::{Kind, Presence};

/// Reports what the body of an endpoint has no place for.
pub(super) fn check_body(placed: &[Placed], encoding: BodyEncoding, method: Option<&Ident>, sink: &mut Sink) {
    let bodyless = method.is_some_and(|method| method == "GET" || method == "HEAD");
    let of_place = |place| placed.iter().filter(move |placed| placed.field.place == place);
    let whole = of_place(Place::WholeBody).next();
    for Placed { field, mark } in placed {
        let in_body = matches!(field.place, Place::Body | Place::WholeBody | Place::Extra | Place::Flatten);
        let own_form = encoding != BodyEncoding::Json
            && matches!(field.place, Place::WholeBody | Place::Extra | Place::Flatten);
        if field.format.is_some()
            && field.presence == Presence::Patch
            && field.place == Place::Body
            && encoding != BodyEncoding::Json
        {
            sink.report(&field.ident, Code::Format, PATCH_OF_TEXT, PATCH_OF_TEXT_HELP);
        }
        let file = field.place == Place::Body && field.kind == Kind::File;
        if bodyless && in_body {
            let method = method.map_or_else(String::new, ToString::to_string);
            sink.report(
                mark,
                Code::BodyNotAllowed,
                format!("`{}` would be in the body, and a {method} request has none", field.name),
                "remove the attribute, and the field becomes a query parameter; or use another method",
            );
        } else if own_form {
            let (code, what) = match field.place {
                Place::WholeBody => (Code::WholeBody, "`#[body]`"),
                Place::Extra => (Code::Extra, "`#[extra]`"),
                _ => (Code::Serde, "`#[serde(flatten)]`"),
            };
            let wrong = format!("{what} goes with a JSON body only");
            sink.report(mark, code, wrong, "remove it, or leave `body = …` out: JSON is the default");
        } else if let (Place::Body | Place::Extra | Place::Flatten, Some(whole)) = (field.place, whole) {
            sink.report(
                mark,
                Code::WholeBody,
                format!(
                    "`{}` would be a member of the body, but `{}` is the whole body",
                    field.name, whole.field.name
                ),
                format!("move `{}` with `#[query]` or `#[header(\"…\")]`, or remove `#[body]`", field.name),
            );
        } else if file && encoding != BodyEncoding::Multipart {
            let body = if encoding == BodyEncoding::Form { "form" } else { "JSON body" };
            let wrong = format!("a {body} has no place for a file");
            sink.report(
                &field.ty,
                Code::RuleType,
                wrong,
                "write `body = multipart` in the parentheses of the attribute",
            );
        }
    }
    for second in of_place(Place::WholeBody).skip(1) {
        sink.report(
            &second.mark,
            Code::WholeBody,
            "only one field can be the whole body",
            "put both into one `#[model]`",
        );
    }
    for second in of_place(Place::Extra).skip(1) {
        sink.report(&second.mark, Code::Extra, "only one field can hold further members", "keep one of them");
    }
}
