//! Products of a fictional API, and captured logs.
#![allow(dead_code, unreachable_pub, reason = "not every program uses each of them")]
#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::io;
use std::sync::{Arc, Mutex};

use enkash_core::{
    AuthScheme, Bytes, Encryption, EncryptionError, EnvelopeNames, KeyPairToken, PasswordGrant,
    PayloadCipher, Product, Secret, Setting, TokenResponseNames,
};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::FmtSpan;

pub const ORDERS: Product = Product::new("orders").auth(&OAUTH).envelope(&ENVELOPE);

pub const PARTNERS: Product =
    Product::new("partners").auth(&OAUTH).envelope(&ENVELOPE).settings(&[PARTNER.required()]);

pub const GATEWAY: Product = Product::new("gateway").auth(&KEYS).envelope(&ENVELOPE);

pub const PAYOUTS: Product =
    Product::new("payouts").auth(&OAUTH).envelope(&ENVELOPE).encryption(&Reversed);

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

/// Reverses the body in place of encrypting it.
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

/// Everything that is logged.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    pub fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    pub fn collect(&self) -> tracing::subscriber::DefaultGuard {
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(self.clone())
            .finish();
        tracing::subscriber::set_default(subscriber)
    }
}

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Log;

    fn make_writer(&'a self) -> Log {
        self.clone()
    }
}
