//! Fields of any JSON.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::Value as Json;

use super::private_names::{HALF, NUMBER, RAW};
use super::reading::is_careful;
use super::tolerant::{ScalarForm, read_raw};
use super::tree::{Tree, entry_bytes, take_or_fail};
use crate::JsonMap;

/// Deserialises any JSON. A value that is nested too deeply, exceeds the memory limit, or has a
/// number out of range of `f64`, becomes a string with its JSON, so that neither it nor the other
/// fields are lost.
pub(crate) fn read_tree<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
    if is_careful() {
        let tree = read_raw(deserializer, |scalar: ScalarForm<'_>| scalar.tree())?;
        tree.ok_or_else(|| D::Error::custom(HALF))
    } else {
        Tree::TOP.deserialize(deserializer)
    }
}

/// Deserialises an object with values of any JSON.
pub(crate) fn read_object<'de, D: Deserializer<'de>>(deserializer: D) -> Result<JsonMap, D::Error> {
    deserializer.deserialize_map(Object)
}

/// Calls [`read_tree`] as a seed, for serde's readers of maps.
pub(crate) struct TreeSeed;

impl<'de> DeserializeSeed<'de> for TreeSeed {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        read_tree(deserializer)
    }
}

/// Deserialises an object with values of any JSON.
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
                return Err(A::Error::custom("expected an object"));
            }
            take_or_fail(entry_bytes(&name, object.len()))?;
            object.insert(name, map.next_value_seed(TreeSeed)?);
        }
        Ok(object)
    }
}
