//! The encryption of payouts; the ciphers are RustCrypto's.

use std::borrow::Cow;
use std::sync::Arc;

use aes::Aes128;
use base64::alphabet;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, STANDARD};
use base64::engine::{DecodePaddingMode, Engine};
use ecb::cipher::block_padding::Pkcs7;
use ecb::cipher::common::InnerInit;
use ecb::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyInit};
use enkash_core::{Bytes, Encryption, EncryptionError, PayloadCipher, Secret};
use serde::Deserialize;
use serde::de::IgnoredAny;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

/// AES-128-ECB with PKCS#7 padding, under the first 16 bytes of the secret's SHA-256. A body is
/// `{"request": "…"}` around the Base64 of that, in both directions.
///
/// This is what the API reference of payouts requires (<https://docs.enkash.com/folder-1769253>);
/// the secret is the client's. ECB shows repeated blocks and detects no changes, so only TLS
/// protects a body.
#[derive(Debug, Clone, Copy)]
pub struct Aes128EcbSha256;

impl Encryption for Aes128EcbSha256 {
    fn name(&self) -> &'static str {
        "aes-128-ecb-sha256"
    }

    fn cipher(&self, secret: &Secret) -> Result<Arc<dyn PayloadCipher>, EncryptionError> {
        Ok(Arc::new(Cipher::new(secret)))
    }
}

/// Reads Base64 with padding or without.
const TOLERANT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The cipher under one key.
struct Cipher(Aes128);

/// Why an encrypted body cannot be decrypted. It holds nothing of the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
enum DecryptError {
    #[error("the encrypted response is not Base64")]
    NotBase64,
    #[error("the encrypted response cannot be decrypted with the client secret")]
    WrongKey,
    #[error("the decrypted response is not JSON")]
    NotJson,
}

/// An encrypted body: an object whose field `request` is a string.
#[derive(Deserialize)]
struct EncryptedBody<'a> {
    #[serde(borrow)]
    request: Cow<'a, str>,
}

impl Cipher {
    fn new(secret: &Secret) -> Self {
        let mut digest = Sha256::digest(secret.expose());
        let mut key = Zeroizing::new([0_u8; 16]);
        key.copy_from_slice(&digest[..16]);
        digest.as_mut_slice().zeroize();
        Cipher(Aes128::new((&*key).into()))
    }

    fn decrypt_base64(&self, base64: &str) -> Result<Bytes, DecryptError> {
        // Many encoders break lines.
        let base64: String = base64.split_ascii_whitespace().collect();
        let encrypted = TOLERANT.decode(base64).map_err(|_| DecryptError::NotBase64)?;
        let plain = ecb::Decryptor::inner_init(self.0.clone())
            .decrypt_padded_vec::<Pkcs7>(&encrypted)
            .map_err(|_| DecryptError::WrongKey)?;
        // One wrong key in some hundred leaves a padding that looks right.
        match serde_json::from_slice::<IgnoredAny>(&plain) {
            Ok(_) => Ok(Bytes::from(plain)),
            Err(_) if std::str::from_utf8(&plain).is_err() => Err(DecryptError::WrongKey),
            Err(_) => Err(DecryptError::NotJson),
        }
    }
}

impl PayloadCipher for Cipher {
    fn encrypt(&self, body: &[u8]) -> Result<Bytes, EncryptionError> {
        let encrypted =
            ecb::Encryptor::inner_init(self.0.clone()).encrypt_padded_vec::<Pkcs7>(body);
        let mut json = String::with_capacity(encrypted.len().div_ceil(3) * 4 + 16);
        json.push_str("{\"request\":\"");
        STANDARD.encode_string(encrypted, &mut json);
        json.push_str("\"}");
        Ok(Bytes::from(json))
    }

    fn decrypt(&self, body: &[u8]) -> Result<Option<Bytes>, EncryptionError> {
        // serde would read an array into a struct as well.
        if !body.trim_ascii_start().starts_with(b"{") {
            return Ok(None);
        }
        let Ok(body) = serde_json::from_slice::<EncryptedBody<'_>>(body) else { return Ok(None) };
        Ok(Some(self.decrypt_base64(&body.request)?))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "what fails here fails the test")]
mod tests {
    use super::*;

    const PLAIN: &str = r#"{"beneficiaryId":"BENE0001","beneficiaryName":"Test Payee"}"#;
    const ENCRYPTED: &str =
        "c6QydLIbmP8yoyVg6KfpqdPnwYgTwikAe4HrUxKWv3qEt24WgrtQ+A8jLuMdmdX2MWjbBDfx4t2JPHyCQB2z4w==";

    fn cipher(secret: &str) -> Arc<dyn PayloadCipher> {
        Aes128EcbSha256.cipher(&secret.into()).unwrap()
    }

    fn known() -> Arc<dyn PayloadCipher> {
        cipher("sdk-test-secret-0001")
    }

    #[test]
    fn the_catalogues_vector_holds_both_ways() {
        let body = format!(r#"{{"request":"{ENCRYPTED}"}}"#);
        assert_eq!(known().encrypt(PLAIN.as_bytes()).unwrap(), body);
        assert_eq!(known().decrypt(body.as_bytes()).unwrap().unwrap(), PLAIN);
    }

    #[test]
    fn base64_may_have_line_breaks_and_no_padding() {
        let (start, end) = ENCRYPTED.split_at(64);
        for base64 in [
            format!(r"{start}\r\n{end}"),
            ENCRYPTED.trim_end_matches('=').to_owned(),
            format!(" {ENCRYPTED} "),
        ] {
            let body = format!(r#"{{"request":"{base64}"}}"#);
            assert_eq!(known().decrypt(body.as_bytes()).unwrap().unwrap(), PLAIN, "{base64}");
        }
    }

    #[test]
    fn every_length_comes_back() {
        for length in 0..64 {
            let plain = format!("\"{}\"", "x".repeat(length));
            let encrypted = known().encrypt(plain.as_bytes()).unwrap();
            assert_eq!(known().decrypt(&encrypted).unwrap().unwrap(), plain);
        }
    }

    #[test]
    fn a_body_that_is_not_encrypted_is_none() {
        for plain in
            ["", "{}", r#"{"response_code":0}"#, r#"{"request":7}"#, "<html>", r#"["request"]"#]
        {
            assert!(known().decrypt(plain.as_bytes()).unwrap().is_none(), "{plain}");
        }
    }

    #[test]
    fn a_body_that_cannot_be_decrypted_has_its_reason() {
        let request = |base64: &str| Bytes::from(format!(r#"{{"request":"{base64}"}}"#));
        let why =
            |body: Bytes| *known().decrypt(&body).unwrap_err().downcast::<DecryptError>().unwrap();
        assert_eq!(why(request("not base64!")), DecryptError::NotBase64);
        assert_eq!(why(request("AAAA")), DecryptError::WrongKey);
        assert_eq!(why(request("")), DecryptError::WrongKey);
        assert_eq!(why(request(&ENCRYPTED.replace("c6Qy", "c6Qz"))), DecryptError::WrongKey);
        assert_eq!(why(known().encrypt(b"not JSON").unwrap()), DecryptError::NotJson);
        let other = cipher("another-secret").encrypt(PLAIN.as_bytes()).unwrap();
        assert_eq!(why(other), DecryptError::WrongKey);
    }
}
