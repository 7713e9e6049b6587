//! Bodies read into values: JSON, forms and multipart, encrypted or plain.

use serde_json::{Map, Value};

use super::coerce::coerce;
use super::{memory, multipart};
use crate::catalogue::{Body, Encryption, Media};
use crate::exchange::PayloadCipher;
use crate::exchange::{RawRequest, Refusal};

/// A body that was read.
#[derive(Debug, PartialEq)]
pub(crate) enum Parsed {
    /// None was sent.
    Nothing,
    /// Its content.
    Value(Value),
}

impl Parsed {
    pub(crate) fn into_value(self) -> Value {
        match self {
            Self::Nothing => Value::Null,
            Self::Value(value) => value,
        }
    }
}

/// Reads the body that `expected` describes, unless it would take more than `memory` bytes.
/// Also returns whether it was encrypted.
pub(crate) fn parse(
    expected: &Body,
    encryption: Encryption,
    cipher: &PayloadCipher,
    memory: usize,
    request: &RawRequest<'_>,
) -> Result<(Parsed, bool), Refusal> {
    if request.body.is_empty() {
        return Ok((Parsed::Nothing, false));
    }
    let sent = request.header("content-type").unwrap_or_default();
    let media = sent.split(';').next().unwrap_or_default().trim();
    let documented = match expected.media {
        Media::Json => "application/json",
        Media::Form => "application/x-www-form-urlencoded",
        Media::Multipart => "multipart/form-data",
    };
    if !media.eq_ignore_ascii_case(documented) {
        return Err(Refusal::new(415, format!("Content-Type must be {documented}")));
    }
    match expected.media {
        Media::Json => json(encryption, cipher, memory, request.body),
        Media::Form if memory::of_form(request.body) > memory => Err(too_many_values()),
        Media::Form => Ok((Parsed::Value(form(expected, request.body)), false)),
        Media::Multipart => {
            let parts = multipart::parts(sent, request.body);
            let parts =
                parts.ok_or_else(|| Refusal::new(400, "The multipart body cannot be read"))?;
            Ok((Parsed::Value(Value::Object(parts)), false))
        }
    }
}

fn json(
    encryption: Encryption,
    cipher: &PayloadCipher,
    memory: usize,
    body: &[u8],
) -> Result<(Parsed, bool), Refusal> {
    let read = |body: &[u8]| {
        if memory::of_json(body) > memory { Err(too_many_values()) } else { read(body) }
    };
    let value = read(body)?;
    let encrypted = match encryption {
        Encryption::None => false,
        Encryption::Required => true,
        Encryption::InKind => PayloadCipher::is_envelope(&value),
    };
    if !encrypted {
        return Ok((Parsed::Value(value), false));
    }
    let plain = cipher.decrypt(&value);
    let plain = plain.ok_or_else(|| Refusal::unprocessable("Invalid encrypted request"))?;
    Ok((Parsed::Value(read(&plain)?), true))
}

fn too_many_values() -> Refusal {
    Refusal::new(413, "The body has too many values")
}

fn read(body: &[u8]) -> Result<Value, Refusal> {
    serde_json::from_slice(body).map_err(|error| {
        let place = format!("line {} column {}", error.line(), error.column());
        Refusal::new(400, format!("The body is not JSON: {place}"))
    })
}

fn form(expected: &Body, body: &[u8]) -> Value {
    let pairs = form_urlencoded::parse(body);
    let members = pairs.map(|(name, text)| {
        let schema = crate::catalogue::property(&expected.schema, &name);
        let value = coerce(&text, schema.unwrap_or(&Value::Null));
        (name.into_owned(), value)
    });
    Value::Object(members.collect::<Map<_, _>>())
}
