//! Distinguishes maps by their first name: serde_json passes a number as a map if a crate enables
//! its feature `arbitrary_precision`.

use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess};

use super::private_names::NUMBER;

/// A map whose first name was read.
pub(super) enum Begun<A> {
    Number(f64),
    Object(Members<A>),
}

/// The members of an object whose first name was read, if there is one.
pub(super) struct Members<A> {
    pub(super) first: Option<String>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> Begun<A> {
    pub(super) fn of(mut map: A) -> Result<Self, A::Error> {
        let first = map.next_key::<String>()?;
        if first.as_deref() != Some(NUMBER) {
            return Ok(Begun::Object(Members { first, rest: map }));
        }
        let number = map.next_value::<String>()?;
        Ok(Begun::Number(number.parse().unwrap_or(f64::INFINITY)))
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Members<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        match self.first.take() {
            Some(name) => seed.deserialize(name.into_deserializer()).map(Some),
            None => self.rest.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.rest.next_value_seed(seed)
    }
}
