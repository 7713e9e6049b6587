//! Headers that carry secrets.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};
use zeroize::Zeroizing;

use crate::error::ConfigError;
use crate::rules::reserved_headers::RESERVED_HEADERS;

/// A header that is never printed, and whose memory is wiped with its last copy. `what` names it in
/// the error.
pub(crate) fn sensitive_header(
    text: Zeroizing<String>,
    what: &str,
) -> Result<HeaderValue, ConfigError> {
    let mut header = HeaderValue::from_maybe_shared(Bytes::from_owner(text)).map_err(|_| {
        ConfigError::new(format!("{what} cannot be sent: a header takes visible characters only"))
    })?;
    header.set_sensitive(true);
    Ok(header)
}

/// The header of a key, which an API gives a name of its own.
pub(super) fn credentials_header(name: &str) -> Result<HeaderName, ConfigError> {
    match HeaderName::try_from(name) {
        Ok(name) if name == AUTHORIZATION || !RESERVED_HEADERS.contains(&name.as_str()) => Ok(name),
        _ => Err(ConfigError::new(format!(
            "the product's auth scheme names a header that cannot carry a key: {name:?}"
        ))),
    }
}

/// `Authorization` with a token, which some APIs take without `Bearer ` in front.
pub(super) fn bearer(token: &str, without_bearer: bool) -> Result<HeaderValue, ConfigError> {
    let scheme = if without_bearer { "" } else { "Bearer " };
    let mut text = Zeroizing::new(String::with_capacity(scheme.len() + token.len()));
    text.push_str(scheme);
    text.push_str(token);
    sensitive_header(text, "the token")
}

/// `Authorization` with a name and a password.
pub(super) fn basic(name: &str, password: &str, what: &str) -> Result<HeaderValue, ConfigError> {
    let pair = Zeroizing::new(format!("{name}:{password}"));
    let encoded = Zeroizing::new(STANDARD.encode(pair.as_bytes()));
    sensitive_header(Zeroizing::new(format!("Basic {}", &*encoded)), what)
}
