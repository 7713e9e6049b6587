//! Payload encryption as the payouts pages describe it: AES-128 in ECB mode with PKCS#7
//! padding, the key being the first 16 bytes of SHA-256 over the client secret, Base64 around it.

use aes::Aes128;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ecb::cipher::block_padding::Pkcs7;
use ecb::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyInit};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The field with the encrypted payload, in both directions.
const MEMBER: &str = "request";

/// Encrypts and decrypts with the key of one client secret.
#[derive(Clone)]
pub(crate) struct PayloadCipher {
    key: [u8; 16],
}

impl std::fmt::Debug for PayloadCipher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PayloadCipher")
    }
}

impl PayloadCipher {
    pub(crate) fn new(client_secret: &str) -> Self {
        let digest = Sha256::digest(client_secret.as_bytes());
        let mut key = [0; 16];
        key.iter_mut().zip(digest.iter()).for_each(|(to, from)| *to = *from);
        Self { key }
    }

    /// The envelope around `plain`.
    pub(crate) fn encrypt(&self, plain: &[u8]) -> Value {
        let encrypted =
            ecb::Encryptor::<Aes128>::new(&self.key.into()).encrypt_padded_vec::<Pkcs7>(plain);
        json!({ MEMBER: STANDARD.encode(encrypted) })
    }

    /// The content of the envelope; `None` where `body` is an envelope that cannot be decrypted.
    pub(crate) fn decrypt(&self, body: &Value) -> Option<Vec<u8>> {
        let encrypted = STANDARD.decode(body[MEMBER].as_str()?).ok()?;
        let decryptor = ecb::Decryptor::<Aes128>::new(&self.key.into());
        decryptor.decrypt_padded_vec::<Pkcs7>(&encrypted).ok()
    }

    /// Whether `body` looks like an envelope: one field, a string, named as documented.
    pub(crate) fn is_envelope(body: &Value) -> bool {
        body[MEMBER].is_string() && body.as_object().is_some_and(|members| members.len() == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "sdk-test-secret-0001";
    const PLAIN: &str = r#"{"beneficiaryId":"BENE0001","beneficiaryName":"Test Payee"}"#;
    const ENCRYPTED: &str =
        "c6QydLIbmP8yoyVg6KfpqdPnwYgTwikAe4HrUxKWv3qEt24WgrtQ+A8jLuMdmdX2MWjbBDfx4t2JPHyCQB2z4w==";

    #[test]
    fn the_vector_of_the_catalogue() {
        let cipher = PayloadCipher::new(SECRET);
        assert_eq!(cipher.encrypt(PLAIN.as_bytes()), json!({"request": ENCRYPTED}));
        assert_eq!(cipher.decrypt(&json!({"request": ENCRYPTED})).unwrap(), PLAIN.as_bytes());
        assert_eq!(cipher.key[..4], [0x8c, 0x12, 0x52, 0xb4]);
    }

    #[test]
    fn what_cannot_be_decrypted() {
        let cipher = PayloadCipher::new(SECRET);
        assert!(cipher.decrypt(&json!({"request": "not base64!"})).is_none());
        assert!(cipher.decrypt(&json!({"request": "AAAA"})).is_none());
        assert!(cipher.decrypt(&json!({"other": 1})).is_none());
        assert!(PayloadCipher::new("another").decrypt(&json!({"request": ENCRYPTED})).is_none());
        assert!(PayloadCipher::is_envelope(&json!({"request": ""})));
        assert!(!PayloadCipher::is_envelope(&json!({"request": "", "more": 1})));
        assert!(!PayloadCipher::is_envelope(&json!([])));
    }
}
