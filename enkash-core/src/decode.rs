//! From an answer's bytes to a [`Reply`] or an [`Error`].

use bytes::Bytes;
use http::StatusCode;
use serde::de::IgnoredAny;

use crate::endpoint::EndpointInfo;
use crate::envelope::{Code, Envelope, Words};
use crate::error::{ApiError, Bodied, BodyForm, DecodeError, Error, ErrorType};
use crate::json_path::json_path;
use crate::outcome::Outcome;
use crate::payload::{Payload, read_json};
use crate::product::{CodeMeaning, Product};
use crate::reply::{Answer, Reply};

/// Decodes an answer. The only step behind the transport that knows the endpoint's type.
///
/// # Errors
/// [`Error::Api`] where the server says that the call failed, [`Error::Decode`] where its answer cannot be read.
pub(crate) fn decode<T: Payload>(info: &EndpointInfo, answer: Answer) -> Result<Reply<T>, Error> {
    if is_empty_success(info, &answer, T::WHOLE_BODY)? {
        return Ok(Reply { payload: None, response_code: None, response_message: None, answer });
    }
    match T::read(&answer.body, info.bare) {
        Ok(Envelope { payload, words }) => {
            let words = if T::WHOLE_BODY { words } else { accepted(info, &answer, words)? };
            Ok(Reply { payload, response_code: words.code.number(), response_message: words.message, answer })
        }
        Err(source) => Err(unreadable(info, &answer, Some(&source))),
    }
}

/// Whether a success has no body to read. Not generic, so that a program has one of it.
///
/// # Errors
/// The status says that the call failed.
fn is_empty_success(info: &EndpointInfo, answer: &Answer, whole_body: bool) -> Result<bool, Error> {
    if answer.status.is_success() && !whole_body {
        return Ok(answer.body.iter().all(u8::is_ascii_whitespace));
    }
    without_failure(info, answer).map(|()| false)
}

/// # Errors
/// The answer tells of a failure, after a look at nothing but that.
fn without_failure(info: &EndpointInfo, answer: &Answer) -> Result<(), Error> {
    failure(info.product, answer).map_or(Ok(()), |error| Err(settle(error, answer)))
}

/// What stands around a payload that could be read, if it says that the call succeeded.
fn accepted(info: &EndpointInfo, answer: &Answer, words: Words) -> Result<Words, Error> {
    if info.bare {
        // Here the payload was all that was read; an error may stand in it or beside it.
        return without_failure(info, answer).map(|()| words);
    }
    match failed(info.product, answer.status, &words) {
        Some(meaning) => {
            Err(settle(api_error(info.product, answer, BodyForm::Envelope, words, meaning), answer))
        }
        None if words.recognised => Ok(words),
        None => Err(unreadable(info, answer, None)),
    }
}

/// The slow second look at an answer that is no plain success: a failure, or something that cannot be read.
#[cold]
fn unreadable(info: &EndpointInfo, answer: &Answer, source: Option<&serde_json::Error>) -> Error {
    let (words, form) = heard(&answer.body);
    if let Some(meaning) = failed(info.product, answer.status, &words) {
        return settle(api_error(info.product, answer, form, words, meaning), answer);
    }
    let (what, outcome) = match form {
        // The platform's envelope, and a success by its code: only the payload is not what was declared.
        BodyForm::Envelope => ("the answer's payload is not as documented", Outcome::Performed),
        BodyForm::Json if info.bare => ("the answer's payload is not as documented", Outcome::Performed),
        BodyForm::Json => ("the answer is not the platform's envelope", Outcome::Unknown),
        BodyForm::NotJson | BodyForm::Empty => ("the answer is not JSON", Outcome::Unknown),
    };
    let mut error = DecodeError::new(answer, what, outcome);
    if outcome == Outcome::Performed {
        error.path = source.map(|source| json_path(&answer.body, source.line(), source.column()));
    }
    error.source = source.map(|source| Box::new(Position::of(source)) as _);
    Error::Decode(Box::new(error)).after(answer.attempts, answer.earlier)
}

/// Gives a failure its place among the attempts.
fn settle(error: ApiError, answer: &Answer) -> Error {
    Error::Api(Box::new(error)).after(answer.attempts, answer.earlier)
}

/// Where the JSON reader stopped. Its own words can hold what it read, so they are not kept.
#[derive(Debug)]
struct Position {
    category: &'static str,
    line: usize,
    column: usize,
}

impl Position {
    fn of(error: &serde_json::Error) -> Self {
        use serde_json::error::Category;
        let category = match error.classify() {
            Category::Io => "unreadable",
            Category::Syntax => "not JSON",
            Category::Data => "of another type than declared",
            Category::Eof => "cut off",
        };
        Position { category, line: error.line(), column: error.column() }
    }
}

impl std::fmt::Display for Position {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} at line {} column {}", self.category, self.line, self.column)
    }
}

impl std::error::Error for Position {}

fn meaning(product: Product, code: Code) -> CodeMeaning {
    match code {
        Code::Absent => CodeMeaning::Success,
        Code::Number(code) => product.code_meaning(code),
        Code::Other if product.code_meaning(i64::MIN) == CodeMeaning::Success => CodeMeaning::Success,
        Code::Other => CodeMeaning::Unexplained,
    }
}

/// The failure that an answer tells of, if it tells of one: by its status, by an error in its envelope, or by a result
/// code.
pub(crate) fn failure(product: Product, answer: &Answer) -> Option<ApiError> {
    let (words, form) = heard(&answer.body);
    failed(product, answer.status, &words).map(|meaning| api_error(product, answer, form, words, meaning))
}

/// Whether a body says that the token was refused.
pub(crate) fn refuses_token(product: Product, body: &Bytes) -> bool {
    meaning(product, heard(body).0.code) == CodeMeaning::TokenRefused
}

/// What an answer says beside its payload, which is not looked at: failures carry plain text there.
fn heard(body: &Bytes) -> (Words, BodyForm) {
    match read_json::<IgnoredAny>(body, false) {
        Ok(Envelope { words, .. }) if words.recognised => (words, BodyForm::Envelope),
        Ok(Envelope { words, .. }) => (words, BodyForm::Json),
        Err(_) if body.is_empty() => (Words::default(), BodyForm::Empty),
        Err(_) if serde_json::from_slice::<IgnoredAny>(body).is_ok() => (Words::default(), BodyForm::Json),
        Err(_) => (Words::default(), BodyForm::NotJson),
    }
}

/// Whether the status, an error or the result code says that the call failed; and if so, what the code means.
fn failed(product: Product, status: StatusCode, words: &Words) -> Option<CodeMeaning> {
    let meaning = meaning(product, words.code);
    let succeeded = status.is_success() && words.failure.is_none() && meaning == CodeMeaning::Success;
    (!succeeded).then_some(meaning)
}

fn api_error(
    product: Product,
    answer: &Answer,
    form: BodyForm,
    words: Words,
    meaning: CodeMeaning,
) -> ApiError {
    let status = answer.status;
    let failure = words.failure.map(|failure| *failure).unwrap_or_default();
    ApiError {
        status,
        headers: answer.headers.clone(),
        body: Bodied(answer.body.clone()),
        form,
        error_type: failure.error_type.as_deref().map(ErrorType::from_wire),
        message: failure.message.or(words.message),
        sub_errors: failure.sub_errors,
        request_id: failure.request_id,
        timestamp: failure.timestamp,
        code: words.code.number(),
        duplicate: meaning == CodeMeaning::Duplicate
            || (status == StatusCode::CONFLICT && product.code_meaning(409) == CodeMeaning::Duplicate),
        token_refused: meaning == CodeMeaning::TokenRefused,
        outcome: outcome(status, meaning),
        attempts: answer.attempts,
    }
}

/// A refusal by status or by a documented code. A success status with an error in it, a code that nobody explains, and
/// whatever a failing server says leave open what happened.
fn outcome(status: StatusCode, code: CodeMeaning) -> Outcome {
    match code {
        _ if status.is_server_error() || status == StatusCode::REQUEST_TIMEOUT => Outcome::Unknown,
        CodeMeaning::Refused | CodeMeaning::Duplicate | CodeMeaning::TokenRefused => Outcome::Refused,
        CodeMeaning::Success | CodeMeaning::Unexplained => Outcome::of_status(status),
    }
}
