//! The envelope of the platform's responses.

use enkash_core::EnvelopeNames;

/// The names in the platform's responses. `paylod` is the API reference's own; `error`, `errors`,
/// `errorMessage`, `success` and the error page are inferred from what servers of this kind send.
pub const ENVELOPE: EnvelopeNames = EnvelopeNames {
    payload: &["payload", "data", "paylod"],
    response_code: &["response_code"],
    code: &["code"],
    message: &["response_message", "message", "resultMessage"],
    error_response: &["errorResponse"],
    errors: &["error", "errors", "errorMessage"],
    success: &["success"],
    status: &["status"],
    error_page: &["error", "path"],
    about_the_response: &[
        // Codes and states by other names.
        "resultCode",
        "responseCode",
        "errorCode",
        "error_code",
        "statusCode",
        "status_code",
        "statusText",
        "statusMessage",
        // Messages and errors by other names; the last ones are those of RFC 9457 and of web
        // frameworks.
        "responseMessage",
        "msg",
        "reason",
        "fault",
        "error_response",
        "error_message",
        "errorType",
        "error_description",
        "error_uri",
        "errorDescription",
        "type",
        "title",
        "detail",
        "instance",
        "exception",
        "trace",
        // What identifies the request.
        "timestamp",
        "path",
        "requestId",
        "request_id",
    ],
    error_type: &["errorType"],
    error_message: &["errorMessage"],
    sub_errors: &["apiSubErrors"],
    request_id: &["requestId"],
    timestamp: &["timestamp"],
    success_words: &["SUCCESS"],
    failure_words: &["FAILURE", "FAILED", "ERROR"],
};
