//! The envelope around every answer, in all its documented spellings.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value as Json;

/// What an answer consists of: `{errorResponse, payload, response_code, response_message}` and its cousins.
///
/// Every member is optional and nullable; unknown members are skipped.
#[derive(Debug)]
pub struct Envelope<T> {
    pub(crate) payload: Option<T>,
    pub(crate) code: Code,
    pub(crate) message: Option<String>,
    pub(crate) failure: Option<Box<Failure>>,
    /// Whether any member was one of the envelope's.
    pub(crate) recognised: bool,
}

impl<T> Envelope<T> {
    pub(crate) fn bare(payload: T) -> Self {
        Envelope {
            payload: Some(payload),
            code: Code::Absent,
            message: None,
            failure: None,
            recognised: false,
        }
    }
}

/// The result code: a number, mostly, or a text that holds one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Code {
    Absent,
    Number(i64),
    /// Something else, which no document calls a success.
    Other,
}

impl Code {
    pub(crate) const fn number(self) -> Option<i64> {
        match self {
            Code::Number(number) => Some(number),
            Code::Absent | Code::Other => None,
        }
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Json::deserialize(deserializer)? {
            Json::Null => Code::Absent,
            Json::Number(number) => number.as_i64().map_or(Code::Other, Code::Number),
            Json::String(text) => text.trim().parse().map_or(Code::Other, Code::Number),
            _ => Code::Other,
        })
    }
}

/// The member `errorResponse`.
#[derive(Debug, Default)]
pub(crate) struct Failure {
    pub(crate) error_type: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) sub_errors: Vec<Json>,
    pub(crate) request_id: Option<String>,
    pub(crate) timestamp: Option<String>,
}

impl Failure {
    /// Whether it says anything: a type, a message or a single error. An empty object stands in some successes.
    pub(crate) fn says_something(&self) -> bool {
        self.error_type.is_some() || self.message.is_some() || !self.sub_errors.is_empty()
    }

    fn from_json(json: Json) -> Self {
        match json {
            Json::Object(mut members) => {
                let mut text = |name: &str| members.remove(name).and_then(non_empty_text);
                Failure {
                    error_type: text("errorType"),
                    message: text("errorMessage"),
                    request_id: text("requestId"),
                    timestamp: text("timestamp"),
                    sub_errors: match members.remove("apiSubErrors") {
                        Some(Json::Array(errors)) => errors,
                        Some(Json::Null) | None => Vec::new(),
                        Some(other) => vec![other],
                    },
                }
            }
            other => Failure { message: non_empty_text(other), ..Failure::default() },
        }
    }
}

fn non_empty_text(json: Json) -> Option<String> {
    match json {
        Json::Null => None,
        Json::String(text) => (!text.trim().is_empty()).then_some(text),
        other => Some(other.to_string()),
    }
}

/// The members, by the names that occur in the documents.
enum Member {
    Payload,
    Code,
    Message,
    Failure,
    Other,
}

impl<'de> Deserialize<'de> for Member {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;

        impl Visitor<'_> for Name {
            type Value = Member;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a member")
            }

            fn visit_str<E>(self, name: &str) -> Result<Member, E> {
                Ok(match name {
                    "payload" | "data" | "paylod" => Member::Payload,
                    "response_code" | "code" => Member::Code,
                    "response_message" | "message" | "resultMessage" => Member::Message,
                    "errorResponse" => Member::Failure,
                    _ => Member::Other,
                })
            }
        }

        deserializer.deserialize_identifier(Name)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Envelope<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members(PhantomData))
    }
}

struct Members<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Members<T> {
    type Value = Envelope<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an envelope")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Envelope<T>, A::Error> {
        let mut envelope =
            Envelope { payload: None, code: Code::Absent, message: None, failure: None, recognised: false };
        while let Some(member) = map.next_key()? {
            envelope.recognised |= !matches!(member, Member::Other);
            match member {
                Member::Payload => envelope.payload = map.next_value::<Option<T>>()?.or(envelope.payload),
                Member::Code => envelope.code = map.next_value()?,
                Member::Message => envelope.message = map.next_value::<Message>()?.0.or(envelope.message),
                Member::Failure => {
                    let failure = Failure::from_json(map.next_value()?);
                    envelope.failure = failure.says_something().then(|| Box::new(failure));
                }
                Member::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(envelope)
    }
}

/// A message: text, or whatever else, as its text.
struct Message(Option<String>);

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;

        impl<'de> Visitor<'de> for Words {
            type Value = Message;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a message")
            }

            fn visit_str<E>(self, text: &str) -> Result<Message, E> {
                Ok(Message(Some(text.to_owned())))
            }

            fn visit_unit<E>(self) -> Result<Message, E> {
                Ok(Message(None))
            }

            fn visit_bool<E>(self, value: bool) -> Result<Message, E> {
                Ok(Message(Some(value.to_string())))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Message, E> {
                Ok(Message(Some(value.to_string())))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Message, E> {
                Ok(Message(Some(value.to_string())))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Message, E> {
                Ok(Message(Some(value.to_string())))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Message, A::Error> {
                let json = Json::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Ok(Message(non_empty_text(json)))
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, seq: A) -> Result<Message, A::Error> {
                let json = Json::deserialize(serde::de::value::SeqAccessDeserializer::new(seq))?;
                Ok(Message(non_empty_text(json)))
            }
        }

        deserializer.deserialize_any(Words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Envelope<crate::Text> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn every_documented_spelling_is_one_envelope() {
        for json in [
            r#"{"payload":"done","response_code":0,"response_message":"Success"}"#,
            r#"{"data":"done","code":0,"message":"Success"}"#,
            r#"{"response_message":"Success","paylod":"done","response_code":"0","errorResponse":null}"#,
            r#"{"errorResponse":{},"x":[1],"payload":"done","code":" 0 ","message":"Success"}"#,
        ] {
            let envelope = read(json);
            assert_eq!(envelope.payload.as_deref(), Some("done"), "{json}");
            assert_eq!(envelope.code, Code::Number(0), "{json}");
            assert_eq!(envelope.message.as_deref(), Some("Success"), "{json}");
            assert!(envelope.failure.is_none() && envelope.recognised, "{json}");
        }
    }

    #[test]
    fn members_of_any_type_are_borne() {
        let envelope =
            read(r#"{"payload":null,"code":{"x":1},"message":["a"],"errorResponse":"no such thing"}"#);
        assert!(envelope.payload.is_none());
        assert_eq!(envelope.code, Code::Other);
        assert_eq!(envelope.message.as_deref(), Some(r#"["a"]"#));
        assert_eq!(envelope.failure.unwrap().message.as_deref(), Some("no such thing"));
        assert_eq!(read(r#"{"code":1.5}"#).code, Code::Other);
        assert_eq!(read(r#"{"code":"E1"}"#).code, Code::Other);
        assert!(!read("{}").recognised);
    }

    #[test]
    fn an_error_without_words_is_no_error() {
        for json in
            ["{}", "null", r#"{"errorType":null,"errorMessage":"","apiSubErrors":[],"requestId":"r"}"#]
        {
            assert!(read(&format!(r#"{{"errorResponse":{json}}}"#)).failure.is_none(), "{json}");
        }
    }
}
