//! The fields of a response's top level, besides the payload.

use std::borrow::Cow;

use serde::de::MapAccess;
use serde_json::value::RawValue;

use super::error_object::ErrorObject;
use super::format::{EnvelopeReport, Judgement};
use super::names::{EnvelopeNames, MetaField, Word};
use crate::base::repair::repair;

/// The fields of a response's top level, besides the payload.
#[derive(Debug, Default)]
pub(crate) struct EnvelopeMeta {
    /// The result of an [`EnvelopeFormat`]. It overrides all other evidence.
    pub(crate) judgement: Option<Judgement>,
    /// The result codes; two fields can contain one.
    pub(crate) codes: Vec<Code>,
    pub(crate) message: Option<String>,
    /// The result that the messages report. Failure takes precedence.
    pub(crate) word: Option<Word>,
    /// The error object, if it reports an error.
    pub(crate) error_response: Option<Box<ErrorObject>>,
    /// An error in another field.
    pub(crate) error: Option<Box<ErrorObject>>,
    /// The value of the boolean for success. `false` takes precedence.
    pub(crate) success: Option<bool>,
    /// Whether the payload is not `null`.
    pub(crate) has_payload: bool,
    /// Whether there is a field that only an envelope has.
    pub(crate) is_envelope: bool,
    /// Whether there is a field that an envelope has.
    pub(crate) recognised: bool,
    /// Whether there is a field that is neither code nor message.
    has_others: bool,
    /// Whether a field that is not about the response itself is not `null`.
    pub(crate) has_content: bool,
    /// Whether one of the declared fields is not `null`.
    pub(crate) has_declared: bool,
    /// Whether the status of an error page is 400 or above.
    error_status: bool,
    /// Whether there are other fields of an error page.
    of_error_page: bool,
}

impl EnvelopeMeta {
    /// Returns whether the response has an envelope, for a format that is not documented: it has a
    /// field that only an envelope has, or nothing but code and message.
    pub(crate) fn is_enveloped(&self) -> bool {
        self.is_envelope || (self.recognised && !self.has_others)
    }

    /// Returns whether it is the error page of a web framework, such as
    /// `{"status": 500, "error": "…", "path": "/x"}`.
    pub(crate) fn is_error_page(&self) -> bool {
        self.error_status && self.of_error_page
    }

    /// Returns the result code, if it is a number.
    pub(crate) fn code(&self) -> Option<i64> {
        self.codes.iter().find_map(|code| match code {
            Code::Number(number) => Some(*number),
            Code::Other => None,
        })
    }

    /// Reads a field other than the payload.
    pub(super) fn read_field<'de, A: MapAccess<'de>>(
        &mut self,
        names: &EnvelopeNames,
        name: FieldName,
        map: &mut A,
    ) -> Result<(), A::Error> {
        use MetaField::{
            Code, Error, ErrorResponse, Message, Other, Payload, ResponseCode, Status, Success,
        };
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
            ErrorResponse => {
                self.error_response = self
                    .error_response
                    .take()
                    .or_else(|| ErrorObject::of(json, names).map(Box::new))
            }
            Error => {
                self.error =
                    self.error.take().or_else(|| ErrorObject::of(json, names).map(Box::new))
            }
            // A field that the type declares is for the caller to interpret.
            Success => {
                self.success =
                    self.success.filter(|success| !success).or(boolean(json, is_declared))
            }
            Status => {
                self.error_status |= whole_number(&text(json)).is_some_and(|status| status >= 400)
            }
            Payload | MetaField::About | Other => {}
        }
        Ok(())
    }

    /// Adds a result code. A word instead of a number counts as a message.
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
    /// Not a whole number.
    Other,
}

/// Parses a whole number, as in `0`, `0.0`, `2e2` and ` 200 `.
fn whole_number(text: &str) -> Option<i64> {
    let text = text.trim();
    // Below 2^53, each whole number is a distinct `f64`.
    let is_whole = |number: &f64| number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0;
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    text.parse().ok().or_else(|| {
        text.parse()
            .ok()
            .filter(|number| is_number && is_whole(number))
            .map(|number: f64| number as i64)
    })
}

/// Reads a boolean, also as a string or a number; `None` for one that the caller interprets.
fn boolean(json: &str, is_callers: bool) -> Option<bool> {
    let text = text(json);
    let is_one_of =
        |words: &[&str]| words.iter().any(|word| text.trim().eq_ignore_ascii_case(word));
    let says_no = is_one_of(&["false", "0", "no", "n", "fail", "failed", "failure", "error"]);
    (says_no || is_one_of(&["true"])).then_some(!says_no).filter(|_| !is_callers)
}

/// Returns the content of a JSON string, and the JSON of any other value.
fn text(json: &str) -> Cow<'_, str> {
    let Some(string) = json.strip_prefix('"') else { return Cow::Borrowed(json) };
    match string.strip_suffix('"') {
        Some(string) if !string.contains('\\') => Cow::Borrowed(string),
        _ => Cow::Owned(unescaped(json)),
    }
}

fn unescaped(json: &str) -> String {
    serde_json::from_str(json)
        .or_else(|error| {
            repair(json.as_bytes()).map_or(Err(error), |json| serde_json::from_slice(&json))
        })
        .unwrap_or_else(|_| json.to_owned())
}

/// The field that a name refers to.
#[derive(Clone, Copy)]
pub(super) struct FieldName {
    pub(super) field: MetaField,
    pub(super) is_declared: bool,
    pub(super) is_of_error_page: bool,
}

impl EnvelopeReport<'_> {
    /// Converts the report into the fields of a top level.
    pub(crate) fn into_meta(self) -> EnvelopeMeta {
        EnvelopeMeta {
            codes: self.code.map(Code::Number).into_iter().collect(),
            message: self.message,
            error_response: matches!(self.judgement, Judgement::Failure(_))
                .then(|| Box::new(self.failure)),
            judgement: Some(self.judgement),
            has_payload: self.payload.is_some(),
            is_envelope: true,
            recognised: true,
            ..EnvelopeMeta::default()
        }
    }
}
