//! Values made from schemas: answers of operations without memory, and example requests.

mod pattern;
mod request;
mod sample;

use serde_json::{Map, Value, json};

pub use request::ExampleRequest;
pub(crate) use request::example;
pub(crate) use sample::{Extent, Sampler, Today};

use crate::assumptions::Assumption;
use crate::call::Outcome;
use crate::catalogue::Operation;

/// What an operation without memory answers: its documented shape with documented examples
/// where there are any, and success for a code.
pub(crate) fn generic(operation: &Operation, seed: u64, today: &Today) -> Outcome {
    let Some(schema) = operation.answer_schema() else {
        let body = json!({"response_code": 0, "response_message": "Success"});
        return Outcome::whole(body).assuming([Assumption::UndocumentedResponse]);
    };
    let mut value = Sampler::new(schema, Extent::Full, seed, today).sample();
    let text_only = operation.answer_media.as_deref() == Some("text/plain");
    if let (Value::String(text), true) = (&value, text_only) {
        return Outcome::text(text.as_str()).assuming([Assumption::SampledResponse]);
    }
    if let Value::Object(members) = &mut value {
        succeed(schema, members);
    }
    Outcome::whole(value).assuming([Assumption::SampledResponse])
}

/// A success carries no error, and its code and message are those of success.
fn succeed(schema: &Value, members: &mut Map<String, Value>) {
    members.remove("errorResponse");
    for (code, message) in [("response_code", "response_message"), ("code", "message")] {
        let documented = |name| member(schema, name).filter(|own| own.get("example").is_none());
        if let Some(own) = documented(code) {
            let zero = if own["type"] == "string" { json!("0") } else { json!(0) };
            members.insert(code.to_owned(), zero);
        }
        if documented(message).is_some() && members.contains_key(code) {
            members.insert(message.to_owned(), json!("Success"));
        }
    }
}

/// The schema of a member, behind references and in every part of an `allOf`.
pub(crate) fn member<'s>(schema: &'s Value, name: &str) -> Option<&'s Value> {
    within(schema, schema, name, 0)
}

fn within<'s>(root: &'s Value, schema: &'s Value, name: &str, depth: usize) -> Option<&'s Value> {
    if depth > 8 {
        return None;
    }
    if let Some(own) = schema["properties"].get(name) {
        return Some(resolve(root, own));
    }
    let referred = resolve(root, schema);
    if !std::ptr::eq(referred, schema) {
        return within(root, referred, name, depth + 1);
    }
    let parts = schema["allOf"].as_array().into_iter().flatten();
    parts.into_iter().find_map(|part| within(root, part, name, depth + 1))
}

/// The target of a reference, or the schema itself.
pub(crate) fn resolve<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    let pointer = schema["$ref"].as_str().and_then(|target| target.strip_prefix('#'));
    pointer.and_then(|pointer| root.pointer(pointer)).unwrap_or(schema)
}
