//! reqwest and serde_json as they are: no check, no encoding of the path's value, no look at the
//! result code, no limits.

use reqwest::{Client, Request};
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
pub fn creation(http: &Client, base: &str, what: &str, body: &impl Serialize) -> Result<Request, Failure> {
    Ok(http.post(format!("{base}/api/v0/{what}")).json(body).build()?)
}

/// Activates a customer.
///
/// # Errors
/// What reqwest and serde_json say.
pub async fn activate(http: &Client, base: &str, customer: &str) -> Result<Option<String>, Failure> {
    let url = format!("{base}/api/v0/customer/activate/{customer}");
    let response = http.put(url).bearer_auth(TOKEN).send().await?.error_for_status()?.bytes().await?;
    let envelope: Envelope<String> = serde_json::from_slice(&response)?;
    Ok(envelope.payload)
}
