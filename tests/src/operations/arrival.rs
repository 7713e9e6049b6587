//! Whether what an answer says has arrived in its type.

use std::fmt::Debug;

use enkash_core::{Json, Reply};
use serde::Serialize;

/// Asserts that the typed payload, written again, has every value that the payload had as it came.
///
/// A member that the type does not declare must be one that the documents do not show either: the sandbox answers with
/// what they show and nothing else, so each of its members has to be there.
pub(super) fn assert_arrived<T: Serialize + Debug>(name: &str, reply: &Reply<T>, bare: bool) {
    let Some(came) = super::raw_payload(reply.raw(), bare) else { return };
    let Some(payload) = &reply.payload else {
        panic!("{name}: the answer has a payload, the reply has none: {came}");
    };
    let typed = serde_json::to_value(payload).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut lost = Vec::new();
    compare(&came, &typed, "payload", &mut lost);
    assert!(lost.is_empty(), "{name}: did not arrive in the type: {lost:#?}\n{came:#}\n{typed:#}");
}

fn compare(came: &Json, typed: &Json, at: &str, lost: &mut Vec<String>) {
    match (came, typed) {
        (Json::Object(came), Json::Object(typed)) => {
            for (member, value) in came.iter().filter(|(_, value)| !value.is_null()) {
                match typed.get(member) {
                    Some(typed) => compare(value, typed, &format!("{at}.{member}"), lost),
                    None => lost.push(format!("{at}.{member}")),
                }
            }
        }
        (Json::Array(came), Json::Array(typed)) if came.len() == typed.len() => {
            for (index, (value, typed)) in came.iter().zip(typed).enumerate() {
                compare(value, typed, &format!("{at}[{index}]"), lost);
            }
        }
        // A number may come as a text and the other way round, 10.0 may be written 10, and a type may spell a date anew.
        (came, typed) if text(came) == text(typed) => {}
        (came, typed) if number(came).is_some() && number(came) == number(typed) => {}
        (came, typed) => lost.push(format!("{at}: {came} became {typed}")),
    }
}

fn text(json: &Json) -> String {
    match json {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn number(json: &Json) -> Option<f64> {
    text(json).parse().ok()
}
