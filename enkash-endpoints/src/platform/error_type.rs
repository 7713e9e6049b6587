//! The platform's error types.

use std::fmt;

use enkash_core::ApiError;

/// An error type: the platform's `errorResponse.errorType`.
///
/// ```
/// use enkash_endpoints::{ApiError, ErrorType};
///
/// fn is_missing(error: &ApiError) -> bool {
///     ErrorType::of(error) == Some(ErrorType::RecordNotFound)
/// }
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorType {
    /// `CLIENT_REQUEST_ABORT`
    ClientRequestAbort,
    /// `CLIENT_REQUEST_ERROR`
    ClientRequestError,
    /// `INVALID_ACCESS`
    InvalidAccess,
    /// `RECORD_NOT_FOUND`
    RecordNotFound,
    /// `SYSTEM_ERROR`
    SystemError,
    /// `UNAUTHORIZED`
    Unauthorized,
    /// `UNKNOWN_ERROR`
    UnknownError,
    /// `UNPROCESSABLE_REQUEST`
    UnprocessableRequest,
    /// `VALIDATION_ERROR`
    ValidationError,
    /// A type that the API reference does not list. The server's string can repeat what was sent.
    Unknown(String),
}

impl ErrorType {
    /// The type of an error; `None` if the response names none.
    #[must_use]
    pub fn of(error: &ApiError) -> Option<Self> {
        error.error_type().map(ErrorType::from_wire)
    }

    /// The type with this name on the wire.
    #[must_use]
    pub fn from_wire(name: &str) -> Self {
        match name {
            "CLIENT_REQUEST_ABORT" => ErrorType::ClientRequestAbort,
            "CLIENT_REQUEST_ERROR" => ErrorType::ClientRequestError,
            "INVALID_ACCESS" => ErrorType::InvalidAccess,
            "RECORD_NOT_FOUND" => ErrorType::RecordNotFound,
            "SYSTEM_ERROR" => ErrorType::SystemError,
            "UNAUTHORIZED" => ErrorType::Unauthorized,
            "UNKNOWN_ERROR" => ErrorType::UnknownError,
            "UNPROCESSABLE_REQUEST" => ErrorType::UnprocessableRequest,
            "VALIDATION_ERROR" => ErrorType::ValidationError,
            _ => ErrorType::Unknown(name.to_owned()),
        }
    }

    /// The name on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            ErrorType::ClientRequestAbort => "CLIENT_REQUEST_ABORT",
            ErrorType::ClientRequestError => "CLIENT_REQUEST_ERROR",
            ErrorType::InvalidAccess => "INVALID_ACCESS",
            ErrorType::RecordNotFound => "RECORD_NOT_FOUND",
            ErrorType::SystemError => "SYSTEM_ERROR",
            ErrorType::Unauthorized => "UNAUTHORIZED",
            ErrorType::UnknownError => "UNKNOWN_ERROR",
            ErrorType::UnprocessableRequest => "UNPROCESSABLE_REQUEST",
            ErrorType::ValidationError => "VALIDATION_ERROR",
            ErrorType::Unknown(name) => name,
        }
    }
}

/// The name on the wire, but only the length of an unknown one, which can repeat what was sent.
impl fmt::Debug for ErrorType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ErrorType::Unknown(name) => write!(f, "Unknown({} bytes)", name.len()),
            class => f.write_str(class.as_str()),
        }
    }
}

impl AsRef<str> for ErrorType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_keeps_its_name_on_the_wire() {
        for name in [
            "CLIENT_REQUEST_ABORT",
            "CLIENT_REQUEST_ERROR",
            "INVALID_ACCESS",
            "RECORD_NOT_FOUND",
            "SYSTEM_ERROR",
            "UNAUTHORIZED",
            "UNKNOWN_ERROR",
            "UNPROCESSABLE_REQUEST",
            "VALIDATION_ERROR",
        ] {
            let class = ErrorType::from_wire(name);
            assert_eq!(class.as_str(), name);
            assert!(!matches!(class, ErrorType::Unknown(_)), "{name}");
        }
        assert_eq!(ErrorType::from_wire("NEW_ONE"), ErrorType::Unknown("NEW_ONE".to_owned()));
        assert_eq!(ErrorType::from_wire("NEW_ONE").as_ref(), "NEW_ONE");
        assert_eq!(format!("{:?}", ErrorType::from_wire("NEW_ONE")), "Unknown(7 bytes)");
    }
}
