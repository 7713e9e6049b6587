//! Why there is no token, in a line that can be printed and kept: the server's status, its name for the failure and its
//! message, without anything secret.

use http::StatusCode;

use super::Credentials;
use super::grant::TokenResponse;

/// The longest message of the server that is shown.
const LONGEST_MESSAGE: usize = 200;

/// A longer run of letters is no word of a sentence, but may be a token.
const LONGEST_WORD: usize = 32;

/// `status 401 UNAUTHORIZED: "Bad credentials"`.
pub(super) fn describe(status: StatusCode, response: &TokenResponse, credentials: &Credentials) -> String {
    let mut reason = format!("status {}", status.as_u16());
    if let Some(name) = response.failure_name() {
        let name = without_secrets(name, credentials);
        if is_name(&name) {
            reason.push(' ');
            reason.push_str(&name);
        }
    }
    if let Some(message) = response.message() {
        let message = without_secrets(message.trim(), credentials);
        if is_sentence(&message) {
            reason.push_str(&format!(": \"{message}\""));
        }
    }
    reason
}

fn is_name(text: &str) -> bool {
    text.len() <= 64 && text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_')
}

/// Whether a message consists of a few words. Whatever else it may quote, such as a number, an address or a document's
/// mark-up, is nothing to show.
fn is_sentence(text: &str) -> bool {
    text.len() <= LONGEST_MESSAGE
        && text.chars().all(|sign| sign.is_alphabetic() || " .,:;!?'()*-_".contains(sign))
        && text.split(' ').all(|word| word.len() <= LONGEST_WORD)
}

/// The text with `***` in place of every part of the credentials.
fn without_secrets(text: &str, credentials: &Credentials) -> String {
    let mut text = text.to_owned();
    for part in credentials.parts() {
        let mut encoded = String::new();
        crate::path::push_query_text(&mut encoded, part);
        for secret in [part, &encoded] {
            text = replace_in_any_case(&text, secret);
        }
    }
    text
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
        let (long, token) = ("word ".repeat(41), "t".repeat(33));
        for (body, expected) in [
            ("<html>".to_owned(), "status 401".to_owned()),
            (r#"{"error":"invalid_grant"}"#.into(), "status 401 invalid_grant".into()),
            (
                r#"{"errorResponse":{"errorType":"UNAUTHORIZED","errorMessage":"Bad credentials"}}"#.into(),
                r#"status 401 UNAUTHORIZED: "Bad credentials""#.into(),
            ),
            (
                r#"{"message":"no user USER@EXAMPLE.COM or user%40example.com of CEK0TEST01, p&ss wörd"}"#
                    .into(),
                r#"status 401: "no user *** or *** of ***, ***""#.into(),
            ),
            (r#"{"error":"not-a-real-secret","message":"ok"}"#.into(), r#"status 401: "ok""#.into()),
            // More than words.
            (r#"{"error":"ABCDE1234F","message":"no mobile 9876543210"}"#.into(), "status 401".into()),
            (r#"{"message":"no user other@example.com"}"#.into(), "status 401".into()),
            (r#"{"message":"a \"quoted\"\nline"}"#.into(), "status 401".into()),
            (format!(r#"{{"message":"got {token}"}}"#), "status 401".into()),
            (format!(r#"{{"message":"{long}"}}"#), "status 401".into()),
        ] {
            let response = TokenResponse::read(body.as_bytes());
            assert_eq!(describe(StatusCode::UNAUTHORIZED, &response, &credentials), expected, "{body}");
        }
    }
}
