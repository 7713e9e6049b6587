//! Enums of strings: closed in a request, open in a response.

use std::fmt;

use serde::de::Deserializer;

use crate::rules::violation::{FieldPath, Rule, Violations};
use crate::types::value::read_scalar;

/// An enum of documented strings with a variant for others. Implemented by `#[model]` on an enum.
pub trait StringEnum: Sized {
    /// The name of the enum.
    const NAME: &'static str;
    /// The documented values, as they are on the wire.
    const WIRE_NAMES: &'static [&'static str];

    /// The variant for a value on the wire.
    fn from_wire_name(name: &str) -> Self;

    /// Whether the value is a documented one.
    fn is_documented(&self) -> bool;

    /// The value on the wire.
    fn wire_name(&self) -> &str;
}

/// `Debug` of an enum: a documented value as it is on the wire, and of another one its length. It
/// is the server's words, which can be long, and can repeat what was sent.
///
/// # Errors
/// What the formatter returns.
pub fn debug_string_enum<T: StringEnum>(value: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let name = value.wire_name();
    if value.is_documented() {
        f.write_str(name)
    } else {
        write!(f, "Unknown({} bytes)", name.len())
    }
}

/// A value that is not documented is a violation when sent.
pub fn check_string_enum<T: StringEnum>(value: &T, at: &FieldPath<'_>, found: &mut Violations) {
    if !value.is_documented() {
        found.push(at, Rule::KnownValue(T::WIRE_NAMES));
    }
}

/// Reads any string; one that is not documented is kept as it came.
///
/// # Errors
/// What the deserializer says.
pub fn read_string_enum<'de, T: StringEnum, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    read_scalar(deserializer, |scalar| T::from_wire_name(&scalar.text()))
}
