//! `Option`, `Vec` and maps of undeclared fields.

use std::collections::{BTreeMap, HashMap};
use std::fmt::{self, Debug};
use std::hash::BuildHasher;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};
use serde_json::Value as Json;

use super::begun::{Begun, Members};
use super::private_names::NUMBERS_ARE_MAPS;
use super::reading::{is_careful, take_for_elements};
use super::tolerant::{ScalarForm, read_exactly};
use super::{
    DecimalValue, ExtraValue, JsonForm, ListValue, NumberValue, QueryValue, ReadSeed, ReadValue,
    TextValue, Value,
};
use crate::rules::Rules;
use crate::rules::violation::{FieldPath, Rule, Violations};

impl<T: Value> Value for Option<T> {
    const SENSITIVE: bool = T::SENSITIVE;

    fn is_absent(&self) -> bool {
        self.as_ref().is_none_or(Value::is_absent)
    }

    fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        if let Some(value) = self {
            value.check(rules, at, found);
        }
    }
}

impl<T: ReadValue> ReadValue for Option<T> {
    const FORM: JsonForm = JsonForm::Nullable;

    fn missing() -> Option<Self> {
        Some(None)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match T::FORM {
            JsonForm::Any | JsonForm::Nullable => {
                deserializer.deserialize_option(Nullable(PhantomData))
            }
            JsonForm::Object | JsonForm::List => {
                deserializer.deserialize_any(Structured(PhantomData))
            }
            // A blank string fails, and is accepted when the body is read again with care.
            JsonForm::Scalar if !is_careful() => {
                deserializer.deserialize_option(Nullable(PhantomData))
            }
            JsonForm::Scalar => read_exactly(deserializer, |scalar| match scalar {
                ScalarForm::Json(Json::Null) => Ok(None),
                ScalarForm::Text(text) if text.trim().is_empty() => Ok(None),
                scalar => T::read(scalar).map(Some),
            })?
            .map_err(D::Error::custom),
        }
    }
}

/// Deserialises an optional object or list. The stand-ins for a missing value `""`, `[]`, `false`
/// and `0` are absent. Other content is an error, so that it is not lost unnoticed.
struct Structured<T>(PhantomData<T>);

impl<T: ReadValue> Structured<T> {
    fn absent_if<E: serde::de::Error>(
        &self,
        is_empty: bool,
        found: Unexpected<'_>,
    ) -> Result<Option<T>, E> {
        if is_empty { Ok(None) } else { Err(E::invalid_type(found, self)) }
    }
}

impl<'de, T: ReadValue> Visitor<'de> for Structured<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if T::FORM == JsonForm::Object {
            "an object or null"
        } else {
            "a list or null"
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Option<T>, A::Error> {
        if !NUMBERS_ARE_MAPS {
            return T::read(MapAccessDeserializer::new(map)).map(Some);
        }
        match Begun::of(map)? {
            Begun::Number(number) => self.visit_f64(number),
            Begun::Object(members) => T::read(MapAccessDeserializer::new(members)).map(Some),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Option<T>, A::Error> {
        if T::FORM == JsonForm::List {
            return T::read(SeqAccessDeserializer::new(list)).map(Some);
        }
        let mut is_empty = true;
        while list.next_element::<IgnoredAny>()?.is_some() {
            is_empty = false;
        }
        self.absent_if(is_empty, Unexpected::Seq)
    }

    fn visit_unit<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_none<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Option<T>, E> {
        self.absent_if(text.trim().is_empty(), Unexpected::Other("a string"))
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Option<T>, E> {
        self.absent_if(!value, Unexpected::Bool(value))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Option<T>, E> {
        self.absent_if(number == 0, Unexpected::Other("a number"))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Option<T>, E> {
        self.absent_if(number == 0, Unexpected::Other("a number"))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Option<T>, E> {
        self.absent_if(number == 0.0, Unexpected::Other("a number"))
    }
}

struct Nullable<T>(PhantomData<T>);

impl<'de, T: ReadValue> Visitor<'de> for Nullable<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer).map(Some)
    }
}

impl<T: QueryValue> QueryValue for Option<T> {
    fn each_text(&self, each: &mut dyn FnMut(&str)) {
        if let Some(value) = self {
            value.each_text(each);
        }
    }
}

impl<T: TextValue> TextValue for Option<T> {}
impl<T: NumberValue> NumberValue for Option<T> {}
impl<T: DecimalValue> DecimalValue for Option<T> {}
impl<T: ListValue> ListValue for Option<T> {}

/// Checks the elements of a list, and their number.
fn check_elements<T: Value>(
    elements: &[T],
    rules: &Rules,
    at: &FieldPath<'_>,
    found: &mut Violations,
) {
    let Some((min, max)) = rules.items else {
        for (index, element) in elements.iter().enumerate() {
            element.check(rules, &at.index(index), found);
        }
        return;
    };
    if elements.len() < min || elements.len() > max {
        found.push(at, Rule::Items { min, max });
    }
    check_elements(elements, &rules.for_elements(), at, found);
}

macro_rules! list {
    ($($ty:ty),*) => {$(
        impl<T: QueryValue> QueryValue for $ty {
            fn each_text(&self, each: &mut dyn FnMut(&str)) {
                for element in self {
                    element.each_text(each);
                }
            }
        }
        impl<T: TextValue> TextValue for $ty {}
        impl<T: NumberValue> NumberValue for $ty {}
        impl<T: DecimalValue> DecimalValue for $ty {}
        impl<T: Value> ListValue for $ty {}
    )*};
}

list!(Vec<T>, [T]);

impl<T: Value> Value for [T] {
    const SENSITIVE: bool = T::SENSITIVE;

    fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        check_elements(self, rules, at, found);
    }
}

impl<T: Value> Value for Vec<T> {
    const SENSITIVE: bool = T::SENSITIVE;

    fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        check_elements(self, rules, at, found);
    }
}

impl<T: ReadValue> ReadValue for Vec<T> {
    const FORM: JsonForm = JsonForm::List;

    fn missing() -> Option<Self> {
        Some(Vec::new())
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Elements { takes_object: true, element: PhantomData })
    }
}

/// A list as a payload. It is read like a list in a field, except that a non-empty object is an
/// error: a response with an object of another kind does not contain one element.
pub(crate) struct PayloadList<T>(pub(crate) Vec<T>);

impl<T: ReadValue> ReadValue for PayloadList<T> {
    const FORM: JsonForm = JsonForm::List;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_any(Elements { takes_object: false, element: PhantomData })
            .map(PayloadList)
    }
}

struct Elements<T> {
    /// Whether an object counts as a list with one element.
    takes_object: bool,
    element: PhantomData<T>,
}

impl<T: ReadValue> Elements<T> {
    fn empty_if<E: serde::de::Error>(
        &self,
        is_empty: bool,
        found: Unexpected<'_>,
    ) -> Result<Vec<T>, E> {
        if is_empty { Ok(Vec::new()) } else { Err(E::invalid_type(found, self)) }
    }
}

impl<'de, T: ReadValue> Visitor<'de> for Elements<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or null")
    }

    fn visit_unit<E>(self) -> Result<Vec<T>, E> {
        Ok(Vec::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let mut elements = Vec::new();
        loop {
            let next = if T::FORM == JsonForm::Nullable {
                list.next_element_seed(ReadSeed(PhantomData))?.map(Some)
            } else {
                list.next_element_seed(ReadSeed::<Option<T>>(PhantomData))?
            };
            // `null` elements are left out.
            let Some(element) = next else { return Ok(elements) };
            let is_full = elements.len() == elements.capacity();
            if is_full && !take_for_elements(elements.capacity().max(4) * size_of::<T>()) {
                return Err(A::Error::custom("too many elements for the length of the body"));
            }
            elements.extend(element);
        }
    }

    /// Some converters from XML write a list with one element as that element, and an empty list as
    /// `{}`.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Vec<T>, A::Error> {
        match Begun::of(map)? {
            Begun::Number(number) => self.visit_f64(number),
            Begun::Object(Members { first: None, .. }) => Ok(Vec::new()),
            Begun::Object(members) if self.takes_object && T::FORM == JsonForm::Object => {
                T::read(MapAccessDeserializer::new(members)).map(|element| vec![element])
            }
            Begun::Object(_) => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Vec<T>, E> {
        self.empty_if(text.trim().is_empty(), Unexpected::Other("a string"))
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Vec<T>, E> {
        self.empty_if(!value, Unexpected::Bool(value))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Vec<T>, E> {
        self.empty_if(number == 0, Unexpected::Other("a number"))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Vec<T>, E> {
        self.empty_if(number == 0, Unexpected::Other("a number"))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Vec<T>, E> {
        self.empty_if(number == 0.0, Unexpected::Other("a number"))
    }
}

impl ExtraValue for serde_json::Map<String, serde_json::Value> {
    type Member = serde_json::Value;

    fn each_member(&self, each: &mut dyn FnMut(&str, &Self::Member)) {
        self.iter().for_each(|(name, member)| each(name, member));
    }

    fn from_members(members: Self) -> Result<Self, serde_json::Error> {
        Ok(members)
    }
}

impl<K: AsRef<str> + Debug, V: Value> ExtraValue for BTreeMap<K, V> {
    type Member = V;

    fn each_member(&self, each: &mut dyn FnMut(&str, &V)) {
        self.iter().for_each(|(name, member)| each(name.as_ref(), member));
    }
}

impl<K: AsRef<str> + Debug, V: Value, S: BuildHasher> ExtraValue for HashMap<K, V, S> {
    type Member = V;

    fn each_member(&self, each: &mut dyn FnMut(&str, &V)) {
        self.iter().for_each(|(name, member)| each(name.as_ref(), member));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_of_a_list_hold_for_its_elements_and_items_for_itself() {
        let mut found = Violations::new();
        let rules = Rules::new().with_length(1, 2).with_items(1, 2);
        Some(vec!["a", "", "abc"]).check(&rules, &FieldPath::TOP.field("names"), &mut found);
        assert_eq!(
            found.to_string(),
            "`names` must have 1 to 2 elements; `names[1]` must have 1 to 2 characters; \
             `names[2]` must have 1 to 2 characters"
        );
    }

    #[test]
    fn nothing_is_absent_only_where_it_is_none() {
        assert!(None::<String>.is_absent());
        assert!(!Some(String::new()).is_absent());
        assert!(!Vec::<String>::new().is_absent());
    }
}
