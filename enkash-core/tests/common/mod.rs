//! Products of an API that does not exist.
#![allow(dead_code, unreachable_pub, reason = "not every program uses each of them")]

use std::sync::Arc;

use enkash_core::{
    AuthScheme, Bytes, Encryption, EncryptionError, EnvelopeNames, KeyPairToken, PasswordGrant,
    PayloadCipher, Product, Secret, Setting, TokenResponseNames,
};

pub const ORDERS: Product = Product::new("orders").auth(&OAUTH).envelope(&ENVELOPE);

pub const PARTNERS: Product =
    Product::new("partners").auth(&OAUTH).envelope(&ENVELOPE).settings(&[PARTNER.required()]);

pub const GATEWAY: Product = Product::new("gateway").auth(&KEYS).envelope(&ENVELOPE);

pub const PAYOUTS: Product = Product::new("payouts").auth(&OAUTH).envelope(&ENVELOPE).encryption(&Reversed);

pub const PARTNER: Setting = Setting::new("partner", "x-partner");

const OAUTH: AuthScheme = AuthScheme::PasswordGrant(PasswordGrant {
    path: "/oauth/token",
    client_id_field: None,
    response: &TokenResponseNames::OAUTH,
});

const KEYS: AuthScheme = AuthScheme::KeyPairToken(KeyPairToken {
    path: "/keys/token",
    access_key_field: "accessKey",
    secret_key_field: "secretKey",
    access_key_header: Some("x-access-key"),
    response: &TokenResponseNames::OAUTH,
});

pub const ENVELOPE: EnvelopeNames = EnvelopeNames {
    payload: &["data"],
    code: &["code"],
    message: &["message"],
    error_response: &["error"],
    error_type: &["type"],
    error_message: &["message"],
    request_id: &["requestId"],
    ..EnvelopeNames::NONE
};

/// Turns the body around, which hides it from nobody.
struct Reversed;

impl Encryption for Reversed {
    fn name(&self) -> &'static str {
        "reversed"
    }

    fn cipher(&self, _: &Secret) -> Result<Arc<dyn PayloadCipher>, EncryptionError> {
        Ok(Arc::new(Reversed))
    }
}

impl PayloadCipher for Reversed {
    fn encrypt(&self, body: &[u8]) -> Result<Bytes, EncryptionError> {
        Ok(body.iter().rev().copied().collect())
    }

    fn decrypt(&self, body: &[u8]) -> Result<Option<Bytes>, EncryptionError> {
        if body.starts_with(b"{") { Ok(None) } else { self.encrypt(body).map(Some) }
    }
}
