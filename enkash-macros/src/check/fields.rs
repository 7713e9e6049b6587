//! What the fields of a struct may not be to one another.

use crate::declaration::{Field, Place};
use crate::diagnostic::{Code, Sink};

/// How many required fields a builder keeps the states of; core has as many slots.
pub(crate) const REQUIRED_FIELDS: usize = 64;

/// Reports required fields that the builder has no slots for.
pub(crate) fn check_required_count(fields: &[Field], sink: &mut Sink) {
    let mut required = fields.iter().filter(|field| field.is_asked_for());
    if let Some(field) = required.nth(REQUIRED_FIELDS) {
        let wrong =
            format!("this is required field number {}, one more than a struct can have", REQUIRED_FIELDS + 1);
        let help = "put some of them into a `#[model]` with `#[serde(flatten)]`, whose members travel among the others";
        sink.report(&field.ident, Code::RequiredFields, wrong, help);
    }
}

/// Whether two fields of one place have one name; the names of headers know no case.
fn is_same_name(one: &Field, other: &Field) -> bool {
    match one.place {
        Place::Header => one.wire_name.eq_ignore_ascii_case(&other.wire_name),
        _ => one.wire_name == other.wire_name,
    }
}

/// Reports fields that have one name on the wire in one place.
pub(crate) fn check_wire_names(fields: &[Field], sink: &mut Sink) {
    for (index, field) in fields.iter().enumerate() {
        let unnamed = matches!(field.place, Place::WholeBody | Place::Extra | Place::Flatten);
        let other = fields[..index].iter().find(|other| {
            other.place == field.place
                && is_same_name(other, field)
                && other.cfg.is_empty()
                && field.cfg.is_empty()
        });
        if let (false, Some(other)) = (unnamed, other) {
            sink.report(
                &field.ident,
                Code::WireName,
                format!("`{}` and `{}` are both `{}` on the wire", other.name, field.name, field.wire_name),
                match field.place {
                    Place::Header => {
                        "the names of headers know no case: keep one of the fields, or give it another header"
                    }
                    _ => "give one of them the name that the documents give, with `#[rename(\"…\")]`",
                },
            );
        }
    }
}
