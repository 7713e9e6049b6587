//! Fields that hold any JSON.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::Value as Json;

use super::private_names::{HALF, NUMBER, RAW};
use super::reading::is_careful;
use super::tolerant::{ScalarForm, read_raw};
use super::tree::{Tree, entry_bytes, take_or_fail};
use crate::JsonMap;

/// Reads any JSON. A value that is nested too deeply, needs too much memory, or has a number beyond
/// all doubles, is a string: its JSON. So nothing is lost, and no other field is.
pub(crate) fn read_tree<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
    if is_careful() {
        let tree = read_raw(deserializer, |scalar: ScalarForm<'_>| scalar.tree())?;
        tree.ok_or_else(|| D::Error::custom(HALF))
    } else {
        Tree::TOP.deserialize(deserializer)
    }
}

/// Reads an object of any JSON.
pub(crate) fn read_object<'de, D: Deserializer<'de>>(deserializer: D) -> Result<JsonMap, D::Error> {
    deserializer.deserialize_map(Object)
}

/// [`read_tree`] as serde's readers of maps take it.
pub(crate) struct TreeSeed;

impl<'de> DeserializeSeed<'de> for TreeSeed {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        read_tree(deserializer)
    }
}

/// Reads an object whose values are trees.
struct Object;

impl<'de> Visitor<'de> for Object {
    type Value = JsonMap;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonMap, A::Error> {
        let mut object = JsonMap::new();
        while let Some(name) = map.next_key::<String>()? {
            if object.is_empty() && (name == NUMBER || name == RAW) {
                return Err(A::Error::custom("a value that is no object"));
            }
            take_or_fail(entry_bytes(&name, object.len()))?;
            object.insert(name, map.next_value_seed(TreeSeed)?);
        }
        Ok(object)
    }
}
