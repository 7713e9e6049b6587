//! A scalar whose documented form is not to be relied upon.

use std::fmt;

use serde::de::Deserializer;
use serde::{Serialize, Serializer};

use super::tolerant::{ScalarForm, read_exactly};
use super::{ReadValue, Value};
use crate::base::secret::Redacted;
use crate::rules::Rules;
use crate::rules::violation::{FieldPath, Rule, Violations};

/// A scalar of a response whose documented form cannot be relied upon: the value, or the string
/// that came instead.
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
    /// The value, in its documented form.
    Value(T),
    /// Something else: the text of a string, and the JSON of anything else as it came, with all
    /// digits of a number. In a request it is a violation.
    Other(String),
}

/// Shows the length of what came instead of a value, which can be long and hold anything. Instead
/// of a sensitive value even that is hidden: it may be a card number with one digit too many.
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
    /// The value, if it came in its documented form.
    pub fn value(&self) -> Option<&T> {
        match self {
            Lenient::Value(value) => Some(value),
            Lenient::Other(_) => None,
        }
    }

    /// The same as a value of one's own.
    pub fn into_value(self) -> Option<T> {
        match self {
            Lenient::Value(value) => Some(value),
            Lenient::Other(_) => None,
        }
    }

    /// What is not the documented form, as its text.
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
