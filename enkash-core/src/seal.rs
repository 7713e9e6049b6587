//! Sealed bodies: `{"request": "…"}` around the Base64 of AES-128-ECB with PKCS#7 padding, under a key that is made of
//! the client secret. This is what payouts document, in both directions; the ciphers are RustCrypto's.

use aes::Aes128;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use ecb::cipher::block_padding::Pkcs7;
use ecb::cipher::common::InnerInit;
use ecb::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyInit};
use serde::de::IgnoredAny;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::endpoint::BodyEncoding;
use crate::error::ConfigError;
use crate::product::Product;
use crate::secret::Secret;

/// Seals and opens bodies.
pub(crate) struct Sealer {
    cipher: Aes128,
}

/// Why a sealed body does not open. Says nothing of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SealError {
    /// The text is not Base64.
    NotBase64,
    /// The key does not fit.
    WrongKey,
    /// It opens, but to something else than JSON.
    NotJson,
}

impl SealError {
    pub(crate) const fn what(self) -> &'static str {
        match self {
            SealError::NotBase64 => "the sealed answer is not Base64",
            SealError::WrongKey => "the sealed answer does not open with the client secret",
            SealError::NotJson => "the sealed answer opens to something that is not JSON",
        }
    }
}

/// Why a body of this kind cannot be encrypted; `None` for one that can. The declared kind of the body decides, never a
/// header.
pub(crate) fn unencryptable(product: Product, body: BodyEncoding) -> Option<ConfigError> {
    let kind = match body {
        BodyEncoding::Json => return None,
        BodyEncoding::Form => "a form",
        BodyEncoding::Multipart => "a multipart body",
        BodyEncoding::Bytes => "what `.body(…)` gives",
    };
    Some(ConfigError::new(format!(
        "{product} demands encrypted bodies, and {kind} cannot be encrypted: send JSON, or say that this call is not \
         encrypted, with `seal = never` on the endpoint or `.encrypt(false)` on a raw call"
    )))
}

/// Finds the ciphertext in a body: an object whose member `request` is a text.
#[derive(serde::Deserialize)]
struct Sealed<'a> {
    #[serde(borrow)]
    request: std::borrow::Cow<'a, str>,
}

impl Sealer {
    /// The key is the first 16 bytes of the SHA-256 of the client secret.
    pub(crate) fn new(client_secret: &Secret) -> Self {
        let mut digest = Sha256::digest(client_secret.expose());
        let mut key = Zeroizing::new([0_u8; 16]);
        key.copy_from_slice(&digest[..16]);
        zeroize::Zeroize::zeroize(digest.as_mut_slice());
        Sealer { cipher: Aes128::new((&*key).into()) }
    }

    /// Seals a body.
    pub(crate) fn seal(&self, plain: &[u8]) -> Bytes {
        let sealed = ecb::Encryptor::inner_init(self.cipher.clone()).encrypt_padded_vec::<Pkcs7>(plain);
        let mut body = String::with_capacity(sealed.len().div_ceil(3) * 4 + 16);
        body.push_str("{\"request\":\"");
        STANDARD.encode_string(sealed, &mut body);
        body.push_str("\"}");
        Bytes::from(body)
    }

    /// Opens a body; `None` where it is not sealed.
    pub(crate) fn open(&self, body: &[u8]) -> Option<Result<Bytes, SealError>> {
        // serde would read an array into a struct, too.
        body.trim_ascii_start().strip_prefix(b"{")?;
        let sealed: Sealed<'_> = serde_json::from_slice(body).ok()?;
        Some(self.open_text(&sealed.request))
    }

    fn open_text(&self, text: &str) -> Result<Bytes, SealError> {
        let sealed = STANDARD.decode(text.trim()).map_err(|_| SealError::NotBase64)?;
        let plain = ecb::Decryptor::inner_init(self.cipher.clone())
            .decrypt_padded_vec::<Pkcs7>(&sealed)
            .map_err(|_| SealError::WrongKey)?;
        // One wrong key in some hundred leaves a padding that looks right.
        match serde_json::from_slice::<IgnoredAny>(&plain) {
            Ok(_) => Ok(Bytes::from(plain)),
            Err(_) if std::str::from_utf8(&plain).is_err() => Err(SealError::WrongKey),
            Err(_) => Err(SealError::NotJson),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = r#"{"beneficiaryId":"BENE0001","beneficiaryName":"Test Payee"}"#;
    const SEALED: &str =
        "c6QydLIbmP8yoyVg6KfpqdPnwYgTwikAe4HrUxKWv3qEt24WgrtQ+A8jLuMdmdX2MWjbBDfx4t2JPHyCQB2z4w==";

    fn sealer() -> Sealer {
        Sealer::new(&"sdk-test-secret-0001".into())
    }

    #[test]
    fn the_catalogues_vector_holds_both_ways() {
        let body = format!(r#"{{"request":"{SEALED}"}}"#);
        assert_eq!(sealer().seal(PLAIN.as_bytes()), body);
        assert_eq!(sealer().open(body.as_bytes()).unwrap().unwrap(), PLAIN);
    }

    #[test]
    fn every_length_comes_back() {
        for length in 0..64 {
            let plain = format!("\"{}\"", "x".repeat(length));
            let sealed = sealer().seal(plain.as_bytes());
            assert_eq!(sealer().open(&sealed).unwrap().unwrap(), plain);
        }
    }

    #[test]
    fn what_is_not_sealed_is_told_apart() {
        for plain in ["", "{}", r#"{"response_code":0}"#, r#"{"request":7}"#, "<html>", r#"["request"]"#] {
            assert!(sealer().open(plain.as_bytes()).is_none(), "{plain}");
        }
    }

    #[test]
    fn what_does_not_open_says_why() {
        let request = |text: &str| format!(r#"{{"request":"{text}"}}"#);
        let open = |body: String| sealer().open(body.as_bytes()).unwrap().unwrap_err();
        assert_eq!(open(request("not base64!")), SealError::NotBase64);
        assert_eq!(open(request("AAAA")), SealError::WrongKey);
        assert_eq!(open(request("")), SealError::WrongKey);
        assert_eq!(open(request(&SEALED.replace("c6Qy", "c6Qz"))), SealError::WrongKey);
        assert_eq!(open(String::from_utf8(sealer().seal(b"not JSON").to_vec()).unwrap()), SealError::NotJson);
        let other = Sealer::new(&"another-secret".into()).seal(PLAIN.as_bytes());
        assert_eq!(sealer().open(&other).unwrap().unwrap_err(), SealError::WrongKey);
    }
}
