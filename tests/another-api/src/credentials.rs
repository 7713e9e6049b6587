//! The key of a caller, and the signatures that it makes.

use std::fmt;

use enkash_core::{AuthorizeFuture, CredentialProvider, PreparedRequest, Secret, http};
use hmac::{Hmac, KeyInit, Mac};
use http::HeaderValue;
use sha2::Sha256;

/// The id of a key, and the secret that signs.
///
/// Each request carries the id as `x-acme-key`, and as `x-acme-signature` the hexadecimal
/// HMAC-SHA256 of method, path with query, and body, with line feeds between them.
pub struct Credentials {
    key_id: String,
    secret: Secret,
}

impl Credentials {
    /// What Acme hands out.
    pub fn new(key_id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Credentials { key_id: key_id.into(), secret: secret.into() }
    }
}

impl CredentialProvider for Credentials {
    fn authorize<'a>(&'a self, request: &'a mut PreparedRequest) -> AuthorizeFuture<'a> {
        Box::pin(async {
            let target = &request.target;
            let parts = [request.method.as_str().as_bytes(), target.as_bytes(), &request.body];
            let mut signature = HeaderValue::try_from(sign(&self.secret, &parts.join(&b'\n')))?;
            signature.set_sensitive(true);
            request.headers.insert("x-acme-key", HeaderValue::try_from(&self.key_id)?);
            request.headers.insert("x-acme-signature", signature);
            Ok(())
        })
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").field("key_id", &self.key_id).finish_non_exhaustive()
    }
}

fn mac(secret: &Secret, message: &[u8]) -> Option<Hmac<Sha256>> {
    // A key of any length will do.
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes()).ok()?;
    mac.update(message);
    Some(mac)
}

fn sign(secret: &Secret, message: &[u8]) -> String {
    mac(secret, message).map(|mac| hex::encode(mac.finalize().into_bytes())).unwrap_or_default()
}

/// Whether a signature is that of the message, in constant time.
pub(crate) fn is_signed(secret: &Secret, message: &[u8], signature: &str) -> bool {
    let Ok(signature) = hex::decode(signature) else { return false };
    mac(secret, message).is_some_and(|mac| mac.verify_slice(&signature).is_ok())
}
