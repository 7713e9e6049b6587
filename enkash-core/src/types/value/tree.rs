//! Trees of any JSON, within limits.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;

use super::private_names::NUMBER;
use super::reading::{again, refunding, take};
use crate::JsonMap;
use crate::base::repair::repair;

/// The maximum number of levels in a tree. serde_json fails at 128, including those around the
/// tree.
const LEVELS: u8 = 64;

/// Returns the tree of a JSON value, or a string in place of one that exceeds the limits; `None`
/// for JSON that must be repaired.
pub(super) fn tree_of(text: &str) -> Option<Json> {
    let read = || Tree::TOP.deserialize(&mut serde_json::Deserializer::from_str(text));
    match refunding(read) {
        Ok(json) => Some(json),
        Err(_) if repair(text.as_bytes()).is_some() => None,
        Err(_) => Some(Json::String(text.to_owned())),
    }
}

/// Deserialises a tree with at most this many levels.
#[derive(Clone, Copy)]
pub(super) struct Tree(u8);

impl Tree {
    /// The maximum number of levels.
    pub(super) const TOP: Self = Tree(LEVELS);

    /// Returns the seed for the values one level below.
    fn below<E: Error>(self) -> Result<Tree, E> {
        match self.0.checked_sub(1) {
            Some(levels) => Ok(Tree(levels)),
            None => {
                again();
                Err(E::custom("nested too deeply"))
            }
        }
    }
}

/// Takes memory from the budget, or fails.
pub(super) fn take_or_fail<E: Error>(bytes: usize) -> Result<(), E> {
    if take(bytes) { Ok(()) } else { Err(E::custom("too large to be read")) }
}

/// Returns the memory that the next entry of a map takes. Nodes hold eleven entries, and are half
/// full if the names are in order.
pub(crate) fn entry_bytes(name: &str, entries: usize) -> usize {
    let node = match entries {
        0 => 640,
        // The second node, and the root above both.
        11 => 1384,
        12.. if (entries - 11).is_multiple_of(6) => 768,
        _ => 0,
    };
    node + name.len()
}

impl<'de> DeserializeSeed<'de> for Tree {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(serde_json::Number::from_f64(number).map_or(Json::Null, Json::Number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json, E> {
        take_or_fail(text.len())?;
        Ok(Json::String(text.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_none<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let below = self.below()?;
        let mut elements = Vec::new();
        while let Some(element) = list.next_element_seed(below)? {
            if elements.len() == elements.capacity() {
                take_or_fail(elements.capacity().max(4) * size_of::<Json>())?;
            }
            elements.push(element);
        }
        Ok(Json::Array(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let below = self.below()?;
        let mut object = JsonMap::new();
        while let Some(name) = map.next_key::<String>()? {
            if object.is_empty() && name == NUMBER {
                let number = map.next_value::<String>()?;
                return serde_json::from_str(&number).map_err(A::Error::custom);
            }
            take_or_fail(entry_bytes(&name, object.len()))?;
            object.insert(name, map.next_value_seed(below)?);
        }
        Ok(Json::Object(object))
    }
}
