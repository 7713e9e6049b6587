//! Reads the answer of a token call, in every documented form.

use std::borrow::Cow;
use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value as Json;
use serde_json::value::RawValue;
use zeroize::Zeroizing;

/// How long a token is taken to be good where its answer does not say: the shortest life that the documents mention.
const UNSAID_LIFETIME: Duration = Duration::from_secs(300);

/// Below this, an `expiry` in milliseconds is no moment of this century, but a length of time.
const EARLIEST_MOMENT: u64 = 1_000_000_000_000;

/// What a token call brought.
pub(crate) struct Grant {
    /// `Bearer …`
    pub(crate) authorization: Zeroizing<String>,
    pub(crate) lifetime: Duration,
}

/// What else a token call can bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoGrant {
    /// JSON without a token: the server's way of saying no in a success status.
    Withheld,
    /// Nothing that a token service says.
    Unreadable,
}

/// The members by all their documented names. Unknown ones are skipped, wrong ones count as absent.
#[derive(Default)]
struct Members {
    token: Option<Zeroizing<String>>,
    /// Seconds.
    expires_in: Option<u64>,
    /// Milliseconds since 1970.
    expiry: Option<u64>,
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer of a token call")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
        let mut members = Members::default();
        while let Some(name) = map.next_key::<Cow<'_, str>>()? {
            match &*name {
                "access_token" | "accessToken" | "token" => {
                    members.token = map.next_value::<SecretText>()?.0.or(members.token);
                }
                "expires_in" | "expiresIn" => {
                    members.expires_in = number(map.next_value()?).or(members.expires_in)
                }
                "expiry" => members.expiry = number(map.next_value()?).or(members.expiry),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(members)
    }
}

/// A text that is wiped when it goes; nothing where it is empty or no text.
struct SecretText(Option<Zeroizing<String>>);

impl<'de> Deserialize<'de> for SecretText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?;
        let text = serde_json::from_str::<String>(raw.get()).ok().map(Zeroizing::new);
        Ok(SecretText(text.filter(|text| !text.is_empty())))
    }
}

fn number(json: Json) -> Option<u64> {
    match json {
        Json::Number(number) => number.as_u64(),
        Json::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Reads a success. `now` is the server's time.
pub(crate) fn read_grant(body: &[u8], now: SystemTime) -> Result<Grant, NoGrant> {
    let members: Members = serde_json::from_slice(body).map_err(|_| NoGrant::Unreadable)?;
    let token = members.token.ok_or(NoGrant::Withheld)?;
    let mut authorization = Zeroizing::new(String::with_capacity("Bearer ".len() + token.len()));
    authorization.push_str("Bearer ");
    authorization.push_str(&token);
    Ok(Grant { authorization, lifetime: lifetime(members.expires_in, members.expiry, now) })
}

fn lifetime(expires_in: Option<u64>, expiry: Option<u64>, now: SystemTime) -> Duration {
    match (expires_in, expiry) {
        (Some(seconds), _) => Duration::from_secs(seconds),
        (None, Some(milliseconds)) if milliseconds < EARLIEST_MOMENT => Duration::from_millis(milliseconds),
        (None, Some(milliseconds)) => {
            let now = now.duration_since(UNIX_EPOCH).unwrap_or_default();
            Duration::from_millis(milliseconds).saturating_sub(now)
        }
        (None, None) => UNSAID_LIFETIME,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(milliseconds: u64) -> SystemTime {
        UNIX_EPOCH + Duration::from_millis(milliseconds)
    }

    #[test]
    fn every_documented_answer_is_read() {
        for (json, seconds) in [
            (
                r#"{"access_token":"T","token_type":"bearer","refresh_token":"R","expires_in":86399,"scope":"a b"}"#,
                86_399,
            ),
            (r#"{"accessToken":"T","tokenType":"bearer","refreshToken":"R","expiresIn":86399}"#, 86_399),
            (r#"{"access_token":"T","expires_in":"86399"}"#, 86_399),
            (r#"{"token":"T","expiry":1800000000000,"resultCode":200,"resultMessage":"ok"}"#, 600),
            (r#"{"token":"T","expiry":"1800000000000"}"#, 600),
            (r#"{"token":"T","expiry":600000}"#, 600),
            (r#"{"token":"T","expiry":1700000000000}"#, 0),
            (r#"{"access_token":"T"}"#, 300),
            (r#"{"access_token":"T","expires_in":null}"#, 300),
            (r#"{"access_token":"T","expires_in":-1}"#, 300),
        ] {
            let grant = read_grant(json.as_bytes(), at(1_799_999_400_000)).ok().unwrap();
            assert_eq!(*grant.authorization, "Bearer T", "{json}");
            assert_eq!(grant.lifetime, Duration::from_secs(seconds), "{json}");
        }
    }

    #[test]
    fn an_answer_without_a_token_is_told_from_no_answer() {
        for json in ["{}", r#"{"access_token":""}"#, r#"{"token":null}"#, r#"{"resultCode":401,"token":7}"#] {
            assert_eq!(read_grant(json.as_bytes(), at(0)).err(), Some(NoGrant::Withheld), "{json}");
        }
        for text in ["", "<html>", "[]", "\"T\"", "{\"token\":\"T\""] {
            assert_eq!(read_grant(text.as_bytes(), at(0)).err(), Some(NoGrant::Unreadable), "{text}");
        }
    }
}
