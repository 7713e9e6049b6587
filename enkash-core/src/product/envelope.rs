//! Reads the envelope around a payload, and those fields of a bare response that are evidence of
//! success or failure.

mod error_object;
mod format;
mod meta;
mod names;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::base::repair::repair;

pub use format::{EnvelopeFormat, EnvelopeReport};
pub(crate) use format::{EnvelopeKind, Judgement};
use meta::FieldName;
pub(crate) use meta::{Code, EnvelopeMeta};
pub use names::EnvelopeNames;
use names::MetaField;
pub(crate) use names::{Word, is_one_of};

/// A response with its envelope: the payload, and the fields that [`EnvelopeNames`] names.
///
/// All fields are optional and nullable; unknown ones are skipped.
pub struct Envelope<T> {
    pub(crate) payload: Option<T>,
    pub(crate) meta: EnvelopeMeta,
}

impl<T> fmt::Debug for Envelope<T> {
    /// Shows no part of the response.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Envelope")
            .field("has_payload", &self.payload.is_some())
            .finish_non_exhaustive()
    }
}

impl<T> Envelope<T> {
    pub(crate) fn bare(payload: T) -> Self {
        Envelope { payload: Some(payload), meta: EnvelopeMeta::default() }
    }
}

/// Deserialises the name of a field.
#[derive(Clone, Copy)]
struct FieldNameSeed<'a> {
    names: &'a EnvelopeNames,
    /// The names of the declared type's fields, unless the response certainly has the envelope.
    declared: Option<&'a [&'a str]>,
}

impl<'de> DeserializeSeed<'de> for FieldNameSeed<'_> {
    type Value = FieldName;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<FieldName, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for FieldNameSeed<'_> {
    type Value = FieldName;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, name: &str) -> Result<FieldName, E> {
        Ok(FieldName {
            field: self.names.field(name),
            is_declared: self.declared.is_some_and(|declared| declared.contains(&name)),
            is_of_error_page: self.declared.is_some() && self.names.is_of_error_page(name),
        })
    }
}

/// Deserialises a payload.
pub(crate) trait ReadPayload {
    type Payload;

    /// Reads the payload; `None` for `null`.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self::Payload>, D::Error>;
}

/// Reads a response in one pass, with this envelope or, if there is none, as a bare payload.
pub(crate) fn read_response<R: ReadPayload>(
    body: &[u8],
    names: Option<&EnvelopeNames>,
) -> Result<Envelope<R::Payload>, serde_json::Error> {
    let body = as_text(body);
    let mut deserializer = serde_json::Deserializer::from_str(&body);
    let envelope = match names {
        Some(names) => {
            deserializer.deserialize_map(EnvelopeVisitor::<R> { names, payload: PhantomData })?
        }
        None => Envelope { payload: R::read(&mut deserializer)?, meta: EnvelopeMeta::default() },
    };
    deserializer.end().map(|()| envelope)
}

/// The text of a body: it is checked once that it is UTF-8, and not for each string.
fn as_text(body: &[u8]) -> Cow<'_, str> {
    match str::from_utf8(body) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(body),
    }
}

struct PayloadSeed<R>(PhantomData<R>);

impl<'de, R: ReadPayload> DeserializeSeed<'de> for PayloadSeed<R> {
    type Value = Option<R::Payload>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        R::read(deserializer)
    }
}

struct EnvelopeVisitor<'a, R> {
    names: &'a EnvelopeNames,
    payload: PhantomData<R>,
}

impl<'de, R: ReadPayload> Visitor<'de> for EnvelopeVisitor<'_, R> {
    type Value = Envelope<R::Payload>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an envelope")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut payload = None;
        let mut meta = EnvelopeMeta::default();
        while let Some(name) =
            map.next_key_seed(FieldNameSeed { names: self.names, declared: None })?
        {
            // Of several fields for the payload, the first one that is not `null` counts.
            if name.field == MetaField::Payload && payload.is_none() {
                payload = map.next_value_seed(PayloadSeed::<R>(PhantomData))?;
                meta.add_field(name.field, payload.is_none());
            } else {
                meta.read_field(self.names, name, &mut map)?;
            }
        }
        Ok(Envelope { payload, meta })
    }
}

/// The kind of JSON value that a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JsonKind {
    Null,
    Scalar,
    String,
    Array,
    Object { is_empty: bool },
}

/// Reads what the top level of a response reports, up to the first syntax error. `declared` are the
/// field names of the declared type.
pub(crate) fn read_meta(
    body: &[u8],
    names: &EnvelopeNames,
    declared: &[&str],
) -> (EnvelopeMeta, Result<JsonKind, serde_json::Error>) {
    let read = read_top_level(body, names, declared);
    match &read.1 {
        Err(_) if let Some(body) = repair(body) => read_top_level(&body, names, declared),
        _ => read,
    }
}

fn read_top_level(
    body: &[u8],
    names: &EnvelopeNames,
    declared: &[&str],
) -> (EnvelopeMeta, Result<JsonKind, serde_json::Error>) {
    let mut meta = EnvelopeMeta::default();
    let body = as_text(body);
    let mut deserializer = serde_json::Deserializer::from_str(&body);
    let kind = deserializer.deserialize_any(TopLevel { names, declared, meta: &mut meta });
    (meta, kind.and_then(|kind| deserializer.end().map(|()| kind)))
}

struct TopLevel<'a> {
    names: &'a EnvelopeNames,
    declared: &'a [&'a str],
    meta: &'a mut EnvelopeMeta,
}

impl<'de> Visitor<'de> for TopLevel<'_> {
    type Value = JsonKind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonKind, A::Error> {
        let mut is_empty = true;
        while let Some(name) =
            map.next_key_seed(FieldNameSeed { names: self.names, declared: Some(self.declared) })?
        {
            is_empty = false;
            self.meta.read_field(self.names, name, &mut map)?;
        }
        Ok(JsonKind::Object { is_empty })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<JsonKind, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(JsonKind::Array)
    }

    fn visit_str<E>(self, _: &str) -> Result<JsonKind, E> {
        Ok(JsonKind::String)
    }

    fn visit_unit<E>(self) -> Result<JsonKind, E> {
        Ok(JsonKind::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<JsonKind, E> {
        Ok(JsonKind::Scalar)
    }

    fn visit_i64<E>(self, _: i64) -> Result<JsonKind, E> {
        Ok(JsonKind::Scalar)
    }

    fn visit_u64<E>(self, _: u64) -> Result<JsonKind, E> {
        Ok(JsonKind::Scalar)
    }

    fn visit_f64<E>(self, _: f64) -> Result<JsonKind, E> {
        Ok(JsonKind::Scalar)
    }
}

#[cfg(test)]
mod tests;
