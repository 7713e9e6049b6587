//! The error that a response carries.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;

use super::names::{EnvelopeNames, is_one_of};
use crate::base::repair::repair;

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
    /// The failure that a value reports; `None` for a value that reports nothing.
    pub(super) fn of(json: &str, names: &EnvelopeNames) -> Option<Self> {
        let repaired = repair(json.as_bytes());
        let json = repaired.as_deref().unwrap_or(json.as_bytes());
        // What is too deep to be read, or a number beyond all bounds, is not nothing.
        if !Reports(names).deserialize(&mut serde_json::Deserializer::from_slice(json)).unwrap_or(true) {
            return None;
        }
        let Ok(json) = serde_json::from_slice::<Json>(json) else { return Some(ErrorObject::default()) };
        let Json::Object(mut fields) = json else {
            return Some(ErrorObject { message: Some(text(json)), ..ErrorObject::default() });
        };
        let mut take = |names: &[&str]| {
            fields.retain(|_, json| !json.is_null());
            let exact = names.iter().find(|name| fields.contains_key(**name)).map(|name| (*name).to_owned());
            let name = exact.or_else(|| fields.keys().find(|name| is_one_of(name, names)).cloned())?;
            fields.remove(&name)
        };
        let sub_errors = match take(names.sub_errors) {
            Some(Json::Array(errors)) => errors,
            other => other.into_iter().collect(),
        };
        let mut take_text = |names| take(names).map(text).filter(|text| !text.trim().is_empty());
        Some(ErrorObject {
            error_type: take_text(names.error_type),
            message: take_text(names.error_message),
            request_id: take_text(names.request_id),
            timestamp: take_text(names.timestamp),
            sub_errors,
        })
    }
}

/// Whether a value reports an error: successes carry the field as well, with `null`, `false`, an empty object, or an
/// object that holds nothing but a request id and a timestamp. Of a name that comes twice, each value counts.
struct Reports<'a>(&'a EnvelopeNames);

impl<'de> DeserializeSeed<'de> for Reports<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reports<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_bool<E>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }

    fn visit_i64<E>(self, number: i64) -> Result<bool, E> {
        Ok(number != 0)
    }

    fn visit_u64<E>(self, number: u64) -> Result<bool, E> {
        Ok(number != 0)
    }

    fn visit_f64<E>(self, number: f64) -> Result<bool, E> {
        Ok(number != 0.0)
    }

    fn visit_str<E>(self, text: &str) -> Result<bool, E> {
        Ok(!text.trim().is_empty())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<bool, A::Error> {
        let mut is_empty = true;
        while list.next_element::<IgnoredAny>()?.is_some() {
            is_empty = false;
        }
        Ok(!is_empty)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        let mut reports = false;
        while let Some(name) = map.next_key::<Cow<'_, str>>()? {
            let value = map.next_value_seed(Reports(self.0))?;
            let is_about_the_request =
                is_one_of(&name, self.0.request_id) || is_one_of(&name, self.0.timestamp);
            reports |= value && !is_about_the_request;
        }
        Ok(reports)
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
        ErrorObject::of(json, &crate::testing::ENVELOPE)
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
