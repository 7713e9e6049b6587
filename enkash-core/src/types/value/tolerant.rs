//! Scalars in any representation: numbers as strings, strings as numbers.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::Error as ScalarError;
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::Value as Json;

use super::private_names::{HALF, Name, NameSeed, RAW};
use super::reading::{again, is_careful, within_text};
use super::tree::{Tree, tree_of};
use crate::JsonMap;

/// A scalar as received; anything else as JSON.
#[derive(Clone, Copy)]
pub(crate) enum ScalarForm<'a> {
    Text(&'a str),
    Bool(bool),
    Signed(i64),
    Unsigned(u64),
    Float(f64),
    /// A number with all of its digits.
    Number(&'a str),
    /// The JSON of a list or an object.
    Raw(&'a str),
    Json(&'a Json),
}

impl<'a> ScalarForm<'a> {
    /// Reads the JSON of a value; `None` for a string that must be repaired.
    fn of_raw<T>(raw: &str, make: impl FnOnce(ScalarForm<'_>) -> T) -> Option<T> {
        Some(match raw.as_bytes().first() {
            Some(b'"') => match raw.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
                Some(text) if !text.contains('\\') => make(ScalarForm::Text(text)),
                _ => make(ScalarForm::Text(&serde_json::from_str::<String>(raw).ok()?)),
            },
            Some(b't') => make(ScalarForm::Bool(true)),
            Some(b'f') => make(ScalarForm::Bool(false)),
            Some(b'{' | b'[') => make(ScalarForm::Raw(raw)),
            Some(b'n') => make(ScalarForm::Json(&Json::Null)),
            _ => make(ScalarForm::Number(raw)),
        })
    }

    /// Returns the content of a string, and the JSON of anything else.
    #[inline]
    pub(crate) fn text(self) -> Cow<'a, str> {
        match self {
            ScalarForm::Text(text) | ScalarForm::Number(text) | ScalarForm::Raw(text) => {
                Cow::Borrowed(text)
            }
            ScalarForm::Bool(value) => Cow::Borrowed(if value { "true" } else { "false" }),
            ScalarForm::Signed(number) => Cow::Owned(number.to_string()),
            ScalarForm::Unsigned(number) => Cow::Owned(number.to_string()),
            ScalarForm::Float(number) => Cow::Owned(number.to_string()),
            ScalarForm::Json(Json::String(text)) => Cow::Borrowed(text),
            ScalarForm::Json(json) => Cow::Owned(json.to_string()),
        }
    }

    /// Returns the value as a tree; `None` if it must be repaired.
    pub(super) fn tree(self) -> Option<Json> {
        Some(match self {
            ScalarForm::Text(text) => Json::String(text.to_owned()),
            ScalarForm::Bool(value) => Json::Bool(value),
            ScalarForm::Signed(number) => Json::from(number),
            ScalarForm::Unsigned(number) => Json::from(number),
            ScalarForm::Float(number) => Json::from(number),
            ScalarForm::Number(text) | ScalarForm::Raw(text) => return tree_of(text),
            ScalarForm::Json(json) => json.clone(),
        })
    }
}

impl<'a> From<&'a Json> for ScalarForm<'a> {
    fn from(json: &'a Json) -> Self {
        ScalarForm::Json(json)
    }
}

/// Deserialises the types that are read from a scalar.
impl<'de> Deserializer<'de> for ScalarForm<'de> {
    type Error = ScalarError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ScalarError> {
        match self {
            ScalarForm::Text(text) => visitor.visit_borrowed_str(text),
            ScalarForm::Bool(value) => visitor.visit_bool(value),
            ScalarForm::Signed(number) => visitor.visit_i64(number),
            ScalarForm::Unsigned(number) => visitor.visit_u64(number),
            ScalarForm::Float(number) => visitor.visit_f64(number),
            ScalarForm::Number(text) | ScalarForm::Raw(text) => {
                within_text(|| serde_json::Deserializer::from_str(text).deserialize_any(visitor))
                    .ok_or_else(|| ScalarError::custom("nested too deeply"))?
                    .map_err(ScalarError::custom)
            }
            ScalarForm::Json(json) => json.deserialize_any(visitor).map_err(ScalarError::custom),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ScalarError> {
        match self {
            ScalarForm::Json(Json::Null) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ScalarError> {
        match self {
            ScalarForm::Number(text) | ScalarForm::Raw(text) => within_text(|| {
                serde_json::Deserializer::from_str(text).deserialize_newtype_struct(name, visitor)
            })
            .ok_or_else(|| ScalarError::custom("nested too deeply"))?
            .map_err(ScalarError::custom),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Reads any JSON through `make`. The reader is not generic over the type, so that it is compiled
/// once.
pub(crate) fn read_scalar<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    mut make: impl FnMut(ScalarForm<'_>) -> T,
) -> Result<T, D::Error> {
    let mut made = None;
    let keep: &mut dyn FnMut(ScalarForm<'_>) = &mut |scalar| made = Some(make(scalar));
    read_any(deserializer, keep)?;
    made.ok_or_else(|| D::Error::custom("nothing to read"))
}

/// Calls [`read_scalar`] for a type whose numbers may have more digits than a double.
pub(crate) fn read_exactly<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    mut make: impl FnMut(ScalarForm<'_>) -> T,
) -> Result<T, D::Error> {
    let mut made = None;
    let keep: &mut dyn FnMut(ScalarForm<'_>) = &mut |scalar| made = Some(make(scalar));
    read_raw(deserializer, keep)?;
    made.ok_or_else(|| D::Error::custom("nothing to read"))
}

/// Deserialises any JSON as a string: a string as its content, anything else as its JSON.
pub(crate) fn read_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    read_any(deserializer, |scalar| match scalar {
        ScalarForm::Text(text) => text.to_owned(),
        scalar => scalar.text().into_owned(),
    })
}

/// Appends any JSON to a string, as received.
pub(crate) fn read_json_text<'de, D: Deserializer<'de>>(
    deserializer: D,
    text: &mut String,
) -> Result<(), D::Error> {
    read_raw(deserializer, |scalar| match scalar {
        ScalarForm::Text(string) => text.push_str(&Json::from(string).to_string()),
        scalar => text.push_str(&scalar.text()),
    })
}

/// Deserialises any JSON, and a number as the string of its digits.
pub(crate) fn read_digits<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
    let read = read_raw(deserializer, |scalar| match scalar {
        ScalarForm::Number(digits) => Some(Json::from(digits)),
        scalar => scalar.tree(),
    })?;
    read.ok_or_else(|| D::Error::custom(HALF))
}

/// [`read_scalar`] for one type alone.
pub(crate) fn read_any<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    make: impl FnOnce(ScalarForm<'_>) -> T,
) -> Result<T, D::Error> {
    if is_careful() {
        read_raw(deserializer, make)
    } else {
        deserializer.deserialize_any(Any(make))
    }
}

/// Reads any JSON from its raw form, if the deserializer provides it.
pub(super) fn read_raw<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    make: impl FnOnce(ScalarForm<'_>) -> T,
) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(RAW, Any(make))
}

/// Passes the received value to a function.
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

    /// A number whose original digits may differ.
    fn visit_f64<E>(self, number: f64) -> Result<T, E> {
        again();
        Ok((self.0)(ScalarForm::Float(number)))
    }

    fn visit_unit<E>(self) -> Result<T, E> {
        Ok((self.0)(ScalarForm::Json(&Json::Null)))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut object = JsonMap::new();
        while let Some(name) = map.next_key_seed(NameSeed)? {
            match name {
                Name::Raw if object.is_empty() => return map.next_value_seed(RawText(self.0)),
                Name::Number if object.is_empty() => return map.next_value_seed(RawText(self.0)),
                Name::Other(_) if !is_careful() => {
                    // The careful mode reads the JSON as received.
                    again();
                    map.next_value::<IgnoredAny>()?;
                }
                Name::Raw | Name::Number => {
                    return Err(A::Error::custom("a reserved name of serde_json"));
                }
                Name::Other(name) => {
                    object.insert(name, map.next_value_seed(Tree::TOP)?);
                }
            }
        }
        Ok((self.0)(ScalarForm::Json(&Json::Object(object))))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<T, A::Error> {
        let mut elements = Vec::new();
        if is_careful() {
            while let Some(element) = list.next_element_seed(Tree::TOP)? {
                elements.push(element);
            }
        } else {
            again();
            while list.next_element::<IgnoredAny>()?.is_some() {}
        }
        Ok((self.0)(ScalarForm::Json(&Json::Array(elements))))
    }
}

/// Reads the raw JSON of a value.
pub(super) struct RawText<F>(pub(super) F);

impl<'de, T, F: FnOnce(ScalarForm<'_>) -> T> DeserializeSeed<'de> for RawText<F> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T, F: FnOnce(ScalarForm<'_>) -> T> Visitor<'_> for RawText<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_str<E: serde::de::Error>(self, raw: &str) -> Result<T, E> {
        ScalarForm::of_raw(raw, self.0).ok_or_else(|| E::custom(HALF))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_map_where_it_is_kept_as_its_text() {
        struct IsMap;

        impl<'de> Visitor<'de> for IsMap {
            type Value = bool;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number")
            }

            fn visit_u64<E>(self, _: u64) -> Result<bool, E> {
                Ok(false)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
                map.next_entry::<String, IgnoredAny>().map(|entry| entry.is_some())
            }
        }

        let is_map = serde_json::Deserializer::from_str("7").deserialize_any(IsMap).unwrap();
        assert_eq!(is_map, super::super::private_names::NUMBERS_ARE_MAPS);
    }

    #[test]
    fn any_json_has_a_text() {
        for (json, text) in [
            ("\"a\\\"b\"", "a\"b"),
            ("true", "true"),
            ("-3", "-3"),
            ("1.50", "1.50"),
            ("12345678901234567890123", "12345678901234567890123"),
            ("1e999", "1e999"),
            ("null", "null"),
            ("[1, \"a\"]", "[1, \"a\"]"),
            ("{\"b\":1,\"a\":null}", "{\"b\":1,\"a\":null}"),
        ] {
            assert_eq!(
                read_text(&mut serde_json::Deserializer::from_str(json)).unwrap(),
                text,
                "{json}"
            );
        }
    }
}
