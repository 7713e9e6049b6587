//! Headers that contain secrets.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};
use zeroize::Zeroizing;

use crate::error::ConfigError;
use crate::rules::reserved_headers::RESERVED_HEADERS;

/// Creates a header that `Debug` does not show, and whose memory is zeroed with its last copy.
/// `what` names it in the error.
pub(crate) fn sensitive_header(
    text: Zeroizing<String>,
    what: &str,
) -> Result<HeaderValue, ConfigError> {
    let mut header = HeaderValue::from_maybe_shared(Bytes::from_owner(text)).map_err(|_| {
        ConfigError::new(format!("{what} contains a character that is not valid in a header"))
    })?;
    header.set_sensitive(true);
    Ok(header)
}

/// Returns the name of a header for a key, which the API chooses.
pub(super) fn credentials_header(name: &str) -> Result<HeaderName, ConfigError> {
    match HeaderName::try_from(name) {
        Ok(name) if name == AUTHORIZATION || !RESERVED_HEADERS.contains(&name.as_str()) => Ok(name),
        _ => Err(ConfigError::new(format!(
            "the auth scheme of the product has a header name that cannot carry a key: {name:?}"
        ))),
    }
}

/// Creates an `Authorization` header with a token. Some APIs expect it without the prefix `Bearer
/// `.
pub(super) fn bearer(token: &str, without_bearer: bool) -> Result<HeaderValue, ConfigError> {
    let scheme = if without_bearer { "" } else { "Bearer " };
    let mut text = Zeroizing::new(String::with_capacity(scheme.len() + token.len()));
    text.push_str(scheme);
    text.push_str(token);
    sensitive_header(text, "the token")
}

/// Creates an `Authorization` header with a name and a password.
pub(super) fn basic(name: &str, password: &str, what: &str) -> Result<HeaderValue, ConfigError> {
    let pair = Zeroizing::new(format!("{name}:{password}"));
    let encoded = Zeroizing::new(STANDARD.encode(pair.as_bytes()));
    sensitive_header(Zeroizing::new(format!("Basic {}", &*encoded)), what)
}
