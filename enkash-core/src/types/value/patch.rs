//! Fields of partial updates.

use std::fmt;
use std::marker::PhantomData;

use serde::de::Visitor;
use serde::{Deserializer, Serialize, Serializer};

use super::{DecimalValue, ListValue, NumberValue, ReadValue, TextValue, Value};
use crate::rules::Rules;
use crate::rules::violation::{FieldPath, Violations};

/// A nullable field of a partial update: leave it unchanged, clear it, or set it.
///
/// Java servers read `PATCH` bodies with `JsonNullable`, which usually has this meaning: an absent
/// field stays unchanged, `null` clears it. In a response as well, only `null` is
/// [`Null`](Patch::Null): a `""` or `[]` instead of an object is [`Absent`](Patch::Absent).
///
/// ```
/// use enkash_core::Patch;
///
/// let unchanged: Patch<String> = Patch::Absent;
/// let cleared: Patch<String> = Patch::Null;
/// let changed = Patch::Value("12, Example Road".to_owned());
/// assert_eq!(unchanged, Patch::default());
/// assert_ne!(cleared, changed);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Patch<T> {
    /// The field is not sent and stays unchanged.
    #[default]
    Absent,
    /// `null` is sent, which clears the field.
    Null,
    /// The value is sent.
    Value(T),
}

impl<T> Patch<T> {
    /// Returns the value to set, if there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Patch::Value(value) => Some(value),
            Patch::Absent | Patch::Null => None,
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Patch::Value(value)
    }
}

impl From<&str> for Patch<String> {
    fn from(value: &str) -> Self {
        Patch::Value(value.to_owned())
    }
}

impl<T: Serialize> Serialize for Patch<T> {
    /// Writes `null` for [`Patch::Absent`] as well, for formats that cannot leave a field out;
    /// enkash leaves it out.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<T: Value> Value for Patch<T> {
    const SENSITIVE: bool = T::SENSITIVE;

    fn is_absent(&self) -> bool {
        matches!(self, Patch::Absent)
    }

    fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        if let Patch::Value(value) = self {
            value.check(rules, at, found);
        }
    }
}

impl<T: ReadValue> ReadValue for Patch<T> {
    fn missing() -> Option<Self> {
        Some(Patch::Absent)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(PatchVisitor(PhantomData))
    }
}

struct PatchVisitor<T>(PhantomData<T>);

impl<'de, T: ReadValue> Visitor<'de> for PatchVisitor<T> {
    type Value = Patch<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Patch<T>, E> {
        Ok(Patch::Null)
    }

    fn visit_unit<E>(self) -> Result<Patch<T>, E> {
        Ok(Patch::Null)
    }

    /// Only `null` is `Null`, so that sending a received value back does not clear a field that was
    /// `""` instead of an object.
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Patch<T>, D::Error> {
        Option::<T>::read(deserializer).map(|value| value.map_or(Patch::Absent, Patch::Value))
    }
}

impl<T: TextValue> TextValue for Patch<T> {}
impl<T: NumberValue> NumberValue for Patch<T> {}
impl<T: DecimalValue> DecimalValue for Patch<T> {}
impl<T: ListValue> ListValue for Patch<T> {}
