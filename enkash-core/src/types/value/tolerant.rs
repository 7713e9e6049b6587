//! How responses spell scalars: numbers as texts, texts as numbers.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::Error as SpellingError;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value as Json;

/// A scalar as it stands in a response; anything else as JSON.
#[derive(Clone, Copy)]
pub(crate) enum ScalarForm<'a> {
    Text(&'a str),
    Bool(bool),
    Signed(i64),
    Unsigned(u64),
    Float(f64),
    Json(&'a Json),
}

impl<'a> ScalarForm<'a> {
    /// A text as itself, anything else as its JSON.
    #[inline]
    pub(crate) fn text(self) -> Cow<'a, str> {
        match self {
            ScalarForm::Text(text) => Cow::Borrowed(text),
            ScalarForm::Bool(value) => Cow::Borrowed(if value { "true" } else { "false" }),
            ScalarForm::Signed(number) => Cow::Owned(number.to_string()),
            ScalarForm::Unsigned(number) => Cow::Owned(number.to_string()),
            ScalarForm::Float(number) => Cow::Owned(number.to_string()),
            ScalarForm::Json(Json::String(text)) => Cow::Borrowed(text),
            ScalarForm::Json(json) => Cow::Owned(json.to_string()),
        }
    }
}

impl<'a> From<&'a Json> for ScalarForm<'a> {
    fn from(json: &'a Json) -> Self {
        ScalarForm::Json(json)
    }
}

/// What is read from a scalar is read from the scalar itself.
impl<'de> Deserializer<'de> for ScalarForm<'de> {
    type Error = SpellingError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SpellingError> {
        match self {
            ScalarForm::Text(text) => visitor.visit_borrowed_str(text),
            ScalarForm::Bool(value) => visitor.visit_bool(value),
            ScalarForm::Signed(number) => visitor.visit_i64(number),
            ScalarForm::Unsigned(number) => visitor.visit_u64(number),
            ScalarForm::Float(number) => visitor.visit_f64(number),
            ScalarForm::Json(json) => json.deserialize_any(visitor).map_err(SpellingError::custom),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SpellingError> {
        match self {
            ScalarForm::Json(Json::Null) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Reads any JSON through `make`. The compiler writes one reader for however many types there are.
pub(crate) fn read_scalar<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    mut make: impl FnMut(ScalarForm<'_>) -> T,
) -> Result<T, D::Error> {
    let mut made = None;
    let keep: &mut dyn FnMut(ScalarForm<'_>) = &mut |scalar| made = Some(make(scalar));
    deserializer.deserialize_any(Any(keep))?;
    made.ok_or_else(|| D::Error::custom("nothing to read"))
}

/// Reads any JSON as a text: a string as itself, anything else as its JSON.
pub(crate) fn read_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    deserializer.deserialize_any(Any(|scalar: ScalarForm<'_>| scalar.text().into_owned()))
}

/// Gives a function what is there.
struct Any<F>(F);

impl<'de, T, F: FnOnce(ScalarForm<'_>) -> T> Visitor<'de> for Any<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_str<E>(self, text: &str) -> Result<T, E> {
        Ok((self.0)(ScalarForm::Text(text)))
    }

    fn visit_bool<E>(self, value: bool) -> Result<T, E> {
        Ok((self.0)(ScalarForm::Bool(value)))
    }

    fn visit_i64<E>(self, number: i64) -> Result<T, E> {
        Ok((self.0)(ScalarForm::Signed(number)))
    }

    fn visit_u64<E>(self, number: u64) -> Result<T, E> {
        Ok((self.0)(ScalarForm::Unsigned(number)))
    }

    fn visit_f64<E>(self, number: f64) -> Result<T, E> {
        Ok((self.0)(ScalarForm::Float(number)))
    }

    fn visit_unit<E>(self) -> Result<T, E> {
        Ok((self.0)(ScalarForm::Json(&Json::Null)))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let json = Json::deserialize(MapAccessDeserializer::new(map))?;
        Ok((self.0)(ScalarForm::Json(&json)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<T, A::Error> {
        let json = Json::deserialize(SeqAccessDeserializer::new(list))?;
        Ok((self.0)(ScalarForm::Json(&json)))
    }
}

/// A number or a boolean, whichever way it was spelled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Plain {
    Bool(bool),
    Signed(i64),
    Unsigned(u64),
    Float(f64),
}

impl Plain {
    fn parse(text: &str) -> Option<Plain> {
        let text = text.trim();
        if let Ok(number) = text.parse() {
            return Some(Plain::Signed(number));
        }
        if let Ok(number) = text.parse() {
            return Some(Plain::Unsigned(number));
        }
        if let Ok(value) = text.parse() {
            return Some(Plain::Bool(value));
        }
        text.parse().ok().filter(|number: &f64| number.is_finite()).map(Plain::Float)
    }
}

/// A type that a number or a boolean can be.
pub(super) trait FromPlain: Sized {
    fn from_plain(plain: Plain) -> Option<Self>;
}

impl FromPlain for bool {
    fn from_plain(plain: Plain) -> Option<bool> {
        match plain {
            Plain::Bool(value) => Some(value),
            Plain::Signed(_) | Plain::Unsigned(_) | Plain::Float(_) => None,
        }
    }
}

macro_rules! whole {
    ($($ty:ty),*) => {$(
        impl FromPlain for $ty {
            fn from_plain(plain: Plain) -> Option<$ty> {
                match plain {
                    Plain::Bool(_) => None,
                    Plain::Signed(number) => number.try_into().ok(),
                    Plain::Unsigned(number) => number.try_into().ok(),
                    Plain::Float(number) => whole(number)?.try_into().ok(),
                }
            }
        }
    )*};
}

whole!(u8, u16, u32, u64, i8, i16, i32, i64);

/// The whole number that a double is for sure: up to 2^53 it stands for that one alone.
fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0).then_some(number as i64)
}

macro_rules! float {
    ($($ty:ty),*) => {$(
        impl FromPlain for $ty {
            fn from_plain(plain: Plain) -> Option<$ty> {
                match plain {
                    Plain::Bool(_) => None,
                    Plain::Signed(number) => Some(number as $ty),
                    Plain::Unsigned(number) => Some(number as $ty),
                    Plain::Float(number) => Some(number as $ty),
                }
            }
        }
    )*};
}

float!(f32, f64);

/// Reads a number or a boolean from its own JSON or from a text that spells it.
pub(super) fn read_plain<'de, T: FromPlain, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    // The text is what was sent, so it is no part of the error.
    let plain = deserializer.deserialize_any(AnyPlain)?;
    plain.and_then(T::from_plain).ok_or_else(|| D::Error::custom("a value of another type than documented"))
}

struct AnyPlain;

impl<'de> Visitor<'de> for AnyPlain {
    type Value = Option<Plain>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number or a boolean")
    }

    fn visit_str<E>(self, text: &str) -> Result<Option<Plain>, E> {
        Ok(Plain::parse(text))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Option<Plain>, E> {
        Ok(Some(Plain::Bool(value)))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Option<Plain>, E> {
        Ok(Some(Plain::Signed(number)))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Option<Plain>, E> {
        Ok(Some(Plain::Unsigned(number)))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Option<Plain>, E> {
        Ok(Some(Plain::Float(number)))
    }

    fn visit_unit<E>(self) -> Result<Option<Plain>, E> {
        Ok(None)
    }

    /// Also a number, where some crate has switched on serde_json's `arbitrary_precision`.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Option<Plain>, A::Error> {
        let json = Json::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Plain::parse(&json.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T: FromPlain>(json: &str) -> Option<T> {
        read_plain(&mut serde_json::Deserializer::from_str(json)).ok()
    }

    #[test]
    fn numbers_are_read_from_both_forms_and_only_where_they_fit() {
        for (json, number) in [
            ("7", Some(7)),
            ("\"7\"", Some(7)),
            ("\" 7 \"", Some(7)),
            ("7.0", Some(7)),
            ("\"7.0\"", Some(7)),
            ("255", Some(255)),
            ("256", None),
            ("-1", None),
            ("7.5", None),
            ("\"\"", None),
            ("\"seven\"", None),
            ("true", None),
            ("null", None),
            ("[7]", None),
            ("{\"a\":7}", None),
        ] {
            assert_eq!(read::<u8>(json), number, "{json}");
        }
        assert_eq!(read::<u64>("18446744073709551615"), Some(u64::MAX));
        assert_eq!(read::<u64>("\"18446744073709551615\""), Some(u64::MAX));
        assert_eq!(read::<i64>("\"-9223372036854775808\""), Some(i64::MIN));
        assert_eq!(read::<i64>("9007199254740994.0"), None, "a double that stands for two numbers");
    }

    #[test]
    fn fractions_and_booleans_are_read_from_both_forms() {
        for (json, number) in [
            ("1.5", Some(1.5)),
            ("\"1.5\"", Some(1.5)),
            ("2", Some(2.0)),
            ("\"1e3\"", Some(1000.0)),
            ("\"NaN\"", None),
            ("\"inf\"", None),
            ("false", None),
        ] {
            assert_eq!(read::<f64>(json), number, "{json}");
        }
        for (json, value) in
            [("true", Some(true)), ("\"false\"", Some(false)), ("1", None), ("\"yes\"", None)]
        {
            assert_eq!(read::<bool>(json), value, "{json}");
        }
    }

    #[test]
    fn any_json_has_a_text() {
        for (json, text) in [
            ("\"a\\\"b\"", "a\"b"),
            ("true", "true"),
            ("-3", "-3"),
            ("1.50", "1.5"),
            ("null", "null"),
            ("[1,\"a\"]", "[1,\"a\"]"),
            ("{\"a\":null}", "{\"a\":null}"),
        ] {
            assert_eq!(read_text(&mut serde_json::Deserializer::from_str(json)).unwrap(), text, "{json}");
        }
    }
}
