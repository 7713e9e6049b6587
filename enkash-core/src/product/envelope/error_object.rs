//! The error object of a response.

use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;
use serde_json::value::RawValue;

use super::names::{EnvelopeNames, is_one_of};
use crate::base::quoted::is_request_id;
use crate::base::repair::repair;
use crate::types::value::{NUMBER, NUMBERS_ARE_MAPS, is_careful};

/// The contents of the error object, or of an error in another form.
#[derive(Debug, Default)]
pub(crate) struct ErrorObject {
    pub(crate) error_type: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) sub_errors: Vec<Json>,
    pub(crate) request_id: Option<String>,
    pub(crate) timestamp: Option<String>,
}

impl ErrorObject {
    /// Returns the failure that a JSON value reports.
    fn of(json: &str, names: &EnvelopeNames) -> Reported {
        let repaired = json.contains('\\').then(|| repair(json.as_bytes())).flatten();
        let json = repaired.as_deref().unwrap_or(json.as_bytes());
        let read = serde_json::Deserializer::from_slice(json).deserialize_any(ErrorVisitor(names));
        // JSON that cannot be read, since it is too deep or has a number out of range, counts as a
        // failure.
        read.unwrap_or_else(|_| Some(Some(ErrorObject::default())))
    }
}

/// The failure that a value reports, `Some(None)` for a value that reports nothing. `None` for
/// `null`.
type Reported = Option<Option<ErrorObject>>;

/// Deserialises the error object, or an error in another form.
pub(super) struct ErrorSeed<'a>(pub(super) &'a EnvelopeNames);

impl<'de> DeserializeSeed<'de> for ErrorSeed<'_> {
    type Value = Reported;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Reported, D::Error> {
        if is_careful() {
            let json = <&RawValue>::deserialize(deserializer)?;
            Ok(ErrorObject::of(json.get(), self.0))
        } else {
            deserializer.deserialize_any(ErrorVisitor(self.0))
        }
    }
}

/// Successes can contain the field as well, with `null`, `false`, an empty object, or an object
/// with only a request id and a timestamp.
struct ErrorVisitor<'a>(&'a EnvelopeNames);

impl ErrorVisitor<'_> {
    /// Returns the failure for an error that is not an object.
    fn other<E>(&self, json: Json) -> Result<Reported, E> {
        let failure =
            || ErrorObject { message: Some(text(json.clone())), ..ErrorObject::default() };
        Ok(Some(has_content(&json, self.0).then(failure)))
    }
}

impl<'de> Visitor<'de> for ErrorVisitor<'_> {
    type Value = Reported;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_unit<E>(self) -> Result<Reported, E> {
        Ok(None)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Reported, E> {
        self.other(value.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Reported, E> {
        self.other(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Reported, E> {
        self.other(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Reported, E> {
        self.other(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Reported, E> {
        self.other(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Reported, A::Error> {
        self.other(Json::deserialize(SeqAccessDeserializer::new(list))?)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Reported, A::Error> {
        let names = self.0;
        let mut reports = false;
        let [mut error_type, mut message, mut sub_errors, mut request_id, mut timestamp] =
            [const { Found::NONE }; 5];
        while let Some(name) = map.next_key_seed(PartSeed(names))? {
            if matches!(name.part, Part::Number) {
                let number: String = map.next_value()?;
                let is_zero = number.parse() == Ok(0.0_f64);
                return self.other(if is_zero { 0.into() } else { number.into() });
            }
            let value: Json = map.next_value()?;
            // If a name occurs twice, both values count.
            let is_about_the_request = matches!(name.part, Part::RequestId | Part::Timestamp);
            reports = reports || (!is_about_the_request && has_content(&value, names));
            match name.part {
                Part::ErrorType => error_type.offer(name.rank, value),
                Part::Message => message.offer(name.rank, value),
                Part::SubErrors => sub_errors.offer(name.rank, value),
                Part::RequestId => request_id.offer(name.rank, value),
                Part::Timestamp => timestamp.offer(name.rank, value),
                Part::Number | Part::Other => {}
            }
        }
        Ok(Some(reports.then(|| ErrorObject {
            error_type: error_type.text(),
            message: message.text(),
            request_id: request_id.text().filter(|id| is_request_id(id)),
            timestamp: timestamp.text(),
            sub_errors: match sub_errors.value {
                Json::Null => Vec::new(),
                Json::Array(errors) => errors,
                error => vec![error],
            },
        })))
    }
}

/// The value of a part of the error object, with the rank of its name.
struct Found {
    rank: usize,
    value: Json,
}

impl Found {
    const NONE: Found = Found { rank: usize::MAX, value: Json::Null };

    /// Keeps a value, unless it is `null` or one with a better name was found.
    fn offer(&mut self, rank: usize, value: Json) {
        let is_better = rank < self.rank && !value.is_null();
        if rank == self.rank || is_better || self.value.is_null() {
            *self = Found { rank, value };
        }
    }

    fn text(self) -> Option<String> {
        let value = Some(self.value).filter(|value| !value.is_null());
        value.map(text).filter(|text| !text.trim_start().is_empty())
    }
}

/// The part of the error object that a name refers to.
#[derive(Clone, Copy)]
enum Part {
    ErrorType,
    Message,
    SubErrors,
    RequestId,
    Timestamp,
    /// No field: serde_json passes a number as a map if a crate enables `arbitrary_precision`.
    Number,
    Other,
}

/// The name of a field of the error object. A lower `rank` is a better name: an exact match comes
/// before one that differs in case.
struct PartName {
    part: Part,
    rank: usize,
}

/// Deserialises the name of a field of the error object.
struct PartSeed<'a>(&'a EnvelopeNames);

impl<'de> DeserializeSeed<'de> for PartSeed<'_> {
    type Value = PartName;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<PartName, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for PartSeed<'_> {
    type Value = PartName;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, name: &str) -> Result<PartName, E> {
        let parts = [
            (Part::Message, self.0.error_message),
            (Part::ErrorType, self.0.error_type),
            (Part::SubErrors, self.0.sub_errors),
            (Part::RequestId, self.0.request_id),
            (Part::Timestamp, self.0.timestamp),
        ];
        let as_written = parts.iter().find_map(|(part, names)| {
            let rank = names.iter().position(|other| *other == name)?;
            Some(PartName { part: *part, rank })
        });
        let in_other_letters = || {
            let (part, names) = parts.iter().find(|(_, names)| is_one_of(name, names))?;
            Some(PartName { part: *part, rank: names.len() })
        };
        let other = || {
            let is_number = NUMBERS_ARE_MAPS && name == NUMBER;
            PartName { part: if is_number { Part::Number } else { Part::Other }, rank: 0 }
        };
        Ok(as_written.or_else(in_other_letters).unwrap_or_else(other))
    }
}

/// Returns whether a value contains anything except a request id and a timestamp.
fn has_content(json: &Json, names: &EnvelopeNames) -> bool {
    match json {
        Json::Null => false,
        Json::Bool(value) => *value,
        Json::Number(number) => number.as_f64() != Some(0.0),
        Json::String(text) => !text.trim_start().is_empty(),
        Json::Array(list) => !list.is_empty(),
        Json::Object(fields) => fields.iter().any(|(name, value)| {
            let is_about_the_request =
                is_one_of(name, names.request_id) || is_one_of(name, names.timestamp);
            !is_about_the_request && has_content(value, names)
        }),
    }
}

fn text(json: Json) -> String {
    match json {
        Json::String(text) => text,
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(json: &str) -> Option<ErrorObject> {
        ErrorObject::of(json, &crate::testing::ENVELOPE).flatten()
    }

    #[test]
    fn a_value_without_content_reports_no_error() {
        for json in [
            "null",
            "false",
            "0",
            "0.0",
            r#""""#,
            r#"" \n""#,
            "[]",
            "{}",
            r#"{"errorType":null,"errorMessage":"","apiSubErrors":[],"requestId":"r","timestamp":"now"}"#,
            r#"{"requestID":7,"details":{"a":null,"b":[],"c":{"timestamp":"now"}}}"#,
        ] {
            assert!(failure(json).is_none(), "{json}");
        }
    }

    #[test]
    fn any_content_reports_an_error() {
        for (json, message) in [
            ("true", Some("true")),
            ("1", Some("1")),
            (r#""no such thing""#, Some("no such thing")),
            ("[null]", Some("[null]")),
            (r#"{"code":"E1"}"#, None),
            (r#"{"errorMessage":"no such thing"}"#, Some("no such thing")),
            (r#"{"details":{"a":{"b":1}}}"#, None),
            (r#"{"apiSubErrors":[{"field":"x"}]}"#, None),
            (r#"{"errorMessage":"cut \ud83d"}"#, Some("cut \u{fffd}")),
            (r#"{"errorMessage":"x","errorMessage":null}"#, None),
            ("1e999", None),
            (&*format!("{}{}", "[".repeat(200), "]".repeat(200)), None),
        ] {
            assert_eq!(failure(json).unwrap().message.as_deref(), message, "{json}");
        }
    }

    #[test]
    fn a_name_as_it_is_written_comes_before_one_in_other_letters() {
        for (json, message) in [
            (r#"{"ERRORMESSAGE":null,"errorMessage":"x"}"#, "x"),
            (r#"{"ERRORMESSAGE":"y","errorMessage":"x"}"#, "x"),
            (r#"{"ERRORMESSAGE":"y","errorMessage":null}"#, "y"),
        ] {
            assert_eq!(failure(json).unwrap().message.as_deref(), Some(message), "{json}");
        }
    }

    #[test]
    fn the_fields_of_an_error_response_are_kept() {
        let failure = failure(
            r#"{"errorType":"VALIDATION_ERROR","errorMessage":"bad","apiSubErrors":{"field":"x"},"requestId":7,
                "timestamp":"2026-01-31 10:15:00"}"#,
        )
        .unwrap();
        assert_eq!(failure.error_type.as_deref(), Some("VALIDATION_ERROR"));
        assert_eq!(failure.sub_errors.len(), 1);
        assert_eq!(failure.request_id.as_deref(), Some("7"));
        assert_eq!(failure.timestamp.as_deref(), Some("2026-01-31 10:15:00"));
    }
}
