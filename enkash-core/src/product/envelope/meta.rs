//! The fields of a response's top level, besides the payload.

use std::borrow::Cow;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess};
use serde_json::Value as Json;

use super::error_object::{ErrorObject, ErrorSeed};
use super::format::{EnvelopeReport, Judgement};
use super::names::{EnvelopeNames, MetaField, Word};
use crate::types::value::{ScalarForm, read_any};

/// The fields of a response's top level, besides the payload.
#[derive(Debug, Default)]
pub(crate) struct EnvelopeMeta {
    /// The result of an [`EnvelopeFormat`]. It overrides all other evidence.
    pub(crate) judgement: Option<Judgement>,
    first_code: Option<Code>,
    /// Two fields can contain a result code.
    further_codes: Vec<Code>,
    pub(crate) message: Option<String>,
    /// The result that the messages report. Failure takes precedence.
    pub(crate) word: Option<Word>,
    /// The error object, if it reports an error.
    pub(crate) error_response: Option<Box<ErrorObject>>,
    /// An error in another field.
    pub(crate) error: Option<Box<ErrorObject>>,
    /// The value of the boolean for success. `false` takes precedence.
    pub(crate) success: Option<bool>,
    /// Whether a message or the boolean reports success, whatever the others report.
    pub(crate) reports_success: bool,
    /// The fields that are present.
    present: FieldSet,
    /// The fields that are not `null`.
    not_null: FieldSet,
    /// Whether one of the declared fields is not `null`.
    pub(crate) has_declared: bool,
    /// Whether the status of an error page is 400 or above.
    error_status: bool,
    /// Whether there are other fields of an error page.
    of_error_page: bool,
}

impl EnvelopeMeta {
    /// Returns the report of a body that an [`EnvelopeFormat`](super::EnvelopeFormat) does not
    /// recognise.
    pub(crate) fn of_other_format() -> Self {
        EnvelopeMeta { judgement: Some(Judgement::Unclear), ..EnvelopeMeta::default() }
    }

    /// Returns whether the payload is not `null`.
    pub(crate) fn has_payload(&self) -> bool {
        self.not_null.has_any(&[MetaField::Payload])
    }

    /// Returns whether a field that is not about the response itself is not `null`.
    pub(crate) fn has_content(&self) -> bool {
        self.not_null.has_any(&[MetaField::Payload, MetaField::Other])
    }

    /// Returns whether a field of an envelope is present.
    pub(crate) fn is_recognised(&self) -> bool {
        self.has_field_of_envelope() || self.present.has_any(CODE_AND_MESSAGE)
    }

    /// Returns whether the response has an envelope, for a format that is not documented: it has a
    /// field that only an envelope has, or nothing but code and message.
    pub(crate) fn is_enveloped(&self) -> bool {
        self.has_field_of_envelope()
            || (self.present.has_any(CODE_AND_MESSAGE)
                && !self.present.has_others(CODE_AND_MESSAGE))
    }

    /// Returns whether a field that only an envelope has is present.
    fn has_field_of_envelope(&self) -> bool {
        use MetaField::{ErrorResponse, Payload, ResponseCode};
        self.present.has_any(&[Payload, ResponseCode, ErrorResponse])
    }

    /// Adds a field that is present.
    pub(super) fn add_field(&mut self, field: MetaField, is_null: bool) {
        self.present.add(field);
        if !is_null {
            self.not_null.add(field);
        }
    }

    /// Returns whether it is the error page of a web framework, such as
    /// `{"status": 500, "error": "…", "path": "/x"}`.
    pub(crate) fn is_error_page(&self) -> bool {
        self.error_status && self.of_error_page
    }

    /// Returns the result codes.
    pub(crate) fn codes(&self) -> impl Iterator<Item = Code> {
        self.first_code.into_iter().chain(self.further_codes.iter().copied())
    }

    /// Returns the result code, if it is a number.
    pub(crate) fn code(&self) -> Option<i64> {
        self.codes().find_map(|code| match code {
            Code::Number(number) => Some(number),
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
            About, Code, Error, ErrorResponse, Message, Other, Payload, ResponseCode, Status,
            Success,
        };
        let FieldName { field, is_declared, is_of_error_page } = name;
        let is_null = match field {
            // A field that the type declares is the caller's to judge.
            Success if is_declared => map.next_value::<Option<IgnoredAny>>()?.is_none(),
            ResponseCode | Code | Message | Success | Status => {
                map.next_value_seed(ScalarSeed { meta: self, names, field })?
            }
            ErrorResponse | Error => {
                let error = map.next_value_seed(ErrorSeed(names))?;
                let is_null = error.is_none();
                let first = if field == Error { &mut self.error } else { &mut self.error_response };
                if let (None, Some(error)) = (&first, error.flatten()) {
                    *first = Some(Box::new(error));
                }
                is_null
            }
            Payload | About | Other => map.next_value::<Option<IgnoredAny>>()?.is_none(),
        };
        self.add_field(field, is_null);
        self.has_declared |= is_declared && !is_null;
        self.of_error_page |= is_of_error_page && !is_null;
        Ok(())
    }

    fn add_scalar(&mut self, names: &EnvelopeNames, field: MetaField, scalar: ScalarForm<'_>) {
        match field {
            MetaField::Message => self.add_message(names, scalar.text()),
            MetaField::Success => {
                let success = boolean(&scalar.text());
                self.reports_success |= success == Some(true);
                self.success = self.success.filter(|success| !success).or(success);
            }
            MetaField::Status => {
                self.error_status |=
                    whole_number(&scalar.text()).is_some_and(|status| status >= 400);
            }
            _ => self.add_code(names, scalar),
        }
    }

    /// Adds a result code. A word in its place is a message.
    fn add_code(&mut self, names: &EnvelopeNames, scalar: ScalarForm<'_>) {
        if let ScalarForm::Unsigned(number) = scalar
            && let Ok(number) = number.try_into()
        {
            return self.push_code(Code::Number(number));
        }
        let code = scalar.text();
        match names.word(&code) {
            Some(word) => self.add_word(word),
            None if code.trim().is_empty() => {}
            None => self.push_code(whole_number(&code).map_or(Code::Other, Code::Number)),
        }
    }

    fn push_code(&mut self, code: Code) {
        match self.first_code {
            None => self.first_code = Some(code),
            Some(_) => self.further_codes.push(code),
        }
    }

    fn add_message(&mut self, names: &EnvelopeNames, message: Cow<'_, str>) {
        if let Some(word) = names.word(&message) {
            self.add_word(word);
        }
        self.message = Some(message.into_owned());
    }

    fn add_word(&mut self, word: Word) {
        self.reports_success |= word == Word::Success;
        if self.word != Some(Word::Failure) {
            self.word = Some(word);
        }
    }
}

const CODE_AND_MESSAGE: &[MetaField] =
    &[MetaField::ResponseCode, MetaField::Code, MetaField::Message];

/// A set of fields.
#[derive(Debug, Clone, Copy, Default)]
struct FieldSet(u16);

impl FieldSet {
    fn of(fields: &[MetaField]) -> Self {
        fields.iter().fold(FieldSet(0), |set, field| FieldSet(set.0 | 1 << *field as u16))
    }

    fn add(&mut self, field: MetaField) {
        self.0 |= 1 << field as u16;
    }

    fn has_any(self, fields: &[MetaField]) -> bool {
        self.0 & FieldSet::of(fields).0 != 0
    }

    /// Returns whether it has any except these.
    fn has_others(self, fields: &[MetaField]) -> bool {
        self.0 & !FieldSet::of(fields).0 != 0
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

/// Parses a string that represents a boolean.
fn boolean(text: &str) -> Option<bool> {
    let is_one_of =
        |words: &[&str]| words.iter().any(|word| text.trim().eq_ignore_ascii_case(word));
    let says_no = is_one_of(&["false", "0", "no", "n", "fail", "failed", "failure", "error"]);
    (says_no || is_one_of(&["true"])).then_some(!says_no)
}

/// Reads a single value into the report, unless it is `null`. Returns whether it is `null`.
struct ScalarSeed<'a> {
    meta: &'a mut EnvelopeMeta,
    names: &'a EnvelopeNames,
    field: MetaField,
}

impl<'de> DeserializeSeed<'de> for ScalarSeed<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        read_any(deserializer, |scalar| {
            let is_null = matches!(scalar, ScalarForm::Json(Json::Null));
            if !is_null {
                self.meta.add_scalar(self.names, self.field, scalar);
            }
            is_null
        })
    }
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
        let mut meta = EnvelopeMeta {
            first_code: self.code.map(Code::Number),
            message: self.message,
            error_response: matches!(self.judgement, Judgement::Failure(_))
                .then(|| Box::new(self.failure)),
            judgement: Some(self.judgement),
            ..EnvelopeMeta::default()
        };
        meta.add_field(MetaField::Payload, self.payload.is_none());
        meta
    }
}
