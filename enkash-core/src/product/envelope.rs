//! Reads what a response reports of the call: the envelope around the payload, and the fields of a response without one
//! that matter for the question whether the call succeeded.

mod failure;
mod format;
mod names;
#[cfg(any(test, feature = "mock"))]
pub(crate) mod write;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::value::RawValue;

use crate::base::repair::repair;

pub(crate) use failure::Failure;
pub use format::{EnvelopeFormat, EnvelopeReport};
pub(crate) use format::{EnvelopeKind, Judgement};
pub use names::EnvelopeNames;
use names::MetaField;
pub(crate) use names::{Word, is_one_of};

/// A response with its envelope: the payload, and the fields beside it that [`EnvelopeNames`] names.
///
/// Every field is optional and nullable; unknown fields are skipped.
#[derive(Debug)]
pub struct Envelope<T> {
    pub(crate) payload: Option<T>,
    pub(crate) meta: EnvelopeMeta,
}

impl<T> Envelope<T> {
    pub(crate) fn bare(payload: T) -> Self {
        Envelope { payload: Some(payload), meta: EnvelopeMeta::default() }
    }
}

/// What the top level of a response reports beside the payload.
#[derive(Debug, Default)]
pub(crate) struct EnvelopeMeta {
    /// What an [`EnvelopeFormat`] found. It counts instead of all else.
    pub(crate) judgement: Option<Judgement>,
    /// The result codes. Two fields can hold one.
    pub(crate) codes: Vec<Code>,
    pub(crate) message: Option<String>,
    /// What the messages report. A failure wins.
    pub(crate) word: Option<Word>,
    /// The error object, if it reports an error.
    pub(crate) error_response: Option<Failure>,
    /// An error in another field.
    pub(crate) error: Option<Failure>,
    /// What the boolean for success holds. A false one wins.
    pub(crate) success: Option<bool>,
    /// Whether the payload is not `null`.
    pub(crate) has_payload: bool,
    /// Whether a field is there that only an envelope has.
    pub(crate) is_envelope: bool,
    /// Whether a field is there that an envelope has.
    pub(crate) recognised: bool,
    /// Whether a field is there that is neither code nor message.
    has_others: bool,
    /// Whether a field that is not about the response itself is not `null`.
    pub(crate) has_content: bool,
    /// Whether one of the declared fields is not `null`.
    pub(crate) has_declared: bool,
    /// Whether the status of an error page is 400 or above.
    error_status: bool,
    /// Whether an error page's other fields are there.
    of_error_page: bool,
}

impl EnvelopeMeta {
    /// Whether the response is enveloped, where the API reference does not say: it has a field that only an envelope has,
    /// or nothing but code and message.
    pub(crate) fn is_enveloped(&self) -> bool {
        self.is_envelope || (self.recognised && !self.has_others)
    }

    /// Whether it is the error page of a web framework, such as `{"status": 500, "error": "…", "path": "/x"}`.
    pub(crate) fn is_error_page(&self) -> bool {
        self.error_status && self.of_error_page
    }

    /// The result code, if it is a number.
    pub(crate) fn code(&self) -> Option<i64> {
        self.codes.iter().find_map(|code| match code {
            Code::Number(number) => Some(*number),
            Code::Other => None,
        })
    }

    /// Reads a field that is not a payload to keep.
    fn read_field<'de, A: MapAccess<'de>>(
        &mut self,
        names: &EnvelopeNames,
        name: FieldName,
        map: &mut A,
    ) -> Result<(), A::Error> {
        use MetaField::{Code, Error, ErrorResponse, Message, Other, Payload, ResponseCode, Status, Success};
        let FieldName { field, is_declared, is_of_error_page } = name;
        self.recognised |= matches!(field, Payload | ResponseCode | Code | Message | ErrorResponse);
        self.is_envelope |= matches!(field, Payload | ResponseCode | ErrorResponse);
        self.has_others |= !matches!(field, ResponseCode | Code | Message);
        let json = map.next_value::<&RawValue>()?.get();
        if json == "null" {
            return Ok(());
        }
        self.has_payload |= field == Payload;
        self.has_content |= matches!(field, Payload | Other);
        self.has_declared |= is_declared;
        self.of_error_page |= is_of_error_page;
        match field {
            ResponseCode | Code => self.add_code(names, &text(json)),
            Message => self.add_message(names, text(json)),
            ErrorResponse => self.error_response = self.error_response.take().or(Failure::of(json, names)),
            Error => self.error = self.error.take().or(Failure::of(json, names)),
            // A field that the type declares is the caller's to judge.
            Success => self.success = self.success.filter(|success| !success).or(boolean(json, is_declared)),
            Status => self.error_status |= whole_number(&text(json)).is_some_and(|status| status >= 400),
            Payload | MetaField::About | Other => {}
        }
        Ok(())
    }

    /// Adds a result code. A word in its place is a message.
    fn add_code(&mut self, names: &EnvelopeNames, code: &str) {
        match names.word(code) {
            Some(word) => self.add_word(word),
            None if code.trim().is_empty() => {}
            None => self.codes.push(whole_number(code).map_or(Code::Other, Code::Number)),
        }
    }

    fn add_message(&mut self, names: &EnvelopeNames, message: Cow<'_, str>) {
        if let Some(word) = names.word(&message) {
            self.add_word(word);
        }
        self.message = Some(message.into_owned());
    }

    fn add_word(&mut self, word: Word) {
        if self.word != Some(Word::Failure) {
            self.word = Some(word);
        }
    }
}

/// A result code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Code {
    Number(i64),
    /// No whole number.
    Other,
}

/// The whole number that a text is, as in `0`, `0.0`, `2e2` and ` 200 `.
fn whole_number(text: &str) -> Option<i64> {
    let text = text.trim();
    // Up to here a double stands for one whole number alone.
    let is_whole = |number: &f64| number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0;
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    text.parse().ok().or_else(|| {
        text.parse().ok().filter(|number| is_number && is_whole(number)).map(|number: f64| number as i64)
    })
}

/// What a field says that holds a boolean, or one as a string; nothing for one that is left to the caller.
fn boolean(json: &str, is_callers: bool) -> Option<bool> {
    let text = text(json);
    let is = |word: &str| text.trim().eq_ignore_ascii_case(word);
    (is("true") || is("false")).then(|| is("true")).filter(|_| !is_callers)
}

/// The string that a JSON string holds, and the JSON of anything else.
fn text(json: &str) -> Cow<'_, str> {
    let Some(string) = json.strip_prefix('"') else { return Cow::Borrowed(json) };
    match string.strip_suffix('"') {
        Some(string) if !string.contains('\\') => Cow::Borrowed(string),
        _ => Cow::Owned(unescaped(json)),
    }
}

fn unescaped(json: &str) -> String {
    serde_json::from_str(json)
        .or_else(|error| repair(json.as_bytes()).map_or(Err(error), |json| serde_json::from_slice(&json)))
        .unwrap_or_else(|_| json.to_owned())
}

/// What the name of a field stands for.
#[derive(Clone, Copy)]
struct FieldName {
    field: MetaField,
    is_declared: bool,
    is_of_error_page: bool,
}

/// Reads the name of a field.
#[derive(Clone, Copy)]
struct FieldNameSeed<'a> {
    names: &'a EnvelopeNames,
    declared: &'a [&'a str],
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
            is_declared: self.declared.contains(&name),
            is_of_error_page: self.names.is_of_error_page(name),
        })
    }
}

/// Reads a response with this envelope in one pass.
pub(crate) fn read_envelope<T: DeserializeOwned>(
    body: &[u8],
    names: &EnvelopeNames,
) -> Result<Envelope<T>, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let envelope = deserializer.deserialize_map(EnvelopeVisitor { names, payload: PhantomData })?;
    deserializer.end().map(|()| envelope)
}

struct EnvelopeVisitor<'a, T> {
    names: &'a EnvelopeNames,
    payload: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for EnvelopeVisitor<'_, T> {
    type Value = Envelope<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an envelope")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Envelope<T>, A::Error> {
        let mut payload = None;
        let mut meta = EnvelopeMeta::default();
        while let Some(name) = map.next_key_seed(FieldNameSeed { names: self.names, declared: &[] })? {
            // Of several names for the payload, the first that holds something counts.
            if name.field == MetaField::Payload && payload.is_none() {
                payload = map.next_value::<Option<T>>()?;
                (meta.recognised, meta.is_envelope) = (true, true);
                meta.has_payload |= payload.is_some();
            } else {
                meta.read_field(self.names, name, &mut map)?;
            }
        }
        Ok(Envelope { payload, meta })
    }
}

/// What kind of JSON a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JsonKind {
    Null,
    Scalar,
    String,
    Array,
    Object { is_empty: bool },
}

/// Reads what the top level of a response reports, and nothing else: up to the error, if the body is not JSON. `declared` are
/// the names of the declared type's fields.
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
    let mut deserializer = serde_json::Deserializer::from_slice(body);
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
            map.next_key_seed(FieldNameSeed { names: self.names, declared: self.declared })?
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
