//! Encrypts the body of a call and decrypts its response.

use bytes::Bytes;

use crate::base::outcome::Outcome;
use crate::declare::endpoint::BodyEncoding;
use crate::error::{ConfigError, DecodeError, Error};
use crate::message::{PreparedRequest, RawResponse};
use crate::product::Product;
use crate::product::encryption::PayloadCipher;

/// Refuses a body that must be encrypted and cannot be. `encoding` is the declared kind of the body
/// of a call that demands encryption; a header never decides.
///
/// # Errors
/// The body is not JSON, or the product names no encryption.
pub(crate) fn check_encryptable(
    product: &Product,
    encoding: Option<BodyEncoding>,
    request: &PreparedRequest,
) -> Result<(), ConfigError> {
    let kind = match encoding {
        Some(_) if product.encryption.is_none() => {
            return Err(ConfigError::new(format!(
                "the call demands an encrypted body, and {product} names no encryption"
            )));
        }
        Some(_) if request.body.is_empty() => return Ok(()),
        None | Some(BodyEncoding::Json) => return Ok(()),
        Some(BodyEncoding::Form) => "a form",
        Some(BodyEncoding::Multipart) => "a multipart body",
        Some(BodyEncoding::Bytes) => "what `.body(…)` gives",
    };
    Err(ConfigError::new(format!(
        "{product} demands encrypted bodies, and {kind} cannot be encrypted: send JSON, or say \
         that this call is not encrypted, with `encrypt = false` on the endpoint or \
         `.encrypt(false)` on a raw call"
    )))
}

/// The body as it is sent, where the call has a cipher. An empty body stays empty.
///
/// # Errors
/// The cipher fails.
pub(crate) fn encrypt(
    cipher: Option<&dyn PayloadCipher>,
    body: &Bytes,
) -> Result<Option<Bytes>, ConfigError> {
    let Some(cipher) = cipher.filter(|_| !body.is_empty()) else { return Ok(None) };
    cipher
        .encrypt(body)
        .map(Some)
        .map_err(|error| ConfigError::caused_by("the body could not be encrypted", error))
}

/// Decrypts the body of a response in place, where it is encrypted.
///
/// # Errors
/// The body of a 2xx cannot be decrypted. An error status says enough by itself.
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
