//! By hand: structs with serde's derives, a request and a response put together in a function each.
//!
//! Left out, as one does who writes a hundred of them: checks, encoding of the path's value,
//! `Debug` and `Clone` (serde's derives are the only ones), builders, a `send` per endpoint,
//! retries, redaction. What goes over the wire is what the other styles send for the same values.

use super::Style;

/// The style that the others are compared with.
pub const STYLE: Style = Style {
    name: "plain",
    manifest: r#"[dependencies]
http = "1"
reqwest = { version = "0.13", default-features = false }
serde = { version = "1", features = ["derive"] }
serde_json = "1"
tokio = { version = "1", default-features = false, features = ["net", "rt", "time"] }
"#,
    head: r#"//! Endpoints, written by hand.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a call failed.
#[derive(Debug)]
pub enum Error {
    Request(http::Error),
    Json(serde_json::Error),
    Transport(reqwest::Error),
    Status(u16),
    NoPayload,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Request(error) => error.fmt(f),
            Error::Json(error) => error.fmt(f),
            Error::Transport(error) => error.fmt(f),
            Error::Status(status) => write!(f, "status {status}"),
            Error::NoPayload => f.write_str("no payload"),
        }
    }
}

impl std::error::Error for Error {}

impl From<http::Error> for Error {
    fn from(error: http::Error) -> Error {
        Error::Request(error)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Error {
        Error::Json(error)
    }
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Error {
        Error::Transport(error)
    }
}

/// What is around every response.
#[derive(Deserialize)]
struct Envelope<T> {
    payload: Option<T>,
}

/// Sends what the endpoints have put together.
pub struct Client {
    pub http: reqwest::Client,
    pub base: String,
}

impl Client {
    pub async fn exchange(&self, request: http::Request<Vec<u8>>) -> Result<Vec<u8>, Error> {
        let response = self.http.execute(request.try_into()?).await?;
        if !response.status().is_success() {
            return Err(Error::Status(response.status().as_u16()));
        }
        Ok(response.bytes().await?.to_vec())
    }
}
"#,
    endpoint: r#"
/// Creates thing NUMBER.
#[derive(Serialize)]
pub struct CreateNUMBER {
    #[serde(skip)]
    pub customer_id: String,
    pub name: String,
    pub email: String,
    pub pan: String,
    pub days: u32,
    pub active: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remarks: Option<String>,
}

impl CreateNUMBER {
    pub fn request(&self, base: &str) -> Result<http::Request<Vec<u8>>, Error> {
        let request = http::Request::post(format!("{base}/api/v0/thing-NUMBER/{}", self.customer_id))
            .header(http::header::CONTENT_TYPE, "application/json")
            .body(serde_json::to_vec(self)?)?;
        Ok(request)
    }

    pub fn decode(body: &[u8]) -> Result<CreatedNUMBER, Error> {
        let envelope: Envelope<CreatedNUMBER> = serde_json::from_slice(body)?;
        envelope.payload.ok_or(Error::NoPayload)
    }
}

/// Thing NUMBER, created.
#[derive(Deserialize)]
pub struct CreatedNUMBER {
    pub id: String,
    pub total: u64,
}
"#,
    program: r#"use subject::*;

fn client(base: String) -> Result<Client, Failure> {
    Ok(Client { http: reqwest::Client::builder().no_proxy().build()?, base })
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
    let response = client.exchange(request.request(&client.base)?).await?;
    let created = CreateNUMBER::decode(&response)?;
    Ok(created.total + created.id.len() as u64)
}
"#,
    macro_package: "serde_derive",
};
