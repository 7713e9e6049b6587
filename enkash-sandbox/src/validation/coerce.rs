//! Strings as the values that a schema means.

use serde_json::Value;

/// A string as the type that its schema asks for, where it can be read as that.
pub(crate) fn coerce(text: &str, schema: &Value) -> Value {
    let read = match schema["type"].as_str() {
        Some("integer") => text.parse::<i64>().ok().map(Value::from),
        Some("number") => text.parse::<serde_json::Number>().ok().map(Value::Number),
        Some("boolean") => text.parse().ok().map(Value::Bool),
        _ => None,
    };
    read.unwrap_or_else(|| Value::String(text.to_owned()))
}
