//! Checks across the fields of a struct.

use crate::declaration::{Field, Location};
use crate::diagnostic::{Code, Sink};

/// Reports fields whose setter in the builder would have the name of another field's.
pub(crate) fn check_setter_names(fields: &[Field], sink: &mut Sink) {
    for field in fields {
        let other = match field.name.strip_prefix("maybe_") {
            Some(name) => fields.iter().find(|other| other.name == name && other.is_nullable()),
            None if field.name == "build_" => fields.iter().find(|other| other.name == "build"),
            None => None,
        };
        if let Some(other) = other {
            sink.report(
                &field.ident,
                Code::SetterName,
                format!(
                    "the builder already has a setter `{}`, for the field `{}`",
                    field.name, other.name
                ),
                "rename the field, and give its name on the wire with `#[rename(\"…\")]`",
            );
        }
    }
}

/// Whether two fields of one location have one name; the names of headers are case-insensitive.
fn is_same_name(one: &Field, other: &Field) -> bool {
    match one.location {
        Location::Header => one.wire_name.eq_ignore_ascii_case(&other.wire_name),
        _ => one.wire_name == other.wire_name,
    }
}

/// Reports fields that have one name on the wire in one location.
pub(crate) fn check_wire_names(fields: &[Field], sink: &mut Sink) {
    for (index, field) in fields.iter().enumerate() {
        let unnamed =
            matches!(field.location, Location::WholeBody | Location::Extra | Location::Flatten);
        let other = fields[..index].iter().find(|other| {
            other.location == field.location
                && is_same_name(other, field)
                && other.cfg.is_empty()
                && field.cfg.is_empty()
        });
        if let Some(other) = other.filter(|other| other.name == field.name) {
            let wrong = format!("the field `{}` is declared twice", other.name);
            sink.report(&field.ident, Code::WireName, wrong, "remove one of them");
        } else if let (false, Some(other)) = (unnamed, other) {
            sink.report(
                &field.ident,
                Code::WireName,
                format!("`{}` and `{}` are both sent as `{}`", other.name, field.name, field.wire_name),
                match field.location {
                    Location::Header => {
                        "header names are case-insensitive: remove one of the fields, or name another header"
                    }
                    _ => "give one of them the name of the API reference: `#[rename(\"customerId\")]`",
                },
            );
        }
    }
}
