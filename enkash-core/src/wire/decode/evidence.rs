//! Decides whether a response is evidence that the call succeeded. Pure functions.
//!
//! A response with status 200 can report a failure, or nothing at all: a maintenance page, `null`,
//! the JSON of another system. So a call succeeds only on positive evidence and without negative
//! evidence.

use crate::declare::payload::BareEvidence;
use crate::product::envelope::{Code, EnvelopeMeta, JsonKind, Judgement, Word};
use crate::product::{CodeMeaning, ResultCodes};

/// The evidence in a response with a success status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// The call succeeded.
    Success {
        /// Whether a result code that the product defines as success proves it.
        by_code: bool,
    },
    /// The call failed, with the meaning of its result code.
    Failure(CodeMeaning),
    /// Neither.
    Neither,
}

/// Returns the evidence of a response with the envelope.
pub(super) fn of_envelope(codes: &ResultCodes, meta: &EnvelopeMeta) -> Evidence {
    match meta.judgement {
        Some(Judgement::Success { by_code }) => return Evidence::Success { by_code },
        Some(Judgement::Failure(meaning)) => return Evidence::Failure(meaning),
        Some(Judgement::Unclear) => return Evidence::Neither,
        None => {}
    }
    let code = meaning(codes, meta);
    let negative = meta.error_response.is_some()
        || meta.error.is_some()
        || meta.success == Some(false)
        || meta.word == Some(Word::Failure)
        || code.is_failure();
    if negative {
        return Evidence::Failure(meaning_of_failure(codes, meta));
    }
    let by_code = code == CodeMeaning::Success;
    let positive = if codes.is_defined() {
        // At this point a code with another meaning was negative evidence.
        by_code || meta.has_payload()
    } else {
        code == CodeMeaning::ProbableSuccess
            || meta.word == Some(Word::Success)
            || meta.has_payload()
    };
    if positive { Evidence::Success { by_code } } else { Evidence::Neither }
}

/// Returns the evidence of a response without an envelope.
pub(super) fn of_bare(kind: JsonKind, meta: &EnvelopeMeta, wanted: &BareEvidence) -> Evidence {
    if let Some(Judgement::Failure(meaning)) = meta.judgement {
        return Evidence::Failure(meaning);
    }
    if reports_failure(meta) {
        return Evidence::Failure(CodeMeaning::Undefined);
    }
    let positive = match wanted {
        BareEvidence::AnyBody => true,
        BareEvidence::String => kind == JsonKind::String,
        BareEvidence::Scalar => matches!(kind, JsonKind::String | JsonKind::Scalar),
        BareEvidence::ObjectOrArray => matches!(kind, JsonKind::Object { .. } | JsonKind::Array),
        BareEvidence::Array => kind == JsonKind::Array,
        BareEvidence::Fields(fields) if fields.is_empty() => {
            kind == JsonKind::Object { is_empty: false }
        }
        BareEvidence::Fields(_) => meta.has_declared,
    };
    if positive { Evidence::Success { by_code: false } } else { Evidence::Neither }
}

/// Returns the evidence of a response that came without an envelope and whose format is not
/// documented.
pub(super) fn of_undocumented(meta: &EnvelopeMeta) -> Evidence {
    if reports_failure(meta) || meta.word == Some(Word::Failure) {
        Evidence::Failure(CodeMeaning::Undefined)
    } else if meta.error.is_some() {
        // The error may belong to the payload, or explain why there is none.
        Evidence::Neither
    } else if meta.has_content() {
        Evidence::Success { by_code: false }
    } else {
        Evidence::Neither
    }
}

/// Returns whether a response without an envelope reports a failure. Its error and code fields can
/// belong to the payload: a rejected transfer has them next to its status.
fn reports_failure(meta: &EnvelopeMeta) -> bool {
    meta.error_response.is_some() || meta.success == Some(false) || meta.is_error_page()
}

/// Returns the meaning of a response's result codes. Two fields can contain one; if they differ,
/// the meaning is unknown.
pub(super) fn meaning(codes: &ResultCodes, meta: &EnvelopeMeta) -> CodeMeaning {
    match meta.judgement {
        Some(Judgement::Failure(meaning)) => return meaning,
        Some(Judgement::Success { by_code: true }) => return CodeMeaning::Success,
        Some(Judgement::Success { by_code: false } | Judgement::Unclear) => {
            return CodeMeaning::Undefined;
        }
        None => {}
    }
    let mut meanings = meanings(codes, meta);
    let Some(first) = meanings.next() else { return CodeMeaning::Undefined };
    meanings.fold(first, |meaning, next| match (meaning, next) {
        _ if meaning == next => meaning,
        (CodeMeaning::Undefined, defined) | (defined, CodeMeaning::Undefined) => defined,
        _ => CodeMeaning::Unexplained,
    })
}

fn meanings(codes: &ResultCodes, meta: &EnvelopeMeta) -> impl Iterator<Item = CodeMeaning> {
    meta.codes().map(|code| match code {
        Code::Number(number) => codes.meaning(number),
        Code::Other if codes.is_defined() => CodeMeaning::Unexplained,
        Code::Other => CodeMeaning::Undefined,
    })
}

/// Returns the meaning of the result codes of a failure. If anything in the response reports
/// success, the failure does not prove that nothing was performed.
pub(super) fn meaning_of_failure(codes: &ResultCodes, meta: &EnvelopeMeta) -> CodeMeaning {
    let is_success = |code| matches!(code, CodeMeaning::Success | CodeMeaning::ProbableSuccess);
    let reports_success = meta.reports_success
        || matches!(meta.judgement, Some(Judgement::Success { .. }))
        || (meta.judgement.is_none() && meanings(codes, meta).any(is_success));
    if reports_success { CodeMeaning::Contradictory } else { meaning(codes, meta) }
}
