//! The names and words of the platform's envelope.

/// What the fields of a response are called, and which words say what became of the call. Names and words are compared
/// without regard to case.
#[derive(Debug)]
pub(crate) struct EnvelopeNames {
    /// The payload.
    pub(crate) payload: &'static [&'static str],
    /// The result code, under a name that only an envelope has.
    pub(crate) response_code: &'static str,
    /// The result code, under a name that other objects have as well.
    pub(crate) code: &'static str,
    /// The message beside the code.
    pub(crate) message: &'static [&'static str],
    /// The error object.
    pub(crate) error_response: &'static str,
    /// Errors in another form.
    pub(crate) errors: &'static [&'static str],
    /// The boolean that says whether the call succeeded.
    pub(crate) success: &'static str,
    /// The status in the error page of a web framework.
    pub(crate) status: &'static str,
    /// What such a page has beside the status.
    pub(crate) error_page: &'static [&'static str],
    /// Further fields about the response itself. None of them is evidence that the call succeeded.
    pub(crate) about_the_response: &'static [&'static str],
    /// Fields of an error object that it has without an error, too.
    pub(crate) no_error: &'static [&'static str],
    /// A message that reports success.
    pub(crate) success_words: &'static [&'static str],
    /// Messages that report a failure.
    pub(crate) failure_words: &'static [&'static str],
}

/// EnKash's names. `paylod` is the API reference's own; `error`, `errors`, `errorMessage`, `success` and the error page
/// are inferred from what servers of this kind send.
pub(crate) const ENKASH: EnvelopeNames = EnvelopeNames {
    payload: &["payload", "data", "paylod"],
    response_code: "response_code",
    code: "code",
    message: &["response_message", "message", "resultMessage"],
    error_response: "errorResponse",
    errors: &["error", "errors", "errorMessage"],
    success: "success",
    status: "status",
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
        // Messages and errors by other names; the last ones are those of RFC 9457 and of web frameworks.
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
    no_error: &["requestId", "timestamp"],
    success_words: &["SUCCESS"],
    failure_words: &["FAILURE", "FAILED", "ERROR"],
};

/// What a word reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    Success,
    Failure,
}

/// A field of a response, as far as it matters whether the call succeeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MetaField {
    Payload,
    ResponseCode,
    Code,
    Message,
    ErrorResponse,
    Error,
    Success,
    Status,
    /// About the response, and neither evidence nor an error.
    About,
    Other,
}

impl EnvelopeNames {
    /// Which field a name stands for.
    pub(crate) fn field(&self, name: &str) -> MetaField {
        let is = |other: &str| other.eq_ignore_ascii_case(name);
        let is_one_of = |names: &[&str]| names.iter().copied().any(is);
        if is_one_of(self.payload) {
            MetaField::Payload
        } else if is(self.response_code) {
            MetaField::ResponseCode
        } else if is(self.code) {
            MetaField::Code
        } else if is_one_of(self.message) {
            MetaField::Message
        } else if is(self.error_response) {
            MetaField::ErrorResponse
        } else if is_one_of(self.errors) {
            MetaField::Error
        } else if is(self.success) {
            MetaField::Success
        } else if is(self.status) {
            MetaField::Status
        } else if is_one_of(self.about_the_response) {
            MetaField::About
        } else {
            MetaField::Other
        }
    }

    /// Whether a name is one of those that an error page has beside its status.
    pub(crate) fn is_of_error_page(&self, name: &str) -> bool {
        self.error_page.iter().any(|other| other.eq_ignore_ascii_case(name))
    }

    /// What a message or a result code in letters reports.
    pub(crate) fn word(&self, text: &str) -> Option<Word> {
        let is_one_of = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(text.trim()));
        if is_one_of(self.failure_words) {
            Some(Word::Failure)
        } else if is_one_of(self.success_words) {
            Some(Word::Success)
        } else {
            None
        }
    }
}
