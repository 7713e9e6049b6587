//! The names and words of an API's envelope.

/// What the fields of a response are called, and which words report success and failure: the
/// envelope of an API as data. Names and words are compared without regard to case; where there are
/// several names, each of them counts.
///
/// ```
/// use enkash_core::EnvelopeNames;
///
/// /// `{"data": …, "error": {"message": …}}`
/// const ENVELOPE: EnvelopeNames = EnvelopeNames {
///     payload: &["data"],
///     error_response: &["error"],
///     error_message: &["message"],
///     ..EnvelopeNames::NONE
/// };
/// # assert_eq!(ENVELOPE.payload, ["data"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EnvelopeNames {
    /// The payload.
    pub payload: Names,
    /// The result code, under names that only an envelope has.
    pub response_code: Names,
    /// The result code, under names that other objects have as well.
    pub code: Names,
    /// The message beside the code.
    pub message: Names,
    /// The error object.
    pub error_response: Names,
    /// Errors in another form.
    pub errors: Names,
    /// The boolean that says whether the call succeeded.
    pub success: Names,
    /// The status in the error page of a web framework.
    pub status: Names,
    /// What such a page has beside the status.
    pub error_page: Names,
    /// Further fields about the response itself. None of them is evidence that the call succeeded.
    pub about_the_response: Names,
    /// In the error object: the class of the error.
    pub error_type: Names,
    /// In the error object: the message.
    pub error_message: Names,
    /// In the error object: the single errors behind this one.
    pub sub_errors: Names,
    /// In the error object: the id of the request. It is there without an error, too.
    pub request_id: Names,
    /// In the error object: the time. It is there without an error, too.
    pub timestamp: Names,
    /// Messages that report success.
    pub success_words: Names,
    /// Messages that report a failure.
    pub failure_words: Names,
}

/// Names or words that mean the same.
type Names = &'static [&'static str];

impl EnvelopeNames {
    /// No names at all, to begin with.
    pub const NONE: EnvelopeNames = EnvelopeNames {
        payload: &[],
        response_code: &[],
        code: &[],
        message: &[],
        error_response: &[],
        errors: &[],
        success: &[],
        status: &[],
        error_page: &[],
        about_the_response: &[],
        error_type: &[],
        error_message: &[],
        sub_errors: &[],
        request_id: &[],
        timestamp: &[],
        success_words: &[],
        failure_words: &[],
    };
}

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
        // Most names come as they are written.
        match self.field_where(|names| names.contains(&name)) {
            MetaField::Other => self.field_where(|names| is_one_of(name, names)),
            field => field,
        }
    }

    /// The first field whose names hold one that is looked for.
    #[inline]
    fn field_where(&self, is_among: impl Fn(Names) -> bool) -> MetaField {
        if is_among(self.payload) {
            MetaField::Payload
        } else if is_among(self.response_code) {
            MetaField::ResponseCode
        } else if is_among(self.code) {
            MetaField::Code
        } else if is_among(self.message) {
            MetaField::Message
        } else if is_among(self.error_response) {
            MetaField::ErrorResponse
        } else if is_among(self.errors) {
            MetaField::Error
        } else if is_among(self.success) {
            MetaField::Success
        } else if is_among(self.status) {
            MetaField::Status
        } else if is_among(self.about_the_response) {
            MetaField::About
        } else {
            MetaField::Other
        }
    }

    /// Whether a name is one of those that an error page has beside its status.
    pub(crate) fn is_of_error_page(&self, name: &str) -> bool {
        is_one_of(name, self.error_page)
    }

    /// What a message or a result code in letters reports.
    pub(crate) fn word(&self, text: &str) -> Option<Word> {
        let text = text.trim();
        if is_one_of(text, self.failure_words) {
            Some(Word::Failure)
        } else if is_one_of(text, self.success_words) {
            Some(Word::Success)
        } else {
            None
        }
    }
}

/// Whether a name is one of these.
pub(crate) fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| other.eq_ignore_ascii_case(name))
}
