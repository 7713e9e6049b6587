//! Scalars that may not have their documented type.

use std::fmt;

use serde::de::Deserializer;
use serde::{Serialize, Serializer};

use super::tolerant::{ScalarForm, read_exactly};
use super::{ReadValue, Value};
use crate::base::secret::Redacted;
use crate::rules::Rules;
use crate::rules::violation::{FieldPath, Rule, Violations};

/// A scalar in a response that may not have its documented type: the value, or the received string.
///
/// ```
/// use enkash_core::{Lenient, Money, model};
///
/// #[model]
/// pub struct Balance {
///     pub amount: Option<Lenient<Money>>,
/// }
///
/// let balance: Balance = serde_json::from_str(r#"{"amount": "on request"}"#)?;
/// assert_eq!(balance.amount, Some(Lenient::Other("on request".to_owned())));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Lenient<T> {
    /// A value of the documented type.
    Value(T),
    /// Anything else: the content of a string, or the JSON of another value with all digits of
    /// numbers. It is a violation in a request.
    Other(String),
}

/// Shows the length of what was received instead of a value, and nothing of a sensitive one: it can
/// be a card number with an extra digit, for example.
impl<T: Value> fmt::Debug for Lenient<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Lenient::Value(value) => f.debug_tuple("Value").field(value).finish(),
            Lenient::Other(_) if T::SENSITIVE => f.debug_tuple("Other").field(&Redacted).finish(),
            Lenient::Other(text) => write!(f, "Other({} bytes)", text.len()),
        }
    }
}

impl<T> Lenient<T> {
    /// Returns the value, if it has the documented type.
    pub fn value(&self) -> Option<&T> {
        match self {
            Lenient::Value(value) => Some(value),
            Lenient::Other(_) => None,
        }
    }

    /// Converts into the value, if it has the documented type.
    pub fn into_value(self) -> Option<T> {
        match self {
            Lenient::Value(value) => Some(value),
            Lenient::Other(_) => None,
        }
    }

    /// Wraps a scalar that does not have the documented type.
    pub(super) fn other<'a>(scalar: impl Into<ScalarForm<'a>>) -> Self {
        Lenient::Other(scalar.into().text().into_owned())
    }
}

impl<T: Serialize> Serialize for Lenient<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Lenient::Value(value) => value.serialize(serializer),
            Lenient::Other(text) => serializer.serialize_str(text),
        }
    }
}

impl<T: Value> Value for Lenient<T> {
    const SENSITIVE: bool = T::SENSITIVE;

    fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        match self {
            Lenient::Value(value) => value.check(rules, at, found),
            Lenient::Other(_) => found.push(at, Rule::Writable),
        }
    }
}

impl<T: ReadValue> ReadValue for Lenient<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_exactly(deserializer, |scalar| {
            T::read(scalar).map_or_else(|_| Lenient::other(scalar), Lenient::Value)
        })
    }
}
