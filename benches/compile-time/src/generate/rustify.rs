//! With rustify 0.7 and its derive, as its README shows it.
//!
//! Left out, since rustify has none of it or only beside it: checks, `Debug` and `Clone`, a builder
//! (`builder = "true"` means one from another macro crate), a token request, retries, redaction; no
//! content type is sent. The path's value is encoded by the `url` crate, after it was split at
//! slashes.

use super::Style;

/// `#[derive(Endpoint)]`.
pub const STYLE: Style = Style {
    name: "rustify",
    manifest: r#"[dependencies]
reqwest = { version = "0.13", default-features = false }
rustify = { version = "0.7", default-features = false }
rustify_derive = "0.5"
serde = { version = "1", features = ["derive"] }
tokio = { version = "1", default-features = false, features = ["net", "rt", "time"] }
"#,
    head: r#"//! Endpoints, declared with rustify.

use rustify::endpoint::Wrapper;
use rustify_derive::Endpoint;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What is around every response.
#[derive(Deserialize)]
pub struct Envelope<T> {
    pub payload: Option<T>,
}

impl<T: DeserializeOwned + Send + Sync> Wrapper for Envelope<T> {
    type Value = T;
}
"#,
    endpoint: r#"
/// Creates thing NUMBER.
#[derive(Endpoint)]
#[endpoint(
    path = "api/v0/thing-NUMBER/{self.customer_id}",
    method = "POST",
    response = "CreatedNUMBER"
)]
pub struct CreateNUMBER {
    #[endpoint(skip)]
    pub customer_id: String,
    pub name: String,
    pub email: String,
    pub pan: String,
    pub days: u32,
    pub active: bool,
    pub remarks: Option<String>,
}

/// Thing NUMBER, created.
#[derive(Deserialize)]
pub struct CreatedNUMBER {
    pub id: String,
    pub total: u64,
}
"#,
    program: r#"use rustify::clients::reqwest::Client;
use rustify::endpoint::Endpoint;
use subject::*;

fn client(base: String) -> Result<Client, Failure> {
    Ok(Client::new(&base, reqwest::Client::builder().no_proxy().build()?))
}
"#,
    call: r#"
async fn call_NUMBER(client: &Client, text: &str) -> Result<u64, Failure> {
    let request = CreateNUMBER {
        customer_id: text.to_owned(),
        name: text.to_owned(),
        email: text.to_owned(),
        pan: text.to_owned(),
        days: 30,
        active: true,
        remarks: Some(text.to_owned()),
    };
    let envelope: Envelope<CreatedNUMBER> = request.exec(client).await?.wrap()?;
    let created = envelope.payload.ok_or("no payload")?;
    Ok(created.total + created.id.len() as u64)
}
"#,
    macro_package: "rustify_derive",
};
