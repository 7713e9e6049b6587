//! Reads token responses.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use crate::base::repair::repair;
use crate::product::TokenResponseNames;
use crate::product::envelope::is_one_of;

/// The lifetime of a token whose response does not contain one, in seconds. It is short, since a
/// lifetime that is too short only costs a request, and one that is too long fails a call.
const UNSAID_LIFETIME: f64 = 300.0;

/// The minimum lifetime, in seconds. Shorter values are mistakes, such as an expiry before our
/// clock's time, and would make every call request a token.
const SHORTEST_LIFETIME: f64 = 60.0;

/// The maximum lifetime, in seconds. Longer values are mistakes as well, and would overflow the
/// clock.
const MAX_LIFETIME_SECONDS: f64 = 365.0 * 24.0 * 60.0 * 60.0;

/// The minimum of an expiry in milliseconds since 1970. Smaller values are lifetimes.
const EARLIEST_MOMENT: f64 = 1e12;

/// The fields of a token response. Unknown fields are skipped, those of an unexpected type count as
/// absent.
pub(crate) struct TokenResponse {
    names: &'static TokenResponseNames,
    pub(crate) token: Option<Zeroizing<String>>,
    /// The lifetime in seconds.
    expires_in: Option<f64>,
    /// The expiry in milliseconds since 1970, or the lifetime in milliseconds.
    expires_at: Option<f64>,
    /// The class of the error.
    error: Option<String>,
    /// The class of the error, in the object with details.
    error_type: Option<String>,
    code: Option<f64>,
    message: Option<String>,
}

impl TokenResponse {
    /// Reads a body; one that is not a JSON object has no fields.
    pub(crate) fn read(body: &[u8], names: &'static TokenResponseNames) -> Self {
        let mut found = TokenResponse {
            names,
            token: None,
            expires_in: None,
            expires_at: None,
            error: None,
            error_type: None,
            code: None,
            message: None,
        };
        if found.read_fields(body).is_err()
            && let Some(repaired) = repair(body).map(Zeroizing::new)
        {
            // Fields before a syntax error are kept.
            let _ = found.read_fields(&repaired);
        }
        found
    }

    /// Reads the fields of the object. What follows the object is ignored: it cannot invalidate a
    /// token.
    fn read_fields(&mut self, body: &[u8]) -> Result<(), serde_json::Error> {
        serde_json::Deserializer::from_slice(body).deserialize_map(FieldsVisitor(self))
    }

    /// Returns whether the body reports wrong credentials.
    pub(crate) fn refuses(&self) -> bool {
        let names = self.names;
        // Case-sensitive: a framework's error page contains `Unauthorized`, and need not come from
        // the token service.
        self.error.as_deref().is_some_and(|error| names.refusals.contains(&error))
            || self
                .error_type
                .as_deref()
                .is_some_and(|name| is_one_of(name, names.error_type_refusals))
            || self.code.is_some_and(|code| {
                names.code_refusals.iter().any(|refusal| *refusal as f64 == code)
            })
    }

    /// Returns the lifetime of the token. `now` is the server's time.
    pub(crate) fn lifetime(&self, now: SystemTime) -> Duration {
        let seconds = match (self.expires_in, self.expires_at) {
            (Some(seconds), _) => seconds,
            (None, Some(milliseconds)) if milliseconds < EARLIEST_MOMENT => milliseconds / 1000.0,
            (None, Some(milliseconds)) => {
                milliseconds / 1000.0
                    - now.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64()
            }
            (None, None) => UNSAID_LIFETIME,
        };
        Duration::from_secs_f64(seconds.clamp(SHORTEST_LIFETIME, MAX_LIFETIME_SECONDS))
    }

    /// Returns the server's class of the failure.
    pub(crate) fn failure_name(&self) -> Option<&str> {
        self.error_type.as_deref().or(self.error.as_deref())
    }

    /// Returns the server's message about the failure, which can repeat values of the request.
    pub(crate) fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

/// Adds fields to those already read, so that a truncated body loses nothing.
struct FieldsVisitor<'a>(&'a mut TokenResponse);

impl<'de> Visitor<'de> for FieldsVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the response of a token request")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let FieldsVisitor(found) = self;
        while let Some(name) = map.next_key::<Cow<'_, str>>()? {
            let is = |names: &[&str]| names.contains(&&*name);
            let names = found.names;
            if is(names.token) {
                found.token = string(map.next_value()?).or(found.token.take());
            } else if is(names.expires_in) {
                found.expires_in = number(map.next_value()?).or(found.expires_in.take());
            } else if is(names.expires_at) {
                found.expires_at = number(map.next_value()?).or(found.expires_at.take());
            } else if is(names.error) {
                found.error = words(map.next_value()?).or(found.error.take());
            } else if is(names.code) {
                found.code = number(map.next_value()?).or(found.code.take());
            } else if is(names.error_response) {
                let details: HashMap<Cow<'_, str>, &RawValue> =
                    serde_json::from_str(map.next_value::<&RawValue>()?.get()).unwrap_or_default();
                let detail =
                    |names: &[&str]| names.iter().find_map(|name| words(details.get(*name)?));
                found.error_type = detail(names.error_type).or(found.error_type.take());
                found.message = detail(names.error_message).or(found.message.take());
            } else if is(names.message) {
                let message = words(map.next_value()?);
                found.message = found.message.take().or(message);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// Returns a non-empty string, which is zeroed on drop.
fn string(json: &RawValue) -> Option<Zeroizing<String>> {
    let text = serde_json::from_str::<String>(json.get()).ok().map(Zeroizing::new)?;
    // Some servers include the scheme.
    let token = text.strip_prefix("Bearer ").unwrap_or(&text);
    (!token.is_empty()).then(|| Zeroizing::new(token.to_owned()))
}

fn words(json: &RawValue) -> Option<String> {
    serde_json::from_str::<String>(json.get()).ok().filter(|text| !text.trim().is_empty())
}

/// Parses a number from 0, also in a string, also one out of range (`1e400`).
fn number(json: &RawValue) -> Option<f64> {
    let number: f64 = json.get().trim_matches('"').trim().parse().ok()?;
    (number >= 0.0).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::TOKEN_RESPONSE;

    fn read(body: &[u8]) -> TokenResponse {
        TokenResponse::read(body, &TOKEN_RESPONSE)
    }

    fn at(milliseconds: u64) -> SystemTime {
        UNIX_EPOCH + Duration::from_millis(milliseconds)
    }

    #[test]
    fn a_token_is_read_from_every_documented_form_and_never_lost_over_its_lifetime() {
        const YEAR: u64 = 365 * 24 * 60 * 60;
        for (json, seconds) in [
            (
                r#"{"access_token":"T","token_type":"bearer","refresh_token":"R","expires_in":86399,"scope":"a b"}"#,
                86_399,
            ),
            (
                r#"{"accessToken":"T","tokenType":"bearer","refreshToken":"R","expiresIn":86399}"#,
                86_399,
            ),
            (r#"{"access_token":"T","expires_in":"86399"}"#, 86_399),
            (r#"{"access_token":"T","expires_in":86399.0}"#, 86_399),
            (r#"{"token":"T","expiry":1800000000000,"resultCode":200,"resultMessage":"ok"}"#, 600),
            (r#"{"token":"T","expiry":"1800000000000"}"#, 600),
            (r#"{"token":"T","expiry":600000}"#, 600),
            ("\u{feff}{\"token\":\"T\",\"expiry\":600000}\u{0}", 600),
            (r#"{"access_token":"Bearer T","expires_in":600}"#, 600),
            (r#"{"access_token":"T","expires_in":600,"scope":"cut"#, 600),
            (r#"{"message":"cut \ud83d","access_token":"T","expires_in":600}"#, 600),
            // An expiry in the past, and lifetimes that are too short.
            (r#"{"token":"T","expiry":1700000000000}"#, 60),
            (r#"{"access_token":"T","expires_in":0}"#, 60),
            (r#"{"access_token":"T","expires_in":1e-400}"#, 60),
            (r#"{"access_token":"T","expires_in":1e400}"#, YEAR),
            (r#"{"access_token":"T","expires_in":99999999999999999999999}"#, YEAR),
            (r#"{"token":"T","expiry":1e400}"#, YEAR),
            (r#"{"access_token":"T"}"#, 300),
            (r#"{"access_token":"T","expires_in":null,"expiry":"soon"}"#, 300),
            (r#"{"access_token":"T","expires_in":-1}"#, 300),
            (r#"{"access_token":"T","expires_in":-1e400}"#, 300),
            (r#"{"access_token":"T","expires_in":"NaN"}"#, 300),
            (r#"{"access_token":"T","expires_in":{"a":[1e400]},"errorResponse":7}"#, 300),
        ] {
            let response = read(json.as_bytes());
            assert_eq!(response.token.as_ref().map(|token| &***token), Some("T"), "{json}");
            assert_eq!(
                response.lifetime(at(1_799_999_400_000)),
                Duration::from_secs(seconds),
                "{json}"
            );
        }
    }

    #[test]
    fn a_character_that_cannot_be_read_hides_neither_token_nor_refusal() {
        let token = read(b"{\"access_token\":\"T\",\"message\":\"caf\xe9\"}");
        assert_eq!(token.token.as_ref().map(|token| &***token), Some("T"));
        for body in [
            &b"{\"error_description\":\"caf\xe9\",\"error\":\"invalid_grant\"}"[..],
            b"{\"caf\xe9\":1,\"error\":\"invalid_grant\"}",
            br#"{"error":"invalid_grant","error_description":"Bad cred"#,
        ] {
            assert!(read(body).refuses(), "{}", body.escape_ascii());
        }
    }

    #[test]
    fn a_body_without_a_token_has_none() {
        for text in [
            "",
            "<html>",
            "[]",
            "\"T\"",
            "{}",
            r#"{"access_token":""}"#,
            r#"{"token":null}"#,
            r#"{"token":7}"#,
            r#"{"access_token":"T"#,
            r#"{"payload":{"token":"T"}}"#,
        ] {
            assert!(read(text.as_bytes()).token.is_none(), "{text}");
        }
    }

    #[test]
    fn only_the_words_for_wrong_credentials_refuse() {
        for (json, refuses) in [
            (r#"{"error":"invalid_client"}"#, true),
            (r#"{"error":"invalid_grant","error_description":"Bad credentials"}"#, true),
            (r#"{"error":"unauthorized_client"}"#, true),
            (r#"{"error":"unauthorized"}"#, true),
            (r#"{"error":"Unauthorized","status":401,"path":"/oauth/token"}"#, false),
            (r#"{"errorResponse":{"errorType":"UNAUTHORIZED","errorMessage":"no"}}"#, true),
            (r#"{"resultCode":401,"resultMessage":"no"}"#, true),
            (r#"{"resultCode":"401"}"#, true),
            (r#"{"error":"invalid_request"}"#, false),
            (r#"{"error":"invalid_token"}"#, false),
            (r#"{"error":true}"#, false),
            (r#"{"error":{"error":"invalid_client"}}"#, false),
            (r#"{"errorResponse":{"errorType":"SYSTEM_ERROR"}}"#, false),
            (r#"{"resultCode":400}"#, false),
            (r#"{"message":"unauthorized"}"#, false),
            ("<html>unauthorized</html>", false),
        ] {
            assert_eq!(read(json.as_bytes()).refuses(), refuses, "{json}");
        }
    }
}
