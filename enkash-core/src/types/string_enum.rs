//! String enums: requests accept only documented values, responses any.

use std::fmt;

use serde::de::Deserializer;

use crate::rules::violation::{FieldPath, Rule, Violations};
use crate::types::value::read_scalar;

/// An enum of documented strings with a variant for unknown ones. Implemented by `#[model]` on an
/// enum.
pub trait StringEnum: Sized {
    /// The name of the enum.
    const NAME: &'static str;
    /// The documented values on the wire.
    const WIRE_NAMES: &'static [&'static str];

    /// Returns the variant for a value on the wire.
    fn from_wire_name(name: &str) -> Self;

    /// Returns whether the value is documented.
    fn is_documented(&self) -> bool;

    /// Returns the value on the wire.
    fn wire_name(&self) -> &str;
}

/// Formats a documented value as it is on the wire, and an unknown one as its length: it comes from
/// the server, may be long, and can repeat values of the request.
///
/// # Errors
/// Returns the error of the formatter.
pub fn debug_string_enum<T: StringEnum>(value: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let name = value.wire_name();
    if value.is_documented() {
        f.write_str(name)
    } else {
        write!(f, "Unknown({} bytes)", name.len())
    }
}

/// Adds a violation if the value is not documented.
pub fn check_string_enum<T: StringEnum>(value: &T, at: &FieldPath<'_>, found: &mut Violations) {
    if !value.is_documented() {
        found.push(at, Rule::KnownValue(T::WIRE_NAMES));
    }
}

/// Deserialises any string. An undocumented one is kept as received.
///
/// # Errors
/// Returns an error of the deserializer.
pub fn read_string_enum<'de, T: StringEnum, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    read_scalar(deserializer, |scalar| T::from_wire_name(&scalar.text()))
}
