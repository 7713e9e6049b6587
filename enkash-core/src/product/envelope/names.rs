//! The names and words of an API's envelope.

/// The envelope of an API as data: the names of its fields, and the words that report success and
/// failure. Names and words are compared without regard to case; if there are several names, each
/// of them counts.
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
    /// The names of the payload.
    pub payload: Names,
    /// The result code, under names that only an envelope has.
    pub response_code: Names,
    /// The result code, under names that other objects can have as well.
    pub code: Names,
    /// The message next to the code.
    pub message: Names,
    /// The error object.
    pub error_response: Names,
    /// An error in another form.
    pub errors: Names,
    /// The boolean that reports whether the call succeeded.
    pub success: Names,
    /// The status in the error page of a web framework.
    pub status: Names,
    /// The fields next to the status in such a page.
    pub error_page: Names,
    /// Other fields about the response itself. They are no evidence of success.
    pub about_the_response: Names,
    /// The class of the error, in the error object.
    pub error_type: Names,
    /// The message, in the error object.
    pub error_message: Names,
    /// The individual errors behind this one, in the error object.
    pub sub_errors: Names,
    /// The id of the request, in the error object. It can be present without an error.
    pub request_id: Names,
    /// The time, in the error object. It can be present without an error.
    pub timestamp: Names,
    /// Messages that report success.
    pub success_words: Names,
    /// Messages that report a failure.
    pub failure_words: Names,
}

/// Names or words with the same meaning.
type Names = &'static [&'static str];

impl EnvelopeNames {
    /// No names, as a base for struct update syntax.
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

/// The result that a word reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    Success,
    Failure,
}

/// The role of a response's field as evidence of success or failure.
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
    /// About the response, and evidence of neither.
    About,
    Other,
}

impl EnvelopeNames {
    /// Returns the role of a field by its name.
    pub(crate) fn field(&self, name: &str) -> MetaField {
        // Most names match exactly.
        match self.field_where(|names| names.contains(&name)) {
            MetaField::Other => self.field_where(|names| is_one_of(name, names)),
            field => field,
        }
    }

    /// Returns the first field that has a matching name.
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

    /// Returns whether a name is a field of an error page next to its status.
    pub(crate) fn is_of_error_page(&self, name: &str) -> bool {
        is_one_of(name, self.error_page)
    }

    /// Returns what a message, or a result code that is a word, reports.
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

/// Returns whether a name is one of these, without regard to case.
pub(crate) fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| other.eq_ignore_ascii_case(name))
}
