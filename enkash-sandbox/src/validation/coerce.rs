//! Converts strings to the types of a schema.

use serde_json::Value;

/// Converts a string to the type of its schema, where possible.
pub(crate) fn coerce(text: &str, schema: &Value) -> Value {
    let read = match schema["type"].as_str() {
        Some("integer") => text.parse::<i64>().ok().map(Value::from),
        Some("number") => text.parse::<serde_json::Number>().ok().map(Value::Number),
        Some("boolean") => text.parse().ok().map(Value::Bool),
        _ => None,
    };
    read.unwrap_or_else(|| Value::String(text.to_owned()))
}
