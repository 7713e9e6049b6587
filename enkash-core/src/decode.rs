//! From an answer's bytes to a [`Reply`] or an [`Error`].

use http::StatusCode;
use serde::de::IgnoredAny;

use crate::endpoint::EndpointInfo;
use crate::envelope::{Code, Envelope};
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
    if !answer.status.is_success() || T::WHOLE_BODY {
        if let Some(error) = failure(info.product, &answer) {
            return Err(settle(error, &answer));
        }
    } else if answer.body.iter().all(u8::is_ascii_whitespace) {
        return Ok(Reply { payload: None, response_code: None, response_message: None, answer });
    }
    match T::read(&answer.body, info.bare) {
        Ok(envelope) if envelope_succeeds(info, &envelope, &answer) => Ok(Reply {
            payload: envelope.payload,
            response_code: envelope.code.number(),
            response_message: envelope.message,
            answer,
        }),
        Ok(_) => Err(unreadable(info, answer, None)),
        Err(source) => Err(unreadable(info, answer, Some(source))),
    }
}

fn envelope_succeeds<T: Payload>(info: &EndpointInfo, envelope: &Envelope<T>, answer: &Answer) -> bool {
    if T::WHOLE_BODY {
        return true;
    }
    if info.bare {
        return failure(info.product, answer).is_none();
    }
    envelope.recognised
        && envelope.failure.is_none()
        && meaning(info.product, envelope.code) == CodeMeaning::Success
}

/// The slow second look at an answer that is no plain success: a failure, or something that cannot be read.
#[cold]
fn unreadable(info: &EndpointInfo, answer: Answer, source: Option<serde_json::Error>) -> Error {
    if let Some(error) = failure(info.product, &answer) {
        return settle(error, &answer);
    }
    let error = match read_json::<IgnoredAny>(&answer.body, false) {
        // The platform's envelope, and a success by its code: only the payload is not what was declared.
        Ok(envelope) if envelope.recognised || info.bare => {
            let mut error =
                DecodeError::new(&answer, "the answer's payload is not as documented", Outcome::Performed);
            error.path =
                source.as_ref().map(|source| json_path(&answer.body, source.line(), source.column()));
            error
        }
        Ok(_) => DecodeError::new(&answer, "the answer is not the platform's envelope", Outcome::Unknown),
        Err(_) => DecodeError::new(&answer, "the answer is not JSON", Outcome::Unknown),
    };
    let error = DecodeError { source: source.map(|source| Box::new(Position::of(&source)) as _), ..error };
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
/// code. The payload is not looked at; failures carry plain text there.
pub(crate) fn failure(product: Product, answer: &Answer) -> Option<ApiError> {
    let envelope = read_json::<IgnoredAny>(&answer.body, false);
    let form = match &envelope {
        Ok(envelope) if envelope.recognised => BodyForm::Envelope,
        _ if answer.body.is_empty() => BodyForm::Empty,
        Ok(_) => BodyForm::Json,
        Err(_) if serde_json::from_slice::<IgnoredAny>(&answer.body).is_ok() => BodyForm::Json,
        Err(_) => BodyForm::NotJson,
    };
    let Envelope { code, message, failure, .. } = envelope.unwrap_or(Envelope {
        payload: None,
        code: Code::Absent,
        message: None,
        failure: None,
        recognised: false,
    });
    let code_says = meaning(product, code);
    let status = answer.status;
    if status.is_success() && failure.is_none() && code_says == CodeMeaning::Success {
        return None;
    }
    let failure = failure.map(|failure| *failure).unwrap_or_default();
    Some(ApiError {
        status,
        headers: answer.headers.clone(),
        body: Bodied(answer.body.clone()),
        form,
        error_type: failure.error_type.as_deref().map(ErrorType::from_wire),
        message: failure.message.or(message),
        sub_errors: failure.sub_errors,
        request_id: failure.request_id,
        timestamp: failure.timestamp,
        code: code.number(),
        duplicate: code_says == CodeMeaning::Duplicate
            || (status == StatusCode::CONFLICT && product.code_meaning(409) == CodeMeaning::Duplicate),
        token_refused: code_says == CodeMeaning::TokenRefused,
        outcome: outcome(status, code_says),
        attempts: answer.attempts,
    })
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
