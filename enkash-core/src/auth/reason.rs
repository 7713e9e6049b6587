//! Why there is no token, in a line that can be printed and kept: the server's status, its name for the failure and its
//! message, without anything secret.

use http::StatusCode;

use super::Credentials;
use super::grant::TokenResponse;

/// The longest message of the server that is shown, in characters.
const LONGEST_MESSAGE: usize = 200;

/// A longer run of characters without a space is no word of a sentence, but may be a token.
const LONGEST_WORD: usize = 32;

/// `401 UNAUTHORIZED: "Bad credentials"`.
pub(super) fn describe(status: StatusCode, response: &TokenResponse, credentials: &Credentials) -> String {
    let mut reason = format!("status {}", status.as_u16());
    if let Some(name) = response.failure_name() {
        let name = without_secrets(name, credentials);
        // Everything else than a name is the server's own text.
        if name.len() <= 64 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            reason.push(' ');
            reason.push_str(&name);
        }
    }
    if let Some(message) = response.message() {
        let message = without_secrets(message, credentials);
        let mut shown: String = message.chars().take(LONGEST_MESSAGE).collect();
        if shown.len() < message.len() {
            shown.push('…');
        }
        reason.push_str(&format!(": {shown:?}"));
    }
    reason
}

/// The text with `***` in place of every part of the credentials and of whatever may be a token.
fn without_secrets(text: &str, credentials: &Credentials) -> String {
    let mut text = text.to_owned();
    for part in credentials.parts() {
        let mut encoded = String::new();
        crate::path::push_query_text(&mut encoded, part);
        for secret in [part, &encoded] {
            text = replace_in_any_case(&text, secret);
        }
    }
    let words = text.split(' ').map(|word| if word.chars().count() > LONGEST_WORD { "***" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

/// Servers write user names in capitals or in small letters, whichever they store.
fn replace_in_any_case(text: &str, secret: &str) -> String {
    let (lower, secret) = (text.to_ascii_lowercase(), secret.to_ascii_lowercase());
    let (mut clean, mut rest) = (String::with_capacity(text.len()), 0);
    // `to_ascii_lowercase` keeps every offset.
    for (at, found) in lower.match_indices(&secret) {
        clean.push_str(&text[rest..at]);
        clean.push_str("***");
        rest = at + found.len();
    }
    clean.push_str(&text[rest..]);
    clean
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OAuthCredentials;

    #[test]
    fn a_reason_names_the_failure_and_shows_no_secret() {
        let credentials = Credentials::oauth(OAuthCredentials {
            username: "User@example.com".into(),
            password: "p&ss w\u{f6}rd".into(),
            client_id: "CEK0TEST01".into(),
            client_secret: "not-a-real-secret".into(),
        })
        .unwrap();
        let long = "word ".repeat(100);
        let token = "t".repeat(33);
        for (body, expected) in [
            ("<html>".to_owned(), "status 401".to_owned()),
            (r#"{"error":"invalid_grant"}"#.into(), "status 401 invalid_grant".into()),
            (
                r#"{"errorResponse":{"errorType":"UNAUTHORIZED","errorMessage":"Bad credentials"}}"#.into(),
                r#"status 401 UNAUTHORIZED: "Bad credentials""#.into(),
            ),
            (
                r#"{"error":"see http://x","message":"a \"quoted\"\nline"}"#.into(),
                r#"status 401: "a \"quoted\"\nline""#.into(),
            ),
            (
                r#"{"message":"no user USER@EXAMPLE.COM or user%40example.com of CEK0TEST01, p&ss wörd"}"#
                    .into(),
                r#"status 401: "no user *** or *** of ***, ***""#.into(),
            ),
            (r#"{"error":"not-a-real-secret","message":"ok"}"#.into(), r#"status 401: "ok""#.into()),
            (format!(r#"{{"message":"got {token}"}}"#), r#"status 401: "got ***""#.into()),
            (
                format!(r#"{{"message":"{long}"}}"#),
                format!("status 401: \"{}…\"", long.chars().take(200).collect::<String>()),
            ),
        ] {
            let response = TokenResponse::read(body.as_bytes());
            assert_eq!(describe(StatusCode::UNAUTHORIZED, &response, &credentials), expected, "{body}");
        }
    }
}
