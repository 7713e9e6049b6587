//! Whole responses, as bytes.

/// A response with this status and body, and the body's length.
#[must_use]
pub fn response(status: u16, body: &str) -> Vec<u8> {
    response_with(status, "Content-Type: application/json\r\n", body)
}

/// A response with these header lines, each with its line end.
#[must_use]
pub fn response_with(status: u16, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {status} Whatever\r\n{headers}Content-Length: {length}\r\n\r\n{body}")
        .into_bytes()
}

/// A success in the platform's envelope.
#[must_use]
pub fn done() -> Vec<u8> {
    response(200, r#"{"response_code":0,"response_message":"Success","payload":"done"}"#)
}

/// The response to a token request.
#[must_use]
pub fn token(text: &str, seconds: u64) -> Vec<u8> {
    response(
        200,
        &format!(r#"{{"access_token":"{text}","token_type":"bearer","expires_in":{seconds}}}"#),
    )
}
