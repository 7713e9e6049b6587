//! Decodes a response into a [`Reply`] or an [`Error`].

mod evidence;

use bytes::Bytes;
use http::StatusCode;

use self::evidence::Evidence;
use crate::base::outcome::Outcome;
use crate::base::repair::repair;
use crate::base::secret::RedactedBytes;
use crate::declare::payload::{BareEvidence, Payload};
use crate::error::{ApiError, BodyForm, DecodeError, Error};
use crate::message::RawResponse;
use crate::product::ResponseFormat;
use crate::product::envelope::{
    EnvelopeFormat, EnvelopeKind, EnvelopeMeta, EnvelopeNames, JsonKind,
};
use crate::product::{CodeMeaning, ResultCodes};
use crate::wire::json_path::json_path;
use crate::wire::reply::{Reply, without_payload};
use crate::wire::response_plan::ResponsePlan;

/// Decodes a response. The only step after the transport that is generic over the payload.
///
/// # Errors
/// Returns [`Error::Api`] if the server reports a failure, and [`Error::Decode`] if the response
/// cannot be read or is no evidence of success.
pub(crate) fn decode<T: Payload>(
    plan: &ResponsePlan,
    response: RawResponse,
) -> Result<Reply<T>, Error> {
    let mut payload = None;
    let mut read = |body: &Bytes, names: Option<&EnvelopeNames>| {
        T::read(body, names).map(|read| {
            payload = read.payload;
            let evidence = payload.as_ref().filter(|_| names.is_none()).map(T::bare_evidence);
            Read { meta: read.meta, evidence }
        })
    };
    let Success { meta, by_code } = success(plan, &response, T::WHOLE_BODY, &mut read)?;
    Ok(Reply::new(payload, meta, by_code, response))
}

/// Reads the payload from a body and keeps it; returns what else was read.
type ReadPayload<'a> =
    dyn FnMut(&Bytes, Option<&EnvelopeNames>) -> Result<Read, serde_json::Error> + 'a;

/// What was read of a response besides its payload.
struct Read {
    meta: EnvelopeMeta,
    /// What makes a response without an envelope a success, if the payload is there and was read
    /// from such a response.
    evidence: Option<BareEvidence>,
}

/// The evidence that a call succeeded.
struct Success {
    meta: EnvelopeMeta,
    by_code: bool,
}

/// Reads the payload and checks that the response proves a success. Not generic, so that it is
/// compiled once.
fn success(
    plan: &ResponsePlan,
    response: &RawResponse,
    whole_body: bool,
    read_payload: &mut ReadPayload<'_>,
) -> Result<Success, Error> {
    let form = form(plan, response, whole_body)?;
    if form == Form::Empty {
        return Ok(Success { meta: EnvelopeMeta::default(), by_code: false });
    }
    let read = match plan.envelope {
        Some(EnvelopeKind::Format(format)) if form == Form::Enveloped => {
            read_format(format, &response.body, whole_body, read_payload)
        }
        Some(EnvelopeKind::Names(names)) if form == Form::Enveloped => {
            read(&response.body, Some(names), read_payload)
        }
        _ => read(&response.body, None, read_payload),
    };
    let Read { meta, evidence } =
        read.map_err(|source| unreadable(plan, form, response, &source))?;
    let report = match &evidence {
        Some(wanted) if form == Form::Bare => of_bare(plan, response, wanted),
        _ if form == Form::ProvenBare => {
            Report { evidence: Evidence::Success { by_code: false }, meta, form: BodyForm::Json }
        }
        // Nothing but the payload was read.
        _ if whole_body => of_whole_body(plan, response),
        _ => Report::of_envelope(plan, meta),
    };
    match report.evidence {
        // Fields beside the payload of a bare response belong to the payload.
        Evidence::Success { by_code } => {
            let meta = if form == Form::Bare { EnvelopeMeta::default() } else { report.meta };
            Ok(Success { meta, by_code })
        }
        _ => Err(unsuccessful(plan, response, report, None)),
    }
}

/// The fields of a response besides its payload, and the evidence that follows from them.
struct Report {
    evidence: Evidence,
    meta: EnvelopeMeta,
    form: BodyForm,
}

impl Report {
    /// Returns the report of a response with the envelope.
    fn of_envelope(plan: &ResponsePlan, meta: EnvelopeMeta) -> Report {
        let form = if meta.is_recognised() { BodyForm::Envelope } else { BodyForm::Json };
        Report { evidence: evidence::of_envelope(plan.codes, &meta), meta, form }
    }
}

fn read(
    body: &Bytes,
    names: Option<&EnvelopeNames>,
    read_payload: &mut ReadPayload<'_>,
) -> Result<Read, serde_json::Error> {
    read_payload(body, names).or_else(|error| match repair(body) {
        Some(body) => read_payload(&body.into(), names),
        None => Err(error),
    })
}

/// Reads a response with an [`EnvelopeFormat`](crate::EnvelopeFormat) in two passes. A response
/// that does not have this envelope reports nothing.
fn read_format(
    format: &dyn EnvelopeFormat,
    body: &Bytes,
    whole_body: bool,
    read_payload: &mut ReadPayload<'_>,
) -> Result<Read, serde_json::Error> {
    let repaired = repair(body);
    let Some(report) = format.read(repaired.as_deref().unwrap_or(body)) else {
        return Ok(Read { meta: EnvelopeMeta::of_other_format(), evidence: None });
    };
    let payload = match report.payload {
        _ if whole_body => Some(body.clone()),
        Some(json) => Some(Bytes::copy_from_slice(json.as_bytes())),
        None => None,
    };
    if let Some(payload) = payload {
        read(&payload, None, read_payload)?;
    }
    Ok(Read { meta: report.into_meta(), evidence: None })
}

/// How the body of a success is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Empty,
    Enveloped,
    Bare,
    /// Bare, where the API reference does not document the format: the evidence was already found.
    ProvenBare,
}

/// Decides how the body is read. Not generic, so that it is compiled once.
///
/// # Errors
/// Returns an error if the status reports a failure, or if the format is not documented and nothing
/// proves that the call succeeded.
fn form(plan: &ResponsePlan, response: &RawResponse, whole_body: bool) -> Result<Form, Error> {
    if let Some(error) = status_failure(plan, response) {
        return Err(into_error(error, response));
    }
    if response.body.is_empty()
        || (!whole_body && response.body.iter().all(u8::is_ascii_whitespace))
    {
        return Ok(Form::Empty);
    }
    match plan.format {
        ResponseFormat::Enveloped => Ok(Form::Enveloped),
        ResponseFormat::Bare => Ok(Form::Bare),
        ResponseFormat::Auto => {
            let (meta, kind) = plan.read_meta(&response.body, &[]);
            let form = body_form(&meta, &kind);
            if let Err(source) = kind {
                let report = Report { evidence: Evidence::Neither, meta, form };
                return Err(unsuccessful(plan, response, report, Some(&source)));
            }
            if meta.is_enveloped() {
                return Ok(Form::Enveloped);
            }
            match evidence::of_undocumented(&meta) {
                Evidence::Success { .. } => Ok(Form::ProvenBare),
                evidence => {
                    Err(unsuccessful(plan, response, Report { evidence, meta, form }, None))
                }
            }
        }
    }
}

/// Returns the report of a response without an envelope whose payload could be read.
fn of_bare(plan: &ResponsePlan, response: &RawResponse, wanted: &BareEvidence) -> Report {
    let declared: &[_] = if let BareEvidence::Fields(fields) = wanted { fields } else { &[] };
    let (meta, kind) = plan.read_meta(&response.body, declared);
    let form = body_form(&meta, &kind);
    let evidence = match kind {
        Ok(kind) => evidence::of_bare(kind, &meta, wanted),
        // A `Bytes` payload need not be JSON, but may start like a failure.
        Err(_) if *wanted == BareEvidence::AnyBody => {
            evidence::of_bare(JsonKind::Object { is_empty: false }, &meta, wanted)
        }
        Err(_) => Evidence::Neither,
    };
    Report { evidence, meta, form }
}

/// Returns the report of a response with the envelope whose payload is the whole body.
fn of_whole_body(plan: &ResponsePlan, response: &RawResponse) -> Report {
    let (meta, kind) = plan.read_meta(&response.body, &[]);
    let (form, evidence) = (body_form(&meta, &kind), evidence::of_envelope(plan.codes, &meta));
    Report { evidence: if kind.is_ok() { evidence } else { Evidence::Neither }, meta, form }
}

/// Returns the error for a response whose payload cannot be read, based on what else it reports.
#[cold]
fn unreadable(
    plan: &ResponsePlan,
    form: Form,
    response: &RawResponse,
    source: &serde_json::Error,
) -> Error {
    let (meta, kind) = plan.read_meta(&response.body, &[]);
    let body_form = body_form(&meta, &kind);
    let evidence = match kind {
        Err(_) => Evidence::Neither,
        Ok(_) if form == Form::Enveloped => evidence::of_envelope(plan.codes, &meta),
        // The relevant fields are known only for a payload that was read, so only a failure can be
        // found here.
        Ok(kind) => evidence::of_bare(kind, &meta, &BareEvidence::AnyBody),
    };
    let Evidence::Success { by_code } = evidence else {
        return unsuccessful(
            plan,
            response,
            Report { evidence, meta, form: body_form },
            Some(source),
        );
    };
    let what = "the payload is not of the declared type";
    let mut error = DecodeError::new(response, what, without_payload(by_code));
    let repaired = repair(&response.body);
    let body = repaired.as_deref().unwrap_or(&response.body);
    let report = match plan.envelope {
        Some(EnvelopeKind::Format(format)) if form == Form::Enveloped => format.read(body),
        _ => None,
    };
    let json = report.and_then(|report| report.payload).map_or(body, str::as_bytes);
    error.path = Some(json_path(json, source.line(), source.column()));
    decode_error(error, response, Some(source))
}

/// Returns the error for a response with a success status that is no evidence of success.
#[cold]
fn unsuccessful(
    plan: &ResponsePlan,
    response: &RawResponse,
    report: Report,
    source: Option<&serde_json::Error>,
) -> Error {
    let Report { evidence, meta, form } = report;
    if let Evidence::Failure(meaning) = evidence {
        return into_error(api_error(plan.codes, response, form, meta, meaning), response);
    }
    // A body without the envelope was not checked for JSON yet.
    let form = if form == BodyForm::Json { meta_and_form(plan, &response.body).1 } else { form };
    let what = match form {
        BodyForm::NotJson | BodyForm::Empty => "the response is not JSON",
        BodyForm::Json | BodyForm::Envelope => "the response reports neither success nor failure",
    };
    decode_error(DecodeError::new(response, what, Outcome::Unknown), response, source)
}

fn decode_error(
    mut error: DecodeError,
    response: &RawResponse,
    source: Option<&serde_json::Error>,
) -> Error {
    error.source = source.map(|source| Box::new(Position::of(source)) as _);
    Error::Decode(Box::new(error)).after(response.attempts, response.earlier)
}

/// Combines a failure with the earlier attempts.
fn into_error(error: ApiError, response: &RawResponse) -> Error {
    Error::Api(Box::new(error)).after(response.attempts, response.earlier)
}

/// The position at which the JSON reader failed. The reader's message can quote values, so it is
/// not kept.
#[derive(Debug, thiserror::Error)]
#[error("{category} at line {line} column {column}")]
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
            Category::Data => "not of the declared type",
            Category::Eof => "truncated JSON",
        };
        Position { category, line: error.line(), column: error.column() }
    }
}

/// Returns the failure that a response reports by its status or, in the envelope, by an error, a
/// message or a result code.
pub(crate) fn failure(plan: &ResponsePlan, response: &RawResponse) -> Option<ApiError> {
    status_failure(plan, response).or_else(|| {
        let (meta, form) = meta_and_form(plan, &response.body);
        match evidence::of_envelope(plan.codes, &meta) {
            Evidence::Failure(meaning) => {
                Some(api_error(plan.codes, response, form, meta, meaning))
            }
            _ => None,
        }
    })
}

/// Returns the failure that a response reports by its status.
fn status_failure(plan: &ResponsePlan, response: &RawResponse) -> Option<ApiError> {
    if response.status.is_success() {
        return None;
    }
    let (meta, form) = meta_and_form(plan, &response.body);
    let meaning = evidence::meaning_of_failure(plan.codes, &meta);
    Some(api_error(plan.codes, response, form, meta, meaning))
}

/// The maximum size of a response that is read as a refused token. Such a response contains only a
/// short message, so larger bodies are not parsed a second time for it.
const MAX_REFUSAL_BYTES: usize = 4096;

/// Returns whether a response reports a refused token, by its status or by an uncontradicted result
/// code, and the outcome of an error status; `None` for a success status, whose payload decides.
/// After a refused token the call is sent again with another one.
pub(crate) fn refusal(
    plan: &ResponsePlan,
    status: StatusCode,
    body: &Bytes,
) -> (bool, Option<Outcome>) {
    let can_refuse = has_refusal_code(plan) && body.len() <= MAX_REFUSAL_BYTES;
    if status.is_success() {
        return (can_refuse && refuses_token(plan, body), None);
    }
    let (meta, _) = meta_and_form(plan, body);
    let meaning = evidence::meaning_of_failure(plan.codes, &meta);
    let outcome = outcome(plan.codes, status, meaning);
    let by_code = can_refuse && meaning == CodeMeaning::TokenRefused && outcome == Outcome::Refused;
    (status == StatusCode::UNAUTHORIZED || by_code, Some(outcome))
}

/// Returns whether a response with a success status reports a refused token.
fn refuses_token(plan: &ResponsePlan, body: &Bytes) -> bool {
    let (meta, _) = meta_and_form(plan, body);
    // A field `code` of a response without the envelope belongs to the payload.
    let is_enveloped = match plan.format {
        ResponseFormat::Enveloped => true,
        ResponseFormat::Bare => false,
        ResponseFormat::Auto => meta.is_enveloped(),
    };
    let refused = Evidence::Failure(CodeMeaning::TokenRefused);
    is_enveloped && evidence::of_envelope(plan.codes, &meta) == refused
}

/// Returns whether a response of the product can report a refused token by its result code.
pub(crate) fn has_refusal_code(plan: &ResponsePlan) -> bool {
    plan.codes.report_refused_tokens() || matches!(plan.envelope, Some(EnvelopeKind::Format(_)))
}

/// Reads what a response reports besides its payload. The payload is skipped, since in failures it
/// can be a plain string.
fn meta_and_form(plan: &ResponsePlan, body: &Bytes) -> (EnvelopeMeta, BodyForm) {
    let (meta, kind) = plan.read_meta(body, &[]);
    match body_form(&meta, &kind) {
        BodyForm::NotJson if body.is_empty() => (EnvelopeMeta::default(), BodyForm::Empty),
        form => (meta, form),
    }
}

fn body_form(meta: &EnvelopeMeta, kind: &Result<JsonKind, serde_json::Error>) -> BodyForm {
    match kind {
        Ok(JsonKind::Object { .. }) if meta.is_recognised() => BodyForm::Envelope,
        Ok(_) => BodyForm::Json,
        Err(_) => BodyForm::NotJson,
    }
}

fn api_error(
    codes: &ResultCodes,
    response: &RawResponse,
    form: BodyForm,
    meta: EnvelopeMeta,
    meaning: CodeMeaning,
) -> ApiError {
    let status = response.status;
    let code = meta.code();
    let failure = *meta.error_response.or(meta.error).unwrap_or_default();
    ApiError {
        status,
        headers: response.headers.clone(),
        body: RedactedBytes(response.body.clone()),
        form,
        error_type: failure.error_type,
        message: failure.message.or(meta.message),
        sub_errors: failure.sub_errors,
        request_id: failure.request_id,
        timestamp: failure.timestamp,
        code,
        duplicate: meaning == CodeMeaning::Duplicate
            || (status == StatusCode::CONFLICT && codes.meaning(409) == CodeMeaning::Duplicate),
        token_refused: meaning == CodeMeaning::TokenRefused,
        outcome: outcome(codes, status, meaning),
        attempts: response.attempts,
    }
}

/// Returns the outcome of a failure. `Refused` needs an error status or a documented code that
/// means it. An unexplained code in a success status, a contradictory code, a report of success
/// beside the failure, and any response of a failing server (5xx, 408) leave the outcome `Unknown`,
/// since none of them proves that nothing was performed.
fn outcome(codes: &ResultCodes, status: StatusCode, code: CodeMeaning) -> Outcome {
    let contradictory = |meaning| meaning == CodeMeaning::Contradictory;
    match code {
        _ if status.is_server_error() || status == StatusCode::REQUEST_TIMEOUT => Outcome::Unknown,
        // The API reference does not say whether a code can also be the HTTP status.
        _ if contradictory(code) || contradictory(codes.meaning(status.as_u16().into())) => {
            Outcome::Unknown
        }
        CodeMeaning::Refused | CodeMeaning::Duplicate | CodeMeaning::TokenRefused => {
            Outcome::Refused
        }
        _ => Outcome::of_status(status),
    }
}
