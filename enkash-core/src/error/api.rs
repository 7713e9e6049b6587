//! Failures reported by the server.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::base::outcome::Outcome;
use crate::base::quoted::Quoted;
use crate::base::secret::RedactedBytes;

/// The format of a failure's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyForm {
    /// The product's envelope.
    Envelope,
    /// JSON without the envelope.
    Json,
    /// Not JSON, such as the error page of a gateway.
    NotJson,
    /// An empty body.
    Empty,
}

/// A failure reported by the server: an error status, an error in a response with a success status,
/// or a result code that the product does not define as success. The whole response is kept.
#[derive(Clone, thiserror::Error)]
pub struct ApiError {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: RedactedBytes,
    pub(crate) form: BodyForm,
    pub(crate) error_type: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) sub_errors: Vec<serde_json::Value>,
    pub(crate) request_id: Option<String>,
    pub(crate) timestamp: Option<String>,
    pub(crate) code: Option<i64>,
    pub(crate) duplicate: bool,
    /// Whether the code means that the server does not accept the token.
    pub(crate) token_refused: bool,
    pub(crate) outcome: Outcome,
    pub(crate) attempts: u32,
}

impl ApiError {
    /// Returns the HTTP status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the headers of the response.
    #[must_use]
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the body as received, decrypted if it was encrypted.
    #[must_use]
    pub const fn body(&self) -> &Bytes {
        &self.body.0
    }

    /// Returns the format of the body.
    #[must_use]
    pub const fn body_form(&self) -> BodyForm {
        self.form
    }

    /// Returns the class of the error, as the API names it.
    #[must_use]
    pub fn error_type(&self) -> Option<&str> {
        self.error_type.as_deref()
    }

    /// Returns the server's message. It can repeat values of the request, so `Display` omits it.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Returns the individual errors behind this one. Their format depends on the API.
    #[must_use]
    pub fn sub_errors(&self) -> &[serde_json::Value] {
        &self.sub_errors
    }

    /// Returns the server's id of the request, which its support will ask for.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Returns the server's time of the error, as received.
    #[must_use]
    pub fn timestamp(&self) -> Option<&str> {
        self.timestamp.as_deref()
    }

    /// Returns the result code of the envelope.
    #[must_use]
    pub const fn code(&self) -> Option<i64> {
        self.code
    }
}

impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("status", &self.status)
            .field("code", &self.code)
            .field("error_type", &self.error_type.as_deref().map(printable))
            .field("request_id", &self.request_id.as_deref().map(Quoted))
            .field("timestamp", &self.timestamp.as_deref().map(Quoted))
            .field("sub_errors", &self.sub_errors.len())
            .field("body_form", &self.form)
            .field("body", &self.body)
            .field("outcome", &self.outcome)
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the server responded with {}", self.status.as_u16())?;
        if let Some(class) = &self.error_type {
            write!(f, " {}", printable(class))?;
        }
        if let Some(code) = self.code {
            write!(f, ", code {code}")?;
        }
        match self.form {
            BodyForm::Envelope | BodyForm::Empty => {}
            BodyForm::Json => f.write_str(", with JSON that is not the envelope")?,
            BodyForm::NotJson => f.write_str(", with a body that is not JSON")?,
        }
        if let Some(request_id) = &self.request_id {
            write!(f, ", request id {}", Quoted(request_id))?;
        }
        if self.duplicate {
            // This refusal does not say what became of the earlier call with the id.
            return f
                .write_str(" (its id was used before; look up the result of the earlier call)");
        }
        if self.token_refused {
            f.write_str(
                ", the token was refused; if the server refuses every token, change the setting `token_without_bearer`",
            )?;
        }
        write!(f, " ({})", self.outcome.advice())
    }
}

/// Returns the class of an error for `Display`. The server chooses it and it can repeat values of
/// the request, so it is shown only if it looks like a class.
fn printable(error_type: &str) -> &str {
    let is_class = error_type.len() <= 64
        && error_type.bytes().all(|byte| byte.is_ascii_alphabetic() || b"_-.".contains(&byte));
    if is_class { error_type } else { "of an undocumented class" }
}
