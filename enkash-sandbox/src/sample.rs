//! Values made from schemas: responses of operations without memory, and example requests.

mod ids;
mod pattern;
mod request;
mod sampler;

use serde_json::{Map, Value, json};

pub(crate) use ids::{Ids, scramble};
pub use request::ExampleRequest;
pub(crate) use request::example;
pub(crate) use sampler::{Extent, Sampler, Today};

use crate::assumptions::Assumption;
use crate::catalogue::{Operation, property};
use crate::exchange::Outcome;

/// What an operation without memory returns: its documented shape with documented examples
/// where there are any, and success for a code.
pub(crate) fn generic(operation: &Operation, seed: u64, today: &Today) -> Outcome {
    let Some(schema) = operation.response_schema() else {
        let body = json!({"response_code": 0, "response_message": "Success"});
        return Outcome::whole(body).assuming([Assumption::UndocumentedResponse]);
    };
    let mut value = Sampler::new(schema, Extent::Full, seed, today).sample();
    let text_only = operation.response_media.as_deref() == Some("text/plain");
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
        let documented = |name| property(schema, name).filter(|own| own.get("example").is_none());
        if let Some(own) = documented(code) {
            let zero = if own["type"] == "string" { json!("0") } else { json!(0) };
            members.insert(code.to_owned(), zero);
        }
        if documented(message).is_some() && members.contains_key(code) {
            members.insert(message.to_owned(), json!("Success"));
        }
    }
}
