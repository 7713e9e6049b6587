//! progenitor 0.15: a client generated from `openapi.json` when this package is built
//! (`generate.rs`). The path's value is encoded.
//!
//! Left out: the check of the identifier (progenitor would link an engine of its own for a
//! pattern), retries, time limits, and a look at the result code.

use http::header::{AUTHORIZATION, HeaderMap, HeaderValue};

use super::TOKEN;
use crate::Failure;

#[allow(clippy::all, dead_code, unused_imports)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/activate.rs"));
}

pub use generated::Client;

/// A client that sends the token with every call.
///
/// # Errors
/// What reqwest says.
pub fn client(base: &str) -> Result<Client, Failure> {
    let mut headers = HeaderMap::new();
    headers.insert(AUTHORIZATION, HeaderValue::try_from(format!("Bearer {TOKEN}"))?);
    let http = reqwest::Client::builder().no_proxy().default_headers(headers).build()?;
    Ok(Client::new_with_client(base, http))
}

/// Activates a customer.
///
/// # Errors
/// What the generated client says.
pub async fn activate(client: &Client, customer: &str) -> Result<Option<String>, Failure> {
    Ok(client.activate_customer(customer).await?.into_inner().payload)
}
