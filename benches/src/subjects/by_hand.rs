//! reqwest with what enkash does around it, written by hand: the identifier is checked by a `regex`
//! and encoded, the call and the attempt have limits, the response has a maximum size, and its
//! error and result code are looked at.
//!
//! Left out: retries, the renewal of tokens, spans, redaction, and errors that say what happened to
//! the money.

use std::sync::LazyLock;
use std::time::Duration;

use http::header::{AUTHORIZATION, HeaderValue, USER_AGENT};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use regex::Regex;
use reqwest::{Client, Request, Response};
use tokio::time::timeout;

use super::TOKEN;
use super::plain::Envelope;
use crate::Failure;

const MOST: usize = 16 * 1024 * 1024;

const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

static CUSTOMER_ID: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^KC[A-Z0-9]{14}$").expect("the pattern is right"));

/// The activation, checked and encoded.
///
/// # Errors
/// The identifier is none.
pub fn activation(http: &Client, base: &str, customer: &str) -> Result<Request, Failure> {
    Ok(http.put(format!("{base}{}", path(customer)?)).build()?)
}

/// The same for whatever sends `http`'s requests.
///
/// # Errors
/// The identifier is none.
pub fn plain_activation(base: &str, customer: &str) -> Result<http::Request<()>, Failure> {
    Ok(http::Request::put(format!("{base}{}", path(customer)?)).body(())?)
}

fn path(customer: &str) -> Result<String, Failure> {
    if !CUSTOMER_ID.is_match(customer) {
        return Err("not a customer's identifier".into());
    }
    Ok(format!("/api/v0/customer/activate/{}", utf8_percent_encode(customer, SEGMENT)))
}

/// Activates a customer.
///
/// # Errors
/// The identifier is none, the call did not succeed, or its response says so.
pub async fn activate(
    http: &Client,
    base: &str,
    customer: &str,
) -> Result<Option<String>, Failure> {
    let mut request = activation(http, base, customer)?;
    add_headers(request.headers_mut());
    *request.timeout_mut() = Some(Duration::from_secs(30));
    let call = async {
        let response = http.execute(request).await?.error_for_status()?;
        read(&limited(response).await?)
    };
    timeout(Duration::from_secs(60), call).await?
}

/// The headers of every call.
pub fn add_headers(headers: &mut http::HeaderMap) {
    static BEARER: LazyLock<HeaderValue> = LazyLock::new(|| {
        let mut value =
            HeaderValue::try_from(format!("Bearer {TOKEN}")).expect("the token is plain text");
        value.set_sensitive(true);
        value
    });
    headers.insert(AUTHORIZATION, BEARER.clone());
    headers.insert(USER_AGENT, HeaderValue::from_static("by-hand/0.1"));
}

async fn limited(mut response: Response) -> Result<Vec<u8>, Failure> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if body.len() + chunk.len() > MOST {
            return Err("the response is too large".into());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// Reads a response, and looks at its error and its result code.
///
/// # Errors
/// It is no envelope, or tells of a failure.
pub fn read(body: &[u8]) -> Result<Option<String>, Failure> {
    let envelope: Envelope<String> = serde_json::from_slice(body)?;
    match envelope {
        Envelope { error: None, response_code: None | Some(0), payload, .. } => Ok(payload),
        Envelope { response_message, .. } => Err(response_message.unwrap_or_default().into()),
    }
}
