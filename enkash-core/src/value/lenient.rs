//! Scalars as answers spell them: numbers as texts, texts as numbers, and what is neither.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};
use serde_json::Value as Json;

use super::Value;
use crate::rules::Rules;
use crate::violation::{At, Rule, Violations};

/// Reads any JSON as a text: a string as itself, anything else as its JSON.
pub(crate) fn read_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    deserializer.deserialize_any(AnyText)
}

/// Reads a scalar from its own JSON or from a text that spells it.
pub(super) fn read_parsed<'de, T: FromStr, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    // The text is what was sent, so it is no part of the error.
    read_text(deserializer)?
        .trim()
        .parse()
        .map_err(|_| de::Error::custom("a value of another type than documented"))
}

struct AnyText;

impl<'de> Visitor<'de> for AnyText {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_string<E>(self, text: String) -> Result<String, E> {
        Ok(text)
    }

    fn visit_bool<E>(self, value: bool) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_i64<E>(self, value: i64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_u64<E>(self, value: u64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_f64<E>(self, value: f64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_unit<E>(self) -> Result<String, E> {
        Ok("null".to_owned())
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<String, A::Error> {
        Json::deserialize(de::value::MapAccessDeserializer::new(map)).map(|json| json.to_string())
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, list: A) -> Result<String, A::Error> {
        Json::deserialize(de::value::SeqAccessDeserializer::new(list)).map(|json| json.to_string())
    }
}

/// A scalar of an answer whose documented form is not to be relied upon: the value, or the text that came instead.
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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Lenient<T> {
    /// The value, in its documented form.
    Value(T),
    /// Something else, as its text. In a request it is a violation.
    Other(String),
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
    pub(super) fn other(json: &Json) -> Self {
        Lenient::Other(match json {
            Json::String(text) => text.clone(),
            other => other.to_string(),
        })
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
    fn check(&self, rules: &Rules, at: &At<'_>, found: &mut Violations) {
        match self {
            Lenient::Value(value) => value.check(rules, at, found),
            Lenient::Other(_) => found.at(at, Rule::Writable),
        }
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Json::deserialize(deserializer)?;
        Ok(T::read(&json).map_or_else(|_| Lenient::other(&json), Lenient::Value))
    }
}
