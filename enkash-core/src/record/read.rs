//! Deserialises models tolerantly: absent and `null` fields are absent, unknown fields are skipped,
//! and scalars are accepted in several forms.
//!
//! The macros emit what serde's derive would: a `match` from names to field indexes, and one from
//! indexes to variables. The visitor around it is in this module.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor,
};
use serde_json::Value as Json;

use crate::JsonMap;
use crate::describe::Location;
use crate::record::{Record, has_location};
use crate::types::value::{
    DateFormat, ExtraValue, NUMBER, ReadSeed, ReadValue, TreeSeed, Value, WithModule, entry_bytes,
    read_digits, read_json_text, take, within_text,
};

/// A record that can be deserialised. Implemented by `#[model]`, unless the model borrows.
#[doc(hidden)]
pub trait ReadRecord: Record + Sized {
    /// Returns the index in [`Record::FIELDS`] of the field with this JSON name, or
    /// [`UNKNOWN_FIELD`].
    fn field_index(name: &str) -> usize;

    /// Reads the members of an object.
    ///
    /// # Errors
    /// Returns an error if a member cannot be read or a required one is missing.
    fn read_members<'de, A: MapAccess<'de>>(members: &mut Members<A>) -> Result<Self, A::Error>;
}

/// The index of a name that no field has.
pub const UNKNOWN_FIELD: usize = usize::MAX;

/// Reads a record from an object.
///
/// # Errors
/// Returns an error of the deserializer or of [`ReadRecord::read_members`].
pub fn read_record<'de, T: ReadRecord, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(Object(PhantomData))
}

struct Object<T>(PhantomData<T>);

impl<'de, T: ReadRecord> Visitor<'de> for Object<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object of `{}`", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let rest = if const { has_location(T::FIELDS, Location::Flatten) } {
            Rest::Text(String::new())
        } else if const { has_location(T::FIELDS, Location::Extra) } {
            Rest::Map(JsonMap::new())
        } else {
            Rest::Skipped
        };
        T::read_members(&mut Members { map, name: String::new(), rest })
    }
}

/// Iterates over the members of an object.
pub struct Members<A> {
    map: A,
    /// The name of the last member, if it is unknown and `rest` collects unknown members.
    name: String,
    rest: Rest,
}

/// The destination of unknown members.
enum Rest {
    Skipped,
    Map(JsonMap),
    /// Collected as raw JSON, so that the fields of a flattened model keep all digits of numbers.
    Text(String),
}

impl<A> fmt::Debug for Members<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Members").finish_non_exhaustive()
    }
}

impl<'de, A: MapAccess<'de>> Members<A> {
    /// Moves to the next member and returns the index of its field, or [`UNKNOWN_FIELD`].
    ///
    /// # Errors
    /// Returns an error of the deserializer.
    pub fn next_field<T: ReadRecord>(&mut self) -> Result<Option<usize>, A::Error> {
        let unknown = (!matches!(self.rest, Rest::Skipped)).then_some(&mut self.name);
        self.map.next_key_seed(Key::<T> { unknown, record: PhantomData })
    }

    /// Collects an unknown member if the record has a field for these, and skips it otherwise.
    ///
    /// # Errors
    /// Returns an error of the deserializer.
    pub fn set_aside(&mut self) -> Result<(), A::Error> {
        match &mut self.rest {
            // A member that exceeds the memory limit is left out.
            Rest::Map(rest) if take(entry_bytes(&self.name, rest.len())) => {
                let value = self.map.next_value_seed(TreeSeed)?;
                rest.insert(std::mem::take(&mut self.name), value);
            }
            Rest::Text(members) => {
                members.push(if members.is_empty() { '{' } else { ',' });
                members.push_str(&Json::from(std::mem::take(&mut self.name)).to_string());
                members.push(':');
                self.map.next_value_seed(AppendText(members))?;
            }
            Rest::Map(_) | Rest::Skipped => {
                self.map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    /// Reads a member with a function that the declaration names (`#[serde(with)]`).
    ///
    /// # Errors
    /// Returns the error of that function.
    pub fn read_with<M: WithModule>(&mut self, slot: &mut Slot<M::Field>) -> Result<(), A::Error> {
        slot.0 = Some(self.map.next_value_seed(WithSeed::<M>(PhantomData))?);
        Ok(())
    }

    /// Returns the unknown members, as the type of the field that collects them.
    ///
    /// # Errors
    /// Returns an error if they do not match that type.
    pub fn rest<T: ExtraValue + DeserializeOwned>(&mut self) -> Result<T, A::Error> {
        let rest = match std::mem::replace(&mut self.rest, Rest::Skipped) {
            Rest::Map(rest) => rest,
            Rest::Text(_) | Rest::Skipped => JsonMap::new(),
        };
        T::from_members(rest).map_err(A::Error::custom)
    }
}

/// Deserialises a member's name as the index of its field.
struct Key<'a, T> {
    /// Where to store a name that no field has; `None` to discard it.
    unknown: Option<&'a mut String>,
    record: PhantomData<T>,
}

impl<'de, T: ReadRecord> DeserializeSeed<'de> for Key<'_, T> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<T: ReadRecord> Visitor<'_> for Key<'_, T> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<usize, E> {
        let index = T::field_index(name);
        if index == UNKNOWN_FIELD && name == NUMBER {
            return Err(E::custom("expected an object, found a number"));
        }
        if let (UNKNOWN_FIELD, Some(unknown)) = (index, self.unknown) {
            name.clone_into(unknown);
        }
        Ok(index)
    }
}

/// Appends a value as JSON.
struct AppendText<'a>(&'a mut String);

impl<'de> DeserializeSeed<'de> for AppendText<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        read_json_text(deserializer, self.0)
    }
}

/// Deserialises any JSON value, and a number as the string of its digits.
struct DigitsSeed;

impl<'de> DeserializeSeed<'de> for DigitsSeed {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        read_digits(deserializer)
    }
}

struct WithSeed<M>(PhantomData<M>);

impl<'de, M: WithModule> DeserializeSeed<'de> for WithSeed<M> {
    type Value = M::Field;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<M::Field, D::Error> {
        M::deserialize(deserializer)
    }
}

/// Autoref specialisation: the value read for a field whose type is a [`Value`]. For any other
/// type, the functions of [`Unreadable`] are called instead. Such a type is already reported where
/// the field is visited; an error about reading it would be a second, misleading one.
///
/// The methods, not the `impl`, require [`ReadValue`]: a value that cannot be deserialised is
/// reported only here.
#[derive(Debug)]
pub struct Slot<T>(pub Option<T>);

impl<T> Slot<T> {
    /// A slot without a value.
    pub const EMPTY: Self = Slot(None);
}

impl<T: Value> Slot<T> {
    /// Reads the member.
    ///
    /// # Errors
    /// Returns an error of the deserializer.
    pub fn read<'de, A: MapAccess<'de>>(&mut self, members: &mut Members<A>) -> Result<(), A::Error>
    where
        T: ReadValue,
    {
        self.0 = Some(members.map.next_value_seed(ReadSeed(PhantomData))?);
        Ok(())
    }

    /// Returns the value of the field with this name, or its default if the member is missing.
    ///
    /// # Errors
    /// Returns an error if a required member is missing.
    pub fn take<'de, A: MapAccess<'de>>(
        self,
        _: &Members<A>,
        name: &'static str,
    ) -> Result<T, A::Error>
    where
        T: ReadValue,
    {
        self.0.or_else(T::missing).ok_or_else(|| A::Error::missing_field(name))
    }

    /// Reads a flattened model from the unknown members.
    ///
    /// # Errors
    /// Returns an error if they do not match the model.
    pub fn flattened<'de, A: MapAccess<'de>>(self, members: &mut Members<A>) -> Result<T, A::Error>
    where
        T: ReadValue,
    {
        let mut object = match std::mem::replace(&mut members.rest, Rest::Skipped) {
            Rest::Text(members) => members,
            Rest::Map(_) | Rest::Skipped => String::new(),
        };
        if object.is_empty() {
            object.push('{');
        }
        object.push('}');
        let read = within_text(|| T::read(&mut serde_json::Deserializer::from_str(&object)));
        read.ok_or_else(|| A::Error::custom("nested too deeply"))?.map_err(A::Error::custom)
    }
}

impl<T: DateFormat> Slot<T> {
    /// Reads a date or time in the declared format.
    ///
    /// # Errors
    /// Returns an error of the deserializer, or one if the string does not have the format.
    pub fn read_formatted<'de, A: MapAccess<'de>>(
        &mut self,
        members: &mut Members<A>,
        format: &str,
    ) -> Result<(), A::Error> {
        let value = members.map.next_value_seed(DigitsSeed)?;
        let parsed = T::parse_as(format, &value);
        self.0 = Some(
            parsed
                .ok_or_else(|| A::Error::custom("not a date or time in the documented format"))?,
        );
        Ok(())
    }
}

/// Autoref specialisation: the fallback of [`Slot`] for a type that is not a [`Value`] (or not a
/// [`DateFormat`]). Only [`take`](Self::take) ever runs, for a field read with `#[serde(with)]`.
pub trait Unreadable<T>: Sized {
    /// See [`Slot::read`].
    ///
    /// # Errors
    /// Always returns an error.
    fn read<'de, A: MapAccess<'de>>(&mut self, _: &mut Members<A>) -> Result<(), A::Error> {
        Err(A::Error::custom("not a value"))
    }

    /// See [`Slot::take`].
    ///
    /// # Errors
    /// Returns an error if the member is missing.
    fn take<'de, A: MapAccess<'de>>(
        self,
        _: &Members<A>,
        name: &'static str,
    ) -> Result<T, A::Error>;

    /// See [`Slot::flattened`].
    ///
    /// # Errors
    /// Always returns an error.
    fn flattened<'de, A: MapAccess<'de>>(self, _: &mut Members<A>) -> Result<T, A::Error> {
        Err(A::Error::custom("not a value"))
    }

    /// See [`Slot::read_formatted`].
    ///
    /// # Errors
    /// Always returns an error.
    fn read_formatted<'de, A: MapAccess<'de>>(
        &mut self,
        _: &mut Members<A>,
        _: &str,
    ) -> Result<(), A::Error> {
        Err(A::Error::custom("not a date or time"))
    }
}

impl<T> Unreadable<T> for Slot<T> {
    fn take<'de, A: MapAccess<'de>>(
        self,
        _: &Members<A>,
        name: &'static str,
    ) -> Result<T, A::Error> {
        self.0.ok_or_else(|| A::Error::missing_field(name))
    }
}
