//! Strings, numbers and other scalars.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use super::any_json::{read_object, read_tree};
use super::plain::read_plain;
use super::tolerant::{read_scalar, read_text};
use super::{
    DecimalValue, JsonForm, ListValue, NumberValue, PathValue, QueryValue, ReadValue, TextValue,
    Value,
};
use crate::rules::violation::{FieldPath, Rule, Violations};
use crate::rules::{Bound, Rules};
use crate::types::text::Text;

/// Checks a string against the rules for strings.
pub(crate) fn check_text(text: &str, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
    if let Some(pattern) = &rules.pattern
        && !pattern.is_match(text)
    {
        found.push(at, Rule::Pattern(pattern.source()));
    }
    if let Some((min, max)) = rules.length {
        let characters = text.chars().count();
        if characters < min || characters > max {
            found.push(at, Rule::Length { min, max });
        }
    }
}

macro_rules! text {
    ($($ty:ty),*) => {$(
        impl TextValue for $ty {}
        impl PathValue for $ty {
            fn text(&self) -> Cow<'_, str> {
                Cow::Borrowed(self)
            }
        }
        impl QueryValue for $ty {
            fn each_text(&self, each: &mut dyn FnMut(&str)) {
                each(self);
            }
        }
    )*};
}

text!(str, String, Cow<'_, str>, Text);

impl Value for str {
    fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        check_text(self, rules, at, found);
    }
}

macro_rules! owned_text {
    ($($ty:ty),*) => {$(
        impl Value for $ty {
            fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
                check_text(self, rules, at, found);
            }
        }
        impl ReadValue for $ty {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read_text(deserializer).map(Into::into)
            }
        }
    )*};
}

owned_text!(String, Cow<'_, str>, Text);

macro_rules! forward {
    ($ty:ty $(, $sized:tt)?) => {
        impl<T: Value $(+ ?$sized)?> Value for $ty {
            const SENSITIVE: bool = T::SENSITIVE;

            fn is_absent(&self) -> bool {
                (**self).is_absent()
            }
            fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
                (**self).check(rules, at, found);
            }
        }
        impl<T: PathValue $(+ ?$sized)?> PathValue for $ty {
            fn text(&self) -> Cow<'_, str> {
                (**self).text()
            }
        }
        impl<T: QueryValue $(+ ?$sized)?> QueryValue for $ty {
            fn each_text(&self, each: &mut dyn FnMut(&str)) {
                (**self).each_text(each);
            }
        }
        impl<T: TextValue $(+ ?$sized)?> TextValue for $ty {}
        impl<T: NumberValue $(+ ?$sized)?> NumberValue for $ty {}
        impl<T: DecimalValue $(+ ?$sized)?> DecimalValue for $ty {}
        impl<T: ListValue $(+ ?$sized)?> ListValue for $ty {}
    };
}

forward!(&T, Sized);
forward!(Box<T>);

impl<T: ReadValue> ReadValue for Box<T> {
    const FORM: JsonForm = T::FORM;

    fn missing() -> Option<Self> {
        T::missing().map(Box::new)
    }
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Box::new)
    }
}

macro_rules! integer {
    ($($ty:ty),*) => {$(
        impl Value for $ty {
            fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
                let Some(range) = rules.range else { return };
                let number = i128::from(*self);
                // |number| < 2^64 and a scale below 20 keep the product within `i128`.
                let scaled = |bound: Bound| number * 10_i128.pow(bound.scale.min(18));
                let low = range.min.is_some_and(|min| {
                    let (number, bound) = (scaled(min), i128::from(min.mantissa));
                    if min.inclusive { number < bound } else { number <= bound }
                });
                let high = range.max.is_some_and(|max| {
                    let (number, bound) = (scaled(max), i128::from(max.mantissa));
                    if max.inclusive { number > bound } else { number >= bound }
                });
                if low || high {
                    found.push(at, Rule::Range(range));
                }
            }
        }
        impl ReadValue for $ty {
            const FORM: JsonForm = JsonForm::Scalar;

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read_plain(deserializer)
            }
        }
        impl NumberValue for $ty {}
    )*};
}

integer!(u8, u16, u32, u64, i8, i16, i32, i64);

macro_rules! float {
    ($($ty:ty),*) => {$(
        impl Value for $ty {
            fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
                let number = f64::from(*self);
                if !number.is_finite() {
                    found.push(at, Rule::Finite);
                    return;
                }
                let Some(range) = rules.range else { return };
                let value = |bound: Bound| bound.mantissa as f64 / 10_f64.powi(bound.scale as i32);
                let low = range
                    .min
                    .is_some_and(|min| number < value(min) || (!min.inclusive && number <= value(min)));
                let high = range
                    .max
                    .is_some_and(|max| number > value(max) || (!max.inclusive && number >= value(max)));
                if low || high {
                    found.push(at, Rule::Range(range));
                }
            }
        }
        impl ReadValue for $ty {
            const FORM: JsonForm = JsonForm::Scalar;

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read_plain(deserializer)
            }
        }
        impl NumberValue for $ty {}
    )*};
}

float!(f32, f64);

impl Value for bool {}

impl ReadValue for bool {
    const FORM: JsonForm = JsonForm::Scalar;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_plain(deserializer)
    }
}

macro_rules! as_serde_reads {
    ($($ty:ty),*) => {$(
        impl Value for $ty {}
        impl ReadValue for $ty {
            const FORM: JsonForm = JsonForm::Scalar;

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize(deserializer)
            }
        }
    )*};
}

impl Value for serde_json::Map<String, serde_json::Value> {}
impl ReadValue for serde_json::Map<String, serde_json::Value> {
    const FORM: JsonForm = JsonForm::Object;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer)
    }
}

impl Value for serde_json::Value {}
impl ReadValue for serde_json::Value {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_tree(deserializer)
    }
}

as_serde_reads!(jiff::civil::Date, jiff::civil::Time);

impl Value for jiff::civil::DateTime {}

/// Reads a time without a zone, or in UTC if it ends in `Z`: the API reference shows both, even for
/// the same field. A time with another offset is an error, since a civil time cannot hold the
/// offset and would be another time without it.
impl ReadValue for jiff::civil::DateTime {
    const FORM: JsonForm = JsonForm::Scalar;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_scalar(deserializer, |scalar| civil_time(&scalar.text()))?
            // The error must not contain the received value.
            .ok_or_else(|| D::Error::custom("not a date and time without an offset"))
    }
}

fn civil_time(text: &str) -> Option<jiff::civil::DateTime> {
    let without_zone = text.strip_suffix(['Z', 'z']).unwrap_or(text);
    // jiff ignores an offset and a zone's name, which can only follow the date.
    let behind_date = without_zone.get("yyyy-MM-dd".len()..)?;
    if behind_date.is_empty() || behind_date.contains(['+', '-', '[']) {
        return None;
    }
    without_zone.parse().ok()
}

super::displayed!(u8, u16, u32, u64, i8, i16, i32, i64, f32, f64, bool);
super::displayed!(jiff::civil::Date, jiff::civil::Time, jiff::civil::DateTime);

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(value: &impl Value, rules: Rules) -> Vec<Rule> {
        let mut found = Violations::new();
        value.check(&rules, &FieldPath::TOP, &mut found);
        found.iter().map(|violation| violation.rule.clone()).collect()
    }

    #[test]
    fn a_length_counts_characters_not_bytes() {
        let rules = Rules::new().with_length(1, 3);
        assert_eq!(broken(&"₹₹₹", rules), []);
        assert_eq!(broken(&"", rules), [Rule::Length { min: 1, max: 3 }]);
        assert_eq!(broken(&"abcd".to_owned(), rules), [Rule::Length { min: 1, max: 3 }]);
    }

    #[test]
    fn a_range_holds_for_whole_numbers_and_fractions_of_bounds() {
        let rules =
            Rules::new().with_range(Some(Bound::inclusive(1, 1)), Some(Bound::exclusive(5, 0)));
        for (number, ok) in [(0_i64, false), (1, true), (4, true), (5, false)] {
            assert_eq!(broken(&number, rules).is_empty(), ok, "{number}");
        }
        for (number, ok) in
            [(0.05, false), (0.1, true), (4.99, true), (5.0, false), (f64::NAN, false)]
        {
            assert_eq!(broken(&number, rules).is_empty(), ok, "{number}");
        }
        assert_eq!(
            broken(&u64::MAX, Rules::new().with_range(None, Some(Bound::inclusive(i64::MAX, 0))))
                .len(),
            1
        );
    }

    #[test]
    fn a_time_is_read_without_a_zone_or_in_utc_and_with_no_other_offset() {
        let time = jiff::civil::datetime(2026, 1, 6, 10, 15, 0, 0);
        for (text, read) in [
            ("2026-01-06T10:15:00", Some(time)),
            ("2026-01-06 10:15:00", Some(time)),
            ("2026-01-06T10:15:00Z", Some(time)),
            ("2026-01-06T10:15:00.000Z", Some(time)),
            ("2026-01-06T10:15:00z", Some(time)),
            ("2026-01-06T10:15:00+05:30", None),
            ("2026-01-06T10:15:00-05", None),
            ("2026-01-06T10:15:00+00:00", None),
            ("2026-01-06T10:15:00+05:30[Asia/Kolkata]", None),
            ("2026-01-06T10:15:00[UTC]", None),
            ("2026-01-06T10:15:00ZZ", None),
            ("2026-01-06", None),
            ("2026-01-06Z", None),
            ("06-01-2026 10:15:00", None),
            ("soon", None),
            ("₹₹₹₹₹₹", None),
            ("", None),
        ] {
            assert_eq!(civil_time(text), read, "{text}");
        }
    }
}
