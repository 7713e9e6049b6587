//! Headers that a caller gives by name: for one call, for every call of a client, in an
//! interceptor.

use http::header::{HeaderName, HeaderValue};

use crate::error::ConfigError;
use crate::rules::reserved_headers::RESERVED_HEADERS;

/// The header, for the method `setter` of the public API.
///
/// # Errors
/// It is none, or one that the client sets by itself.
pub(crate) fn checked_header(
    setter: &str,
    name: &str,
    value: &str,
) -> Result<(HeaderName, HeaderValue), ConfigError> {
    let Ok(header) = HeaderName::try_from(name) else {
        return Err(ConfigError::new(format!("a name given to `{setter}` is no header's name")));
    };
    if RESERVED_HEADERS.contains(&header.as_str()) {
        let help = match header.as_str() {
            "authorization" => "give the client credentials with `.credentials(…)`",
            "content-type" => {
                "the body decides: on a raw call `.json(…)`, `.form(…)` or `.body(media_type, …)`"
            }
            _ => "remove it, since it belongs to the connection and the length of the body",
        };
        return Err(ConfigError::new(format!(
            "the header `{header}` is set by the client: {help}"
        )));
    }
    let value = HeaderValue::try_from(value).map_err(|_| {
        ConfigError::new(format!("the value of the header `{header}` is not fit for one"))
    })?;
    Ok((header, value))
}
