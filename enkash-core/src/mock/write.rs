//! Writes responses in the envelope of a product.

use bytes::Bytes;
use serde_json::{Map, Value as Json, json};

use crate::product::Product;
use crate::product::envelope::EnvelopeKind;

/// Writes a success with this payload.
pub(crate) fn success(product: &Product, payload: Json) -> Bytes {
    let names = match product.envelope {
        Some(EnvelopeKind::Names(names)) => names,
        Some(EnvelopeKind::Format(format)) => return format.write_success(&payload),
        None => return payload.to_string().into(),
    };
    let mut body = Map::new();
    let mut put = |names: &[&str], value: Json| {
        if let Some(name) = names.first() {
            body.insert((*name).to_owned(), value);
        }
    };
    put(names.payload, payload);
    if let Some(code) = product.codes.success() {
        let named = if names.response_code.is_empty() { names.code } else { names.response_code };
        put(named, code.into());
    }
    if let Some(word) = names.success_words.first() {
        put(names.message, (*word).into());
    }
    put(names.success, true.into());
    Json::from(body).to_string().into()
}

/// Writes an error with this class and message.
pub(crate) fn error(product: &Product, error_type: &str, message: &str) -> Bytes {
    let names = match product.envelope {
        Some(EnvelopeKind::Names(names)) => names,
        Some(EnvelopeKind::Format(format)) => return format.write_error(error_type, message),
        None => return json!({ "error": error_type, "message": message }).to_string().into(),
    };
    let mut details = Map::new();
    let fields = [
        (names.error_type, error_type),
        (names.error_message, message),
        (names.request_id, "mock-request"),
    ];
    for (names, value) in fields {
        if let Some(name) = names.first() {
            details.insert((*name).to_owned(), value.into());
        }
    }
    let mut body = Map::new();
    let holder = names.error_response.first().or(names.errors.first());
    // An envelope without a field for errors reports them by the status only.
    if let Some(name) = holder {
        let error = if details.is_empty() { message.into() } else { Json::from(details) };
        body.insert((*name).to_owned(), error);
    }
    if let Some(name) = names.success.first() {
        body.insert((*name).to_owned(), false.into());
    }
    Json::from(body).to_string().into()
}
