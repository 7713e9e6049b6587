//! The error that a response carries.

use serde_json::Value as Json;

use super::names::EnvelopeNames;
use crate::repair::repair;

/// The contents of `errorResponse`, or of an error in another form.
#[derive(Debug, Default)]
pub(crate) struct Failure {
    pub(crate) error_type: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) sub_errors: Vec<Json>,
    pub(crate) request_id: Option<String>,
    pub(crate) timestamp: Option<String>,
}

impl Failure {
    /// The failure that a value reports; `None` for a value that reports nothing.
    pub(super) fn of(json: &str, names: &EnvelopeNames) -> Option<Self> {
        let repaired = repair(json.as_bytes());
        let json = repaired.as_deref().unwrap_or(json.as_bytes());
        // What is too deep to be read, or a number beyond all bounds, is not nothing.
        let Ok(json) = serde_json::from_slice::<Json>(json) else { return Some(Failure::default()) };
        if !reports_something(&json, names) {
            return None;
        }
        let Json::Object(mut fields) = json else {
            return Some(Failure { message: Some(text(json)), ..Failure::default() });
        };
        let mut take = |name: &str| fields.remove(name).filter(|json| !json.is_null());
        let sub_errors = match take("apiSubErrors") {
            Some(Json::Array(errors)) => errors,
            other => other.into_iter().collect(),
        };
        let mut take_text = |name: &str| take(name).map(text).filter(|text| !text.trim().is_empty());
        Some(Failure {
            error_type: take_text("errorType"),
            message: take_text("errorMessage"),
            request_id: take_text("requestId"),
            timestamp: take_text("timestamp"),
            sub_errors,
        })
    }
}

/// Whether a value reports an error: successes carry the field as well, with `null`, `false`, an empty object, or an
/// object that holds nothing but a request id and a timestamp.
fn reports_something(json: &Json, names: &EnvelopeNames) -> bool {
    match json {
        Json::Null => false,
        Json::Bool(value) => *value,
        Json::Number(number) => number.as_f64() != Some(0.0),
        Json::String(text) => !text.trim().is_empty(),
        Json::Array(list) => !list.is_empty(),
        Json::Object(fields) => fields.iter().any(|(name, value)| {
            !names.no_error.iter().any(|other| other.eq_ignore_ascii_case(name))
                && reports_something(value, names)
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
    use super::super::names::ENKASH;
    use super::*;

    fn failure(json: &str) -> Option<Failure> {
        Failure::of(json, &ENKASH)
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
            ("1e999", None),
            (&*format!("{}{}", "[".repeat(200), "]".repeat(200)), None),
        ] {
            assert_eq!(failure(json).unwrap().message.as_deref(), message, "{json}");
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
