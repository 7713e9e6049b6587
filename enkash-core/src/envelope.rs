//! The envelope around every answer, in all its documented spellings.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;

use crate::value::{Spelling, read_spelling};

/// What an answer consists of: `{errorResponse, payload, response_code, response_message}` and its cousins.
///
/// Every member is optional and nullable; unknown members are skipped.
#[derive(Debug)]
pub struct Envelope<T> {
    pub(crate) payload: Option<T>,
    pub(crate) words: Words,
}

impl<T> Envelope<T> {
    pub(crate) fn bare(payload: T) -> Self {
        Envelope { payload: Some(payload), words: Words::default() }
    }
}

/// What an envelope says beside its payload.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) code: Code,
    pub(crate) message: Option<String>,
    pub(crate) failure: Option<Box<Failure>>,
    /// Whether any member was one of the envelope's.
    pub(crate) recognised: bool,
}

/// The result code: a number, mostly, or a text that holds one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Code {
    #[default]
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
        read_spelling(deserializer, |spelling| match spelling {
            Spelling::Signed(number) => Code::Number(number),
            Spelling::Unsigned(number) => number.try_into().map_or(Code::Other, Code::Number),
            Spelling::Text(text) => text.trim().parse().map_or(Code::Other, Code::Number),
            Spelling::Json(Json::Null) => Code::Absent,
            Spelling::Json(Json::Number(number)) => number.as_i64().map_or(Code::Other, Code::Number),
            Spelling::Bool(_) | Spelling::Float(_) | Spelling::Json(_) => Code::Other,
        })
    }
}

/// A text, whatever it comes as; nothing where it is `null`.
#[derive(Default)]
struct Said(Option<String>);

impl Said {
    /// The text, if it says anything.
    fn something(self) -> Option<String> {
        self.0.filter(|text| !text.trim().is_empty())
    }
}

impl<'de> Deserialize<'de> for Said {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_spelling(deserializer, |spelling| match spelling {
            Spelling::Json(Json::Null) => Said(None),
            other => Said(Some(other.text().into_owned())),
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

    fn of_message(message: impl fmt::Display) -> Self {
        Failure { message: Said(Some(message.to_string())).something(), ..Failure::default() }
    }
}

impl<'de> Deserialize<'de> for Failure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FailureMembers)
    }
}

struct FailureMembers;

impl<'de> Visitor<'de> for FailureMembers {
    type Value = Failure;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("what went wrong")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Failure, A::Error> {
        let mut failure = Failure::default();
        while let Some(member) = map.next_key()? {
            match member {
                FailureMember::ErrorType => failure.error_type = map.next_value::<Said>()?.something(),
                FailureMember::Message => failure.message = map.next_value::<Said>()?.something(),
                FailureMember::RequestId => failure.request_id = map.next_value::<Said>()?.something(),
                FailureMember::Timestamp => failure.timestamp = map.next_value::<Said>()?.something(),
                FailureMember::SubErrors => {
                    failure.sub_errors = match map.next_value()? {
                        Json::Array(errors) => errors,
                        Json::Null => Vec::new(),
                        other => vec![other],
                    }
                }
                FailureMember::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(failure)
    }

    fn visit_unit<E>(self) -> Result<Failure, E> {
        Ok(Failure::default())
    }

    fn visit_str<E>(self, text: &str) -> Result<Failure, E> {
        Ok(Failure::of_message(text))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Failure, E> {
        Ok(Failure::of_message(value))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Failure, E> {
        Ok(Failure::of_message(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Failure, E> {
        Ok(Failure::of_message(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Failure, E> {
        Ok(Failure::of_message(number))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Failure, A::Error> {
        Json::deserialize(serde::de::value::SeqAccessDeserializer::new(list)).map(Failure::of_message)
    }
}

/// Names of members, and what each means.
macro_rules! members {
    ($(#[$docs:meta])* $ty:ident { $($($name:literal)|+ => $member:ident,)* }) => {
        $(#[$docs])*
        enum $ty {
            $($member,)*
            Other,
        }

        impl<'de> Deserialize<'de> for $ty {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Name;

                impl Visitor<'_> for Name {
                    type Value = $ty;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("the name of a member")
                    }

                    fn visit_str<E>(self, name: &str) -> Result<$ty, E> {
                        Ok(match name {
                            $($($name)|+ => $ty::$member,)*
                            _ => $ty::Other,
                        })
                    }
                }

                deserializer.deserialize_identifier(Name)
            }
        }
    };
}

members! {
    /// The envelope's members, by the names that occur in the documents.
    Member {
        "payload" | "data" | "paylod" => Payload,
        "response_code" | "code" => Code,
        "response_message" | "message" | "resultMessage" => Message,
        "errorResponse" => Failure,
    }
}

members! {
    /// The members of `errorResponse`.
    FailureMember {
        "errorType" => ErrorType,
        // The second one is how a number comes where some crate has switched on serde_json's `arbitrary_precision`.
        "errorMessage" | "$serde_json::private::Number" => Message,
        "apiSubErrors" => SubErrors,
        "requestId" => RequestId,
        "timestamp" => Timestamp,
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
        let mut payload = None;
        let mut words = Words::default();
        while let Some(member) = map.next_key()? {
            match member {
                Member::Payload => {
                    payload = map.next_value::<Option<T>>()?.or(payload);
                    words.recognised = true;
                }
                member => words.hear(member, &mut map)?,
            }
        }
        Ok(Envelope { payload, words })
    }
}

impl Words {
    /// Reads a member that is not the payload.
    fn hear<'de, A: MapAccess<'de>>(&mut self, member: Member, map: &mut A) -> Result<(), A::Error> {
        self.recognised |= !matches!(member, Member::Other);
        match member {
            Member::Code => self.code = map.next_value()?,
            Member::Message => self.message = map.next_value::<Said>()?.0.or(self.message.take()),
            Member::Failure => {
                let failure: Failure = map.next_value()?;
                self.failure = failure.says_something().then(|| Box::new(failure));
            }
            Member::Payload | Member::Other => {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
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
            assert_eq!(envelope.words.code, Code::Number(0), "{json}");
            assert_eq!(envelope.words.message.as_deref(), Some("Success"), "{json}");
            assert!(envelope.words.failure.is_none() && envelope.words.recognised, "{json}");
        }
    }

    #[test]
    fn members_of_any_type_are_borne() {
        let envelope =
            read(r#"{"payload":null,"code":{"x":1},"message":["a"],"errorResponse":"no such thing"}"#);
        assert!(envelope.payload.is_none());
        assert_eq!(envelope.words.code, Code::Other);
        assert_eq!(envelope.words.message.as_deref(), Some(r#"["a"]"#));
        assert_eq!(envelope.words.failure.unwrap().message.as_deref(), Some("no such thing"));
        assert_eq!(read(r#"{"code":1.5}"#).words.code, Code::Other);
        assert_eq!(read(r#"{"code":"E1"}"#).words.code, Code::Other);
        assert!(!read("{}").words.recognised);
    }

    #[test]
    fn an_error_without_words_is_no_error() {
        for json in
            ["{}", "null", r#"{"errorType":null,"errorMessage":"","apiSubErrors":[],"requestId":"r"}"#]
        {
            assert!(read(&format!(r#"{{"errorResponse":{json}}}"#)).words.failure.is_none(), "{json}");
        }
    }
}
