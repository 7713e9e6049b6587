//! reqwest and serde_json as they are: no check, no encoding of the path's value, no look at the
//! result code, no limits.

use http::header::{ACCEPT, ACCEPT_ENCODING, HeaderValue, USER_AGENT};
use reqwest::{Client, Request, RequestBuilder};
use serde::Serialize;

use super::TOKEN;
use super::plain::Envelope;
use crate::Failure;

/// The activation.
///
/// # Errors
/// What reqwest says.
pub fn activation(http: &Client, base: &str, customer: &str) -> Result<Request, Failure> {
    Ok(http.put(format!("{base}/api/v0/customer/activate/{customer}")).build()?)
}

/// A `POST` with a JSON body.
///
/// # Errors
/// What reqwest says.
pub fn creation(
    http: &Client,
    base: &str,
    what: &str,
    body: &impl Serialize,
) -> Result<Request, Failure> {
    Ok(http.post(format!("{base}/api/v0/{what}")).json(body).build()?)
}

/// Adds the headers that enkash's `prepare` adds, and that reqwest leaves to the sending.
pub fn with_headers(request: RequestBuilder) -> RequestBuilder {
    request
        .header(USER_AGENT, HeaderValue::from_static("enkash-rust/0.1.0"))
        .header(ACCEPT, HeaderValue::from_static("application/json, */*;q=0.1"))
        .header(ACCEPT_ENCODING, HeaderValue::from_static("identity"))
}

/// The activation with these headers.
///
/// # Errors
/// What reqwest says.
pub fn whole_activation(http: &Client, base: &str, customer: &str) -> Result<Request, Failure> {
    let request = http.put(format!("{base}/api/v0/customer/activate/{customer}"));
    Ok(with_headers(request).build()?)
}

/// A `POST` with a JSON body and these headers.
///
/// # Errors
/// What reqwest says.
pub fn whole_creation(
    http: &Client,
    base: &str,
    what: &str,
    body: &impl Serialize,
) -> Result<Request, Failure> {
    Ok(with_headers(http.post(format!("{base}/api/v0/{what}")).json(body)).build()?)
}

/// Activates a customer.
///
/// # Errors
/// What reqwest and serde_json say.
pub async fn activate(
    http: &Client,
    base: &str,
    customer: &str,
) -> Result<Option<String>, Failure> {
    let url = format!("{base}/api/v0/customer/activate/{customer}");
    let response =
        http.put(url).bearer_auth(TOKEN).send().await?.error_for_status()?.bytes().await?;
    let envelope: Envelope<String> = serde_json::from_slice(&response)?;
    Ok(envelope.payload)
}
