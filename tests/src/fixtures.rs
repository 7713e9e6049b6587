//! What several tests are made of.

use enkash_core::{Json, JsonMap, OAuthCredentials};
use enkash_sandbox::Sandbox;
use serde::Serialize;

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

/// A member that the documents do not have.
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
