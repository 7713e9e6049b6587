//! Numbers and booleans, in any representation.

use std::fmt;

use serde::de::{Deserializer, Error as _, MapAccess, Visitor};

use super::private_names::{Name, NameSeed};
use super::tolerant::{RawText, ScalarForm};

/// A number or a boolean, in any representation.
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

/// A type that a number or boolean converts into.
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

/// Converts a double into a whole number if it is exact: below 2^53, each one is a distinct double.
fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0).then_some(number as i64)
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

/// Deserialises a number or boolean, also from a string.
pub(super) fn read_plain<'de, T: FromPlain, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    // The error must not contain the received value.
    let plain = deserializer.deserialize_any(AnyPlain)?;
    plain.and_then(T::from_plain).ok_or_else(|| D::Error::custom("not of the documented type"))
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

    /// A number, if a crate enables serde_json's feature `arbitrary_precision`.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<Plain>, A::Error> {
        if let Some(Name::Number) = map.next_key_seed(NameSeed)? {
            return map
                .next_value_seed(RawText(|number: ScalarForm<'_>| Plain::parse(&number.text())));
        }
        Err(A::Error::custom("not of the documented type"))
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
}
