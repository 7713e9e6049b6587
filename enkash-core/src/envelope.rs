//! Reads what a response reports of the call: the envelope around the payload, and the fields of a response without one
//! that matter for the question whether the call succeeded.

mod failure;
mod names;

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;

use crate::value::{Spelling, read_spelling};

pub(crate) use failure::Failure;
pub(crate) use names::Word;
use names::{ENKASH, MetaField};

/// A response with its envelope: `{errorResponse, payload, response_code, response_message}`, under any of the names that
/// the API reference has for them.
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
    /// The result codes. Two fields can hold one.
    pub(crate) codes: Vec<Code>,
    pub(crate) message: Option<String>,
    /// What the messages report. A failure wins.
    pub(crate) word: Option<Word>,
    /// `errorResponse`, if it reports an error.
    pub(crate) error_response: Option<Box<Failure>>,
    /// An error in another field.
    pub(crate) error: Option<Box<Failure>>,
    /// Whether `success` is false.
    pub(crate) unsuccessful: bool,
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
    fn read_field<'de, A: MapAccess<'de>>(&mut self, name: FieldName, map: &mut A) -> Result<(), A::Error> {
        use MetaField::{
            About, Code, Error, ErrorResponse, Message, Other, Payload, ResponseCode, Status, Success,
        };
        let FieldName { field, is_declared, is_of_error_page } = name;
        self.recognised |= matches!(field, Payload | ResponseCode | Code | Message | ErrorResponse);
        self.is_envelope |= matches!(field, Payload | ResponseCode | ErrorResponse);
        self.has_others |= !matches!(field, ResponseCode | Code | Message);
        let is_set = match field {
            ResponseCode | Code => self.read_code(map)?,
            Message => self.read_message(map)?,
            ErrorResponse | Error => {
                let json: Json = map.next_value()?;
                let is_set = !json.is_null();
                let kept = if field == ErrorResponse { &mut self.error_response } else { &mut self.error };
                if let Some(failure) = Failure::of(json, &ENKASH) {
                    kept.get_or_insert_with(|| Box::new(failure));
                }
                is_set
            }
            Success => {
                let Scalar { text, is_set } = map.next_value()?;
                // A field that the type declares is the caller's to judge.
                self.unsuccessful |= !is_declared && text.trim().eq_ignore_ascii_case("false");
                is_set
            }
            Status => {
                let Scalar { text, is_set } = map.next_value()?;
                self.error_status |= whole_number(&text).is_some_and(|status| status >= 400);
                is_set
            }
            Payload => {
                let is_set = map.next_value::<Option<IgnoredAny>>()?.is_some();
                self.has_payload |= is_set;
                is_set
            }
            About | Other => map.next_value::<Option<IgnoredAny>>()?.is_some(),
        };
        self.has_content |= is_set && matches!(field, Payload | Other);
        self.has_declared |= is_set && is_declared;
        self.of_error_page |= is_set && is_of_error_page;
        Ok(())
    }

    /// Reads a result code; whether it is not `null`. A word in its place is a message.
    fn read_code<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<bool, A::Error> {
        let code = map.next_value()?;
        match code {
            CodeField::Null | CodeField::Blank => {}
            CodeField::Word(word) => self.add_word(word),
            CodeField::Code(code) => self.codes.push(code),
        }
        Ok(!matches!(code, CodeField::Null))
    }

    fn read_message<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<bool, A::Error> {
        let Scalar { text, is_set } = map.next_value()?;
        if is_set {
            if let Some(word) = ENKASH.word(&text) {
                self.add_word(word);
            }
            self.message = Some(text);
        }
        Ok(is_set)
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

/// What a field for the result code holds.
#[derive(Clone, Copy)]
enum CodeField {
    Null,
    Blank,
    Word(Word),
    Code(Code),
}

impl<'de> Deserialize<'de> for CodeField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_spelling(deserializer, |spelling| match spelling {
            Spelling::Json(Json::Null) => CodeField::Null,
            Spelling::Signed(number) => CodeField::Code(Code::Number(number)),
            other => {
                let text = other.text();
                match ENKASH.word(&text) {
                    Some(word) => CodeField::Word(word),
                    None if text.trim().is_empty() => CodeField::Blank,
                    None => CodeField::Code(whole_number(&text).map_or(Code::Other, Code::Number)),
                }
            }
        })
    }
}

/// The whole number that a text is, as in `0`, `0.0` and ` 200 `.
fn whole_number(text: &str) -> Option<i64> {
    let text = text.trim();
    let whole = match text.split_once('.') {
        Some((whole, fraction)) if !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0') => whole,
        Some(_) => return None,
        None => text,
    };
    whole.parse().ok()
}

/// Any JSON as text, and whether it is not `null`.
struct Scalar {
    text: String,
    is_set: bool,
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_spelling(deserializer, |spelling| {
            let is_set = !matches!(spelling, Spelling::Json(Json::Null));
            Scalar { text: spelling.text().into_owned(), is_set }
        })
    }
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
            field: ENKASH.field(name),
            is_declared: self.declared.contains(&name),
            is_of_error_page: ENKASH.is_of_error_page(name),
        })
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Envelope<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EnvelopeVisitor(PhantomData))
    }
}

struct EnvelopeVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for EnvelopeVisitor<T> {
    type Value = Envelope<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an envelope")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Envelope<T>, A::Error> {
        let mut payload = None;
        let mut meta = EnvelopeMeta::default();
        while let Some(name) = map.next_key_seed(FieldNameSeed { declared: &[] })? {
            if name.field == MetaField::Payload {
                payload = map.next_value::<Option<T>>()?.or(payload);
                meta.recognised = true;
                meta.is_envelope = true;
                meta.has_payload = payload.is_some();
            } else {
                meta.read_field(name, &mut map)?;
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

/// Reads what the top level of a response reports, and nothing else. `declared` are the names of the declared type's fields.
///
/// # Errors
/// The body is not JSON.
pub(crate) fn read_meta(
    body: &[u8],
    declared: &[&str],
) -> Result<(JsonKind, EnvelopeMeta), serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let found = deserializer.deserialize_any(TopLevel { declared })?;
    deserializer.end()?;
    Ok(found)
}

struct TopLevel<'a> {
    declared: &'a [&'a str],
}

impl TopLevel<'_> {
    fn no_object(kind: JsonKind) -> (JsonKind, EnvelopeMeta) {
        (kind, EnvelopeMeta::default())
    }
}

impl<'de> Visitor<'de> for TopLevel<'_> {
    type Value = (JsonKind, EnvelopeMeta);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut meta = EnvelopeMeta::default();
        let mut is_empty = true;
        while let Some(name) = map.next_key_seed(FieldNameSeed { declared: self.declared })? {
            is_empty = false;
            meta.read_field(name, &mut map)?;
        }
        Ok((JsonKind::Object { is_empty }, meta))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Self::no_object(JsonKind::Array))
    }

    fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
        Ok(Self::no_object(JsonKind::String))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Self::no_object(JsonKind::Null))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Self::no_object(JsonKind::Scalar))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Self::no_object(JsonKind::Scalar))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Self::no_object(JsonKind::Scalar))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Self::no_object(JsonKind::Scalar))
    }
}

#[cfg(test)]
mod tests;
