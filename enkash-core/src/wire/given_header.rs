//! Checks headers that a caller sets by name: for one call, for all calls of a client, or in an
//! interceptor.

use http::header::{HeaderName, HeaderValue};

use crate::error::ConfigError;
use crate::rules::reserved_headers::RESERVED_HEADERS;

/// Checks a header passed to the method `setter` of the public API.
///
/// # Errors
/// Returns an error if name or value is invalid, or if the client sets the header itself.
pub(crate) fn checked_header(
    setter: &str,
    name: &str,
    value: &str,
) -> Result<(HeaderName, HeaderValue), ConfigError> {
    let Ok(header) = HeaderName::try_from(name) else {
        return Err(ConfigError::new(format!("the name given to `{setter}` is not a header name")));
    };
    if RESERVED_HEADERS.contains(&header.as_str()) {
        let help = match header.as_str() {
            "authorization" => "set credentials on the client with `.credentials(…)`",
            "content-type" => {
                "it follows from the body: on a raw call use `.json(…)`, `.form(…)` or `.body(media_type, …)`"
            }
            _ => "remove it, since it depends on the connection and the length of the body",
        };
        return Err(ConfigError::new(format!(
            "the header `{header}` is set by the client: {help}"
        )));
    }
    let value = HeaderValue::try_from(value).map_err(|_| {
        ConfigError::new(format!("the value of the header `{header}` is not valid in a header"))
    })?;
    Ok((header, value))
}
