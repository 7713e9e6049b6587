//! Reads models, tolerantly: a field that is absent or `null` is absent, one that is unknown is
//! skipped, scalars are taken in the form in which they come.
//!
//! What the macro writes is what serde's derive would: a `match` from names to fields, and one from
//! fields to variables. The visitor and the rest around them are here.

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

/// A record that can be read. Implemented by `#[model]`, unless the model borrows.
#[doc(hidden)]
pub trait ReadRecord: Record + Sized {
    /// The index in [`Record::FIELDS`] of the field that has this name in JSON, or
    /// [`UNKNOWN_FIELD`].
    fn field_index(name: &str) -> usize;

    /// Reads the members of an object.
    ///
    /// # Errors
    /// A member that cannot be read, or a required one that is missing.
    fn read_members<'de, A: MapAccess<'de>>(members: &mut Members<A>) -> Result<Self, A::Error>;
}

/// No field has the name.
pub const UNKNOWN_FIELD: usize = usize::MAX;

/// Reads a record from an object.
///
/// # Errors
/// What the deserializer says, or what [`ReadRecord::read_members`] does.
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

/// The members of an object, one after the other.
pub struct Members<A> {
    map: A,
    /// The name of the last member, if no field has it and `rest` is kept.
    name: String,
    rest: Rest,
}

/// What becomes of the members that no field names.
enum Rest {
    Skipped,
    Map(JsonMap),
    /// The members of an object as they came: the fields of a flattened model keep the digits of
    /// numbers.
    Text(String),
}

impl<A> fmt::Debug for Members<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Members").finish_non_exhaustive()
    }
}

impl<'de, A: MapAccess<'de>> Members<A> {
    /// Goes to the next member: the index of the field that it is for, or [`UNKNOWN_FIELD`].
    ///
    /// # Errors
    /// What the deserializer says.
    pub fn next_field<T: ReadRecord>(&mut self) -> Result<Option<usize>, A::Error> {
        let unknown = (!matches!(self.rest, Rest::Skipped)).then_some(&mut self.name);
        self.map.next_key_seed(Key::<T> { unknown, record: PhantomData })
    }

    /// Keeps a member that no field names for the field that takes these, or skips it.
    ///
    /// # Errors
    /// What the deserializer says.
    pub fn set_aside(&mut self) -> Result<(), A::Error> {
        match &mut self.rest {
            // What does not fit in the memory for these is left out.
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

    /// Reads a member with the contributor's own function.
    ///
    /// # Errors
    /// What that function says.
    pub fn read_with<M: WithModule>(&mut self, slot: &mut Slot<M::Field>) -> Result<(), A::Error> {
        slot.0 = Some(self.map.next_value_seed(WithSeed::<M>(PhantomData))?);
        Ok(())
    }

    /// The members that no field names, as what takes them.
    ///
    /// # Errors
    /// They do not fit.
    pub fn rest<T: ExtraValue + DeserializeOwned>(&mut self) -> Result<T, A::Error> {
        let rest = match std::mem::replace(&mut self.rest, Rest::Skipped) {
            Rest::Map(rest) => rest,
            Rest::Text(_) | Rest::Skipped => JsonMap::new(),
        };
        T::from_members(rest).map_err(A::Error::custom)
    }
}

/// Reads a member's name as the index of the field that has it.
struct Key<'a, T> {
    /// Where a name that no field has is kept, if anybody wants it.
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
        f.write_str("the name of a member")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<usize, E> {
        let index = T::field_index(name);
        if index == UNKNOWN_FIELD && name == NUMBER {
            return Err(E::custom("a number in place of an object"));
        }
        if let (UNKNOWN_FIELD, Some(unknown)) = (index, self.unknown) {
            name.clone_into(unknown);
        }
        Ok(index)
    }
}

/// Appends a value as its JSON.
struct AppendText<'a>(&'a mut String);

impl<'de> DeserializeSeed<'de> for AppendText<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        read_json_text(deserializer, self.0)
    }
}

/// Reads any JSON, and a number as the string of its digits.
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

/// Autoref specialisation: what is read of a field, if its type is a [`Value`]; of another type,
/// the functions of [`Unreadable`] take the place of these. Such a type is reported where the field
/// is visited, and reading it would report it a second time, in words that lead astray.
///
/// The functions ask for [`ReadValue`], and not the `impl`: a value that cannot be read is reported
/// here, and here alone.
#[derive(Debug)]
pub struct Slot<T>(pub Option<T>);

impl<T> Slot<T> {
    /// Nothing has been read.
    pub const EMPTY: Self = Slot(None);
}

impl<T: Value> Slot<T> {
    /// Reads the member.
    ///
    /// # Errors
    /// What the deserializer says.
    pub fn read<'de, A: MapAccess<'de>>(&mut self, members: &mut Members<A>) -> Result<(), A::Error>
    where
        T: ReadValue,
    {
        self.0 = Some(members.map.next_value_seed(ReadSeed(PhantomData))?);
        Ok(())
    }

    /// What was read of the field of that name, or what stands for a member that is missing.
    ///
    /// # Errors
    /// Nothing stands for it.
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

    /// A flattened model, read from the members that no field names.
    ///
    /// # Errors
    /// They do not fit.
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
    /// Reads a date or time in a format of its own.
    ///
    /// # Errors
    /// What the deserializer says, or that the text is not in the format.
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

/// Autoref specialisation: the functions of [`Slot`] for a type that is no [`Value`] (or no
/// [`DateFormat`]). They never run, but for [`take`](Self::take) of a field that the contributor's
/// own function has read.
pub trait Unreadable<T>: Sized {
    /// See [`Slot::read`].
    ///
    /// # Errors
    /// Always.
    fn read<'de, A: MapAccess<'de>>(&mut self, _: &mut Members<A>) -> Result<(), A::Error> {
        Err(A::Error::custom("not a value"))
    }

    /// See [`Slot::take`].
    ///
    /// # Errors
    /// Nothing was read.
    fn take<'de, A: MapAccess<'de>>(
        self,
        _: &Members<A>,
        name: &'static str,
    ) -> Result<T, A::Error>;

    /// See [`Slot::flattened`].
    ///
    /// # Errors
    /// Always.
    fn flattened<'de, A: MapAccess<'de>>(self, _: &mut Members<A>) -> Result<T, A::Error> {
        Err(A::Error::custom("not a value"))
    }

    /// See [`Slot::read_formatted`].
    ///
    /// # Errors
    /// Always.
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
