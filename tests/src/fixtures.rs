//! Fixtures that several tests share.

use enkash_core::{Json, JsonMap, KeyPair, OAuthCredentials, Product};
use enkash_endpoints::platform::{ENVELOPE, OAUTH};
use enkash_sandbox::Sandbox;
use serde::Serialize;

/// A product of the tests' own: EnKash's envelope and OAuth tokens. It needs no feature.
pub const PRODUCT: Product = Product::new("example").auth(&OAUTH).envelope(&ENVELOPE);

/// The sandbox's credentials, as a client takes them.
#[must_use]
pub fn credentials(sandbox: &Sandbox) -> OAuthCredentials {
    let known = sandbox.credentials();
    OAuthCredentials {
        username: known.username.as_str().into(),
        password: known.password.as_str().into(),
        client_id: known.client_id.clone(),
        client_secret: known.client_secret.as_str().into(),
    }
}

/// The sandbox's keys of the payment gateway, as a client takes them.
#[must_use]
pub fn keys(sandbox: &Sandbox) -> KeyPair {
    let known = sandbox.credentials();
    KeyPair {
        access_key: known.access_key.as_str().into(),
        secret_key: known.secret_key.as_str().into(),
    }
}

/// A field that the API reference does not have.
#[must_use]
pub fn more() -> JsonMap {
    JsonMap::from_iter([("further".to_owned(), Json::from("x"))])
}

/// The body as it is sent.
///
/// # Panics
/// It cannot be written as JSON.
pub fn written(request: &impl Serialize) -> Json {
    serde_json::to_value(request).expect("a body of JSON")
}
