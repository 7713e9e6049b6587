//! The names under which serde_json hands over the text of a value and of a number.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Visitor};

/// The name under which serde_json hands over the text of a value. Another deserializer, which does
/// not know it, hands over the value.
pub(super) const RAW: &str = "$serde_json::private::RawValue";

/// The name under which serde_json hands over a number if some crate has switched on its feature
/// `arbitrary_precision`.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// Whether it does, which shows in how it keeps a number: as its text.
pub(super) const NUMBERS_ARE_MAPS: bool = size_of::<serde_json::Number>() == size_of::<String>();

/// Half of a pair of escapes, such as `\ud83d`. The body is repaired after this error.
pub(super) const HALF: &str = "a string with half a character";

/// The name of a member: one of serde_json's, or another.
pub(super) enum Name {
    Raw,
    Number,
    Other(String),
}

pub(super) struct NameSeed;

impl<'de> DeserializeSeed<'de> for NameSeed {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for NameSeed {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Name, E> {
        Ok(match name {
            RAW => Name::Raw,
            NUMBER => Name::Number,
            _ => Name::Other(name.to_owned()),
        })
    }
}
