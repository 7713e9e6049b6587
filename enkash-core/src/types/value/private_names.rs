//! The private names under which serde_json passes raw values and numbers.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Visitor};

/// The name under which serde_json passes the JSON of a value. Other deserializers do not know it
/// and pass the value.
pub(super) const RAW: &str = "$serde_json::private::RawValue";

/// The name under which serde_json passes a number, if a crate enables its feature
/// `arbitrary_precision`.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// Whether a crate enables that feature: serde_json then stores a number as its string.
pub(crate) const NUMBERS_ARE_MAPS: bool = size_of::<serde_json::Number>() == size_of::<String>();

/// The error of an unpaired surrogate such as `\ud83d`. It makes the caller repair the body.
pub(super) const HALF: &str = "a string with half a character";

/// The first name in a map: one of serde_json's, or another.
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
