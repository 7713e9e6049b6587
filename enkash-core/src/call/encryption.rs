//! Encrypts the body of a call and decrypts its response.

use bytes::Bytes;

use crate::base::outcome::Outcome;
use crate::declare::endpoint::BodyEncoding;
use crate::error::{ConfigError, DecodeError, Error};
use crate::message::{PreparedRequest, RawResponse};
use crate::product::Product;
use crate::product::encryption::PayloadCipher;

/// Refuses a body that must be encrypted but cannot be. `encoding` is the declared encoding of the
/// body, if encryption is required; headers do not matter.
///
/// # Errors
/// Returns an error if encryption is required, and the body is not JSON or the product has no
/// encryption.
pub(crate) fn check_encryptable(
    product: &Product,
    encoding: Option<BodyEncoding>,
    request: &PreparedRequest,
) -> Result<(), ConfigError> {
    let kind = match encoding {
        Some(_) if product.encryption.is_none() => {
            return Err(ConfigError::new(format!(
                "the call requires an encrypted body, but {product} has no encryption; remove \
                 `encrypt = true` or `.encrypt(true)`"
            )));
        }
        Some(_) if request.body.is_empty() => return Ok(()),
        None | Some(BodyEncoding::Json) => return Ok(()),
        Some(BodyEncoding::Form) => "a form",
        Some(BodyEncoding::Multipart) => "a multipart body",
        Some(BodyEncoding::Bytes) => "a body from `.body(…)`",
    };
    Err(ConfigError::new(format!(
        "{product} requires encrypted bodies, but {kind} cannot be encrypted; send JSON, or turn \
         encryption off with `encrypt = false` on the endpoint or `.encrypt(false)` on a raw call"
    )))
}

/// Returns the encrypted body if the call has a cipher. An empty body is not encrypted.
///
/// # Errors
/// Returns an error if the cipher fails.
pub(crate) fn encrypt(
    cipher: Option<&dyn PayloadCipher>,
    body: &Bytes,
) -> Result<Option<Bytes>, ConfigError> {
    let Some(cipher) = cipher.filter(|_| !body.is_empty()) else { return Ok(None) };
    cipher
        .encrypt(body)
        .map(Some)
        .map_err(|error| ConfigError::caused_by("could not encrypt the body", error))
}

/// Decrypts the body of a response in place, if it is encrypted.
///
/// # Errors
/// Returns an error if the body of a response with a success status cannot be decrypted. An error
/// status is a failure in any case.
pub(crate) fn decrypt(
    cipher: Option<&dyn PayloadCipher>,
    response: &mut RawResponse,
) -> Result<(), Error> {
    match cipher.map(|cipher| cipher.decrypt(&response.body)) {
        Some(Ok(Some(plaintext))) => response.body = plaintext,
        Some(Err(error)) if response.status.is_success() => {
            let mut failed =
                DecodeError::new(response, "the response cannot be decrypted", Outcome::Unknown);
            failed.source = Some(error);
            return Err(Error::Decode(Box::new(failed)));
        }
        None | Some(Ok(None) | Err(_)) => {}
    }
    Ok(())
}
