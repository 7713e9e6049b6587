//! Dates and times in a custom format (`#[format("…")]`).

use std::fmt;

use jiff::civil::{Date, DateTime, Time};
use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};
use serde_json::Value as Json;

use super::{Lenient, Patch, QueryValue, Value};
use crate::rules::Rules;
use crate::rules::violation::{FieldPath, Violations};

/// A date or time that can be written in a custom format.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a date or time, and `#[format]` applies to these",
    label = "not a date or time",
    note = "the attribute applies to jiff's civil `Date`, `Time` and `DateTime`, and to `Option`, `Vec` and `Patch` of these"
)]
pub trait DateFormat: Value + Sized {
    /// Serialises the value in a `strftime` format.
    ///
    /// # Errors
    /// Returns an error of the serializer, or one if the format needs a part that the value does
    /// not have.
    fn serialize_as<S: Serializer>(&self, format: &str, serializer: S) -> Result<S::Ok, S::Error>;

    /// Calls `each` with every string.
    fn each_text_as(&self, format: &str, each: &mut dyn FnMut(&str));

    /// Parses the value from a string in the format, or a list of them; `None` for anything else.
    fn parse_as(format: &str, json: &Json) -> Option<Self>;
}

macro_rules! civil {
    ($($ty:ty),*) => {$(
        impl DateFormat for $ty {
            fn serialize_as<S: Serializer>(&self, format: &str, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&jiff::fmt::strtime::format(format, *self).map_err(serde::ser::Error::custom)?)
            }

            fn each_text_as(&self, format: &str, each: &mut dyn FnMut(&str)) {
                if let Ok(text) = jiff::fmt::strtime::format(format, *self) {
                    each(&text);
                }
            }

            fn parse_as(format: &str, json: &Json) -> Option<Self> {
                <$ty>::strptime(format, json.as_str()?).ok()
            }
        }
    )*};
}

civil!(Date, Time, DateTime);

impl<T: DateFormat> DateFormat for Option<T> {
    fn serialize_as<S: Serializer>(&self, format: &str, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.serialize_as(format, serializer),
            None => serializer.serialize_none(),
        }
    }

    fn each_text_as(&self, format: &str, each: &mut dyn FnMut(&str)) {
        if let Some(value) = self {
            value.each_text_as(format, each);
        }
    }

    fn parse_as(format: &str, json: &Json) -> Option<Self> {
        if json.is_null() { Some(None) } else { T::parse_as(format, json).map(Some) }
    }
}

impl<T: DateFormat> DateFormat for Patch<T> {
    fn serialize_as<S: Serializer>(&self, format: &str, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Patch::Value(value) => value.serialize_as(format, serializer),
            Patch::Absent | Patch::Null => serializer.serialize_none(),
        }
    }

    fn each_text_as(&self, format: &str, each: &mut dyn FnMut(&str)) {
        if let Patch::Value(value) = self {
            value.each_text_as(format, each);
        }
    }

    fn parse_as(format: &str, json: &Json) -> Option<Self> {
        if json.is_null() { Some(Patch::Null) } else { T::parse_as(format, json).map(Patch::Value) }
    }
}

impl<T: DateFormat + Serialize> DateFormat for Lenient<T> {
    fn serialize_as<S: Serializer>(&self, format: &str, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Lenient::Value(value) => value.serialize_as(format, serializer),
            Lenient::Other(text) => serializer.serialize_str(text),
        }
    }

    fn each_text_as(&self, format: &str, each: &mut dyn FnMut(&str)) {
        match self {
            Lenient::Value(value) => value.each_text_as(format, each),
            Lenient::Other(text) => each(text),
        }
    }

    fn parse_as(format: &str, json: &Json) -> Option<Self> {
        Some(T::parse_as(format, json).map_or_else(|| Lenient::other(json), Lenient::Value))
    }
}

impl<T: DateFormat> DateFormat for Vec<T> {
    fn serialize_as<S: Serializer>(&self, format: &str, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.len()))?;
        for value in self {
            list.serialize_element(&Formatted::new(value, format))?;
        }
        list.end()
    }

    fn each_text_as(&self, format: &str, each: &mut dyn FnMut(&str)) {
        self.iter().for_each(|value| value.each_text_as(format, each));
    }

    fn parse_as(format: &str, json: &Json) -> Option<Self> {
        json.as_array()?.iter().map(|element| T::parse_as(format, element)).collect()
    }
}

/// A date or time with the format in which it is written.
pub struct Formatted<'a, T> {
    value: &'a T,
    format: &'a str,
}

impl<'a, T: DateFormat> Formatted<'a, T> {
    /// Wraps a value.
    pub const fn new(value: &'a T, format: &'a str) -> Self {
        Formatted { value, format }
    }
}

impl<T: DateFormat> fmt::Debug for Formatted<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: DateFormat> Serialize for Formatted<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize_as(self.format, serializer)
    }
}

impl<T: DateFormat> Value for Formatted<'_, T> {
    fn is_absent(&self) -> bool {
        self.value.is_absent()
    }

    fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        self.value.check(rules, at, found);
    }
}

impl<T: DateFormat> QueryValue for Formatted<'_, T> {
    fn each_text(&self, each: &mut dyn FnMut(&str)) {
        self.value.each_text_as(self.format, each);
    }
}
