//! Describes a failed token request on one line without secrets: the server's status, its class of
//! the error and its message.

use http::StatusCode;

use super::TokenSource;
use super::credentials::Credentials;
use super::token_response::TokenResponse;

/// The maximum length of a server's message that is shown.
const MAX_MESSAGE_CHARS: usize = 200;

/// The maximum length of a word that is shown. A longer one may be a token.
const MAX_WORD_CHARS: usize = 20;

/// Describes a response, such as `status 401 UNAUTHORIZED: "Bad credentials"`.
pub(super) fn describe(
    status: StatusCode,
    response: &TokenResponse,
    credentials: &Credentials,
) -> String {
    let mut reason = format!("status {}", status.as_u16());
    // A string that repeats a part of the credentials is omitted as a whole, since a gap in it
    // could be guessed.
    let shown = |text: &&str| !repeats_secrets(text, credentials);
    if let Some(name) = response.failure_name().filter(|name| is_name(name)).filter(shown) {
        reason.push(' ');
        reason.push_str(name);
    }
    let message =
        response.message().map(str::trim).filter(|message| is_sentence(message)).filter(shown);
    if let Some(message) = message {
        reason.push_str(&format!(": \"{message}\""));
    }
    if status.is_success() {
        reason.push_str(", without a token");
    }
    reason
}

/// Returns the settings that may be wrong if no token was obtained; `response` is `None` if there
/// was no complete one.
pub(super) fn settings_to_check(
    source: &TokenSource,
    response: Option<(StatusCode, &TokenResponse)>,
) -> String {
    let product = source.product();
    let Some((status, response)) = response else {
        return format!("check the base URL of {product} and the network");
    };
    let parts: &[&str] = match (response.failure_name(), status.as_u16()) {
        // RFC 6749, section 5.2.
        (Some("invalid_client" | "unauthorized_client"), _) => &["client_id", "client_secret"],
        (Some("invalid_grant"), _) => &["username", "password"],
        (_, 400 | 401 | 403 | 422 | 423) => &[],
        // A login page, for wrong credentials or as the page of another server.
        (_, 302 | 303) => {
            return format!(
                "check the base URL of the token requests of {product}, and the credentials"
            );
        }
        (_, 200..=399 | 404 | 405 | 410) => {
            return format!("check the base URL of the token requests of {product}");
        }
        _ => return String::new(),
    };
    let credentials = source.account().credentials();
    let names = credentials.parts().into_iter().map(|(name, _)| name);
    // A key pair has none of the parts that the error is about.
    let all = !names.clone().any(|name| parts.contains(&name));
    let wrong: Vec<String> =
        names.filter(|name| all || parts.contains(name)).map(|name| format!("`{name}`")).collect();
    format!("check {} of `{}`", wrong.join(", "), credentials.type_name())
}

fn is_name(text: &str) -> bool {
    text.len() <= 64 && text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_')
}

/// Returns whether a message consists of plain words. Anything else may quote a number, an address
/// or mark-up, and is not shown.
fn is_sentence(text: &str) -> bool {
    text.len() <= MAX_MESSAGE_CHARS
        && text.chars().all(|sign| sign.is_alphabetic() || " .,:;!?'()*-_".contains(sign))
        && text.split(' ').all(|word| word.len() <= MAX_WORD_CHARS)
}

/// Returns whether a string repeats a part of the credentials, in any case: servers may change the
/// case of user names.
fn repeats_secrets(text: &str, credentials: &Credentials) -> bool {
    let text = text.to_lowercase();
    credentials.parts().iter().any(|(_, part)| {
        let mut encoded = String::new();
        crate::base::percent::push_query_text(&mut encoded, part);
        text.contains(&part.to_lowercase()) || text.contains(&encoded.to_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OAuthCredentials;

    #[test]
    fn a_reason_names_the_failure_and_shows_no_secret() {
        let credentials = Credentials::from(OAuthCredentials {
            username: "User@example.com".into(),
            password: "p&ss w\u{f6}rd".into(),
            client_id: "CEK0TEST01".into(),
            client_secret: "not-a-real-secret".into(),
        });
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
                "status 401".into(),
            ),
            (r#"{"error":"not-a-real-secret","message":"ok"}"#.into(), r#"status 401: "ok""#.into()),
            (r#"{"message":"wrong: P&SS W\u00d6RD"}"#.into(), "status 401".into()),
            (r#"{"message":"token abcdefghijklmnopqrstu is bad"}"#.into(), "status 401".into()),
            // Anything except words.
            (r#"{"error":"ABCDE1234F","message":"no mobile 9876543210"}"#.into(), "status 401".into()),
            (r#"{"message":"no user other@example.com"}"#.into(), "status 401".into()),
            (r#"{"message":"a \"quoted\"\nline"}"#.into(), "status 401".into()),
            (format!(r#"{{"message":"got {token}"}}"#), "status 401".into()),
            (format!(r#"{{"message":"{long}"}}"#), "status 401".into()),
        ] {
            let response = TokenResponse::read(body.as_bytes(), &crate::testing::TOKEN_RESPONSE);
            assert_eq!(describe(StatusCode::UNAUTHORIZED, &response, &credentials), expected, "{body}");
        }
    }
}
