//! Reads models, tolerantly: a member that is absent or `null` is absent, one that is unknown is skipped, scalars are
//! taken in the form in which they come.
//!
//! serde's derive would write a visitor and a key type for every model. Here a model only says which slot a value goes
//! into; the rest is written once.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor,
};
use serde_json::Value as Json;

use crate::JsonMap;
use crate::describe::{Field, Location};
use crate::record::{Record, has_place};
use crate::types::value::{
    DateFormat, ExtraValue, NUMBER, ReadSeed, ReadValue, TreeSeed, Value, WithModule, entry_bytes,
    read_digits, read_json_text, take,
};

/// A record that can be read. Implemented by `#[model]`, unless the model borrows.
pub trait ReadRecord: Record + Sized {
    /// Reads the members of an object.
    ///
    /// # Errors
    /// A member that cannot be read, or a required one that is missing.
    fn read_members<'de, A: MapAccess<'de>>(members: &mut Members<A>) -> Result<Self, A::Error>;
}

/// Reads a record from an object.
///
/// # Errors
/// What the deserializer says, or what [`ReadRecord::read_members`] does.
pub fn read_record<'de, T: ReadRecord, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(Object(PhantomData))
}

struct Object<T>(PhantomData<T>);

impl<'de, T: ReadRecord> Visitor<'de> for Object<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object of `{}`", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let keeps_rest = has_place(T::FIELDS, Location::Extra);
        T::read_members(&mut Members {
            fields: T::FIELDS,
            map,
            index: None,
            expected: 0,
            name: String::new(),
            rest: match keeps_rest {
                _ if has_place(T::FIELDS, Location::Flatten) => Rest::Text(String::new()),
                true => Rest::Map(JsonMap::new()),
                false => Rest::Skipped,
            },
        })
    }
}

/// The members of an object, one after the other.
pub struct Members<A> {
    fields: &'static [Field],
    map: A,
    index: Option<usize>,
    /// The field whose member comes next, if the members come in the order of the declaration.
    expected: usize,
    name: String,
    rest: Rest,
}

/// What becomes of the members that no field names.
enum Rest {
    Skipped,
    Map(JsonMap),
    /// The members of an object as they came: the fields of a flattened model keep the digits of numbers.
    Text(String),
}

impl<A> fmt::Debug for Members<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Members").field("index", &self.index).finish_non_exhaustive()
    }
}

impl<'de, A: MapAccess<'de>> Members<A> {
    /// Goes to the next member.
    ///
    /// # Errors
    /// What the deserializer says.
    pub fn advance(&mut self) -> Result<bool, A::Error> {
        let name = (!matches!(self.rest, Rest::Skipped)).then_some(&mut self.name);
        let key = Key { fields: self.fields, expected: self.expected, name };
        Ok(match self.map.next_key_seed(key)? {
            Some(index) => {
                self.index = index;
                self.expected = index.map_or(self.expected, |index| index + 1);
                true
            }
            None => false,
        })
    }

    /// Which field the member is for; `None` for a member that no field names.
    pub fn index(&self) -> Option<usize> {
        self.index
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
    pub fn read_with<M: WithModule>(&mut self, slot: &mut Option<M::Field>) -> Result<(), A::Error> {
        *slot = Some(self.map.next_value_seed(WithSeed::<M>(PhantomData))?);
        Ok(())
    }

    /// The members that no field names, as what takes them.
    ///
    /// # Errors
    /// They do not fit.
    pub fn rest<T: ExtraValue + DeserializeOwned>(&mut self, _: Option<T>) -> Result<T, A::Error> {
        let rest = match std::mem::replace(&mut self.rest, Rest::Skipped) {
            Rest::Map(rest) => rest,
            Rest::Text(_) | Rest::Skipped => JsonMap::new(),
        };
        T::from_members(rest).map_err(A::Error::custom)
    }
}

/// Reads a member's name as the index of the field that has it.
struct Key<'a> {
    fields: &'static [Field],
    /// The field to try first.
    expected: usize,
    /// Where a name that no field has is kept, if anybody wants it.
    name: Option<&'a mut String>,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Option<usize>, E> {
        let is_named = |field: &Field| field.wire_name == name && field.place == Location::Body;
        let index = match self.fields.get(self.expected) {
            Some(field) if is_named(field) => Some(self.expected),
            _ => self.fields.iter().position(is_named),
        };
        if index.is_none() && name == NUMBER {
            return Err(E::custom("a number in place of an object"));
        }
        if let (None, Some(kept)) = (index, self.name) {
            name.clone_into(kept);
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

/// The value of a field while the members are read. Autoref specialisation: its functions are those of [`Unreadable`] for a
/// type that is no [`Value`].
///
/// The functions ask for [`ReadValue`], and not the `impl`: a value that cannot be read is reported here, and here alone.
#[derive(Debug)]
pub struct Slot<T>(pub Option<T>);

impl<T> Slot<T> {
    /// No value yet.
    pub const EMPTY: Self = Slot(None);
}

impl<T: Value> Slot<T> {
    /// Reads the member into the slot.
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

    /// The slot's value, or what stands for a member that is missing.
    ///
    /// # Errors
    /// Nothing stands for it.
    pub fn take<'de, A: MapAccess<'de>>(
        &mut self,
        index: usize,
        members: &mut Members<A>,
    ) -> Result<T, A::Error>
    where
        T: ReadValue,
    {
        match self.0.take().or_else(T::missing) {
            Some(value) => Ok(value),
            None => Err(A::Error::missing_field(members.fields[index].wire_name)),
        }
    }

    /// A flattened model, read from the members that no field names.
    ///
    /// # Errors
    /// They do not fit.
    pub fn flattened<'de, A: MapAccess<'de>>(&mut self, members: &mut Members<A>) -> Result<T, A::Error>
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
        T::read(&mut serde_json::Deserializer::from_str(&object)).map_err(A::Error::custom)
    }
}

impl<T: DateFormat> Slot<T> {
    /// Reads a date or time in a format of its own into the slot.
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
        self.0 = Some(parsed.ok_or_else(|| A::Error::custom("not a date or time in the documented format"))?);
        Ok(())
    }
}

/// Stands in for [`Slot`]'s functions where the type of a field is no [`Value`] (or no [`DateFormat`]), which is reported where the field is
/// written: reading it would only say so a second time.
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
    /// Always.
    fn take<'de, A: MapAccess<'de>>(&mut self, _: usize, _: &mut Members<A>) -> Result<T, A::Error> {
        Err(A::Error::custom("not a value"))
    }

    /// See [`Slot::flattened`].
    ///
    /// # Errors
    /// Always.
    fn flattened<'de, A: MapAccess<'de>>(&mut self, _: &mut Members<A>) -> Result<T, A::Error> {
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
    /// Runs for a field that the contributor's own function has read, whose type need not be a [`Value`].
    fn take<'de, A: MapAccess<'de>>(
        &mut self,
        index: usize,
        members: &mut Members<A>,
    ) -> Result<T, A::Error> {
        self.0.take().ok_or_else(|| A::Error::missing_field(members.fields[index].wire_name))
    }
}
