//! The server responded with a failure.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::base::outcome::Outcome;
use crate::base::quoted::Quoted;
use crate::base::secret::RedactedBytes;

/// How the body of a failure reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyForm {
    /// The envelope of the product.
    Envelope,
    /// Other JSON.
    Json,
    /// No JSON: a gateway's page, say.
    NotJson,
    /// Nothing.
    Empty,
}

/// The server responded with a failure: an error status, an error inside a success status, or a
/// result code that the product's documents do not call success. Everything that came with it is
/// kept.
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
    /// The code is one for a token that the server does not accept.
    pub(crate) token_refused: bool,
    pub(crate) outcome: Outcome,
    pub(crate) attempts: u32,
}

impl ApiError {
    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers of the response.
    #[must_use]
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body as it came (decrypted, if it was encrypted).
    #[must_use]
    pub const fn body(&self) -> &Bytes {
        &self.body.0
    }

    /// How the body reads.
    #[must_use]
    pub const fn body_form(&self) -> BodyForm {
        self.form
    }

    /// The API's class of the error, as it writes it.
    #[must_use]
    pub fn error_type(&self) -> Option<&str> {
        self.error_type.as_deref()
    }

    /// The server's message. It can repeat what was sent, so it is not part of `Display`.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The single errors behind this one; the API reference does not show their form.
    #[must_use]
    pub fn sub_errors(&self) -> &[serde_json::Value] {
        &self.sub_errors
    }

    /// The server's id of the request, which its support will ask for.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The server's time of the error, as it writes it.
    #[must_use]
    pub fn timestamp(&self) -> Option<&str> {
        self.timestamp.as_deref()
    }

    /// The envelope's result code.
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
            BodyForm::Json => f.write_str(", with other JSON than the envelope")?,
            BodyForm::NotJson => f.write_str(", with a body that is not JSON")?,
        }
        if let Some(request_id) = &self.request_id {
            write!(f, ", request id {}", Quoted(request_id))?;
        }
        if self.duplicate {
            // What the call with that id did before is not said by this refusal.
            return f.write_str(" (its id was used before, ask what became of that call)");
        }
        if self.token_refused {
            f.write_str(
                ", it does not accept the token: if it accepts none, change the setting `token_without_bearer`",
            )?;
        }
        write!(f, " ({})", self.outcome.advice())
    }
}

/// The class of an error as it may be printed. It is the server's own word, which can repeat what
/// was sent, so it is shown only where it looks like a class.
fn printable(error_type: &str) -> &str {
    let is_class = error_type.len() <= 64
        && error_type.bytes().all(|byte| byte.is_ascii_alphabetic() || b"_-.".contains(&byte));
    if is_class { error_type } else { "of an undocumented class" }
}
