//! Requests held against the documents.

mod body;
mod errors;
mod memory;
mod multipart;
mod rules;

use serde_json::Value;

use crate::catalogue::{Operation, Parameter, Place};
use crate::exchange::{Arrived, Violation};
pub(crate) use body::{Parsed, parse};

/// The rules that the request breaks, parameters first; of a body that breaks more than a hundred, the first hundred.
pub(crate) fn violations(operation: &Operation, arrived: &Arrived<'_>, body: &Parsed) -> Vec<Violation> {
    let mut found = Vec::new();
    for parameter in &operation.parameters {
        check_parameter(parameter, arrived, &mut found);
    }
    match (&operation.body, body) {
        (Some(expected), Parsed::Nothing) if expected.required => {
            found.push(Violation::new("body", "is required"));
        }
        (Some(expected), Parsed::Value(value)) => {
            found.extend(errors::violations(&expected.validator, value));
        }
        _ => {}
    }
    found
}

/// How `answer` differs from what the operation's documents promise.
pub(crate) fn misfits(operation: &Operation, answer: &Value) -> Vec<Violation> {
    operation.answer_validator().map_or_else(Vec::new, |validator| errors::violations(validator, answer))
}

fn check_parameter(parameter: &Parameter, arrived: &Arrived<'_>, found: &mut Vec<Violation>) {
    let name = parameter.name.as_str();
    let value = match parameter.place {
        Place::Path => lookup(arrived.path.iter().map(|(own, value)| (*own, value)), name),
        Place::Query => lookup(arrived.query.iter().map(|(own, value)| (own.as_str(), value)), name),
        Place::Header => arrived.header(name),
    };
    match value {
        None | Some("") if parameter.required => found.push(Violation::new(name, "is required")),
        None => {}
        Some(text) => {
            let value = coerce(text, &parameter.schema);
            let errors = parameter.validator.iter_errors(&value);
            let rules = errors.flat_map(|error| rules::describe(&error));
            found.extend(rules.map(|rule| Violation::new(name, rule.message)));
        }
    }
}

fn lookup<'a>(mut pairs: impl Iterator<Item = (&'a str, &'a String)>, name: &str) -> Option<&'a str> {
    pairs.find(|(own, _)| *own == name).map(|(_, value)| value.as_str())
}

/// A text as the type that its schema asks for, where it can be read as that.
pub(crate) fn coerce(text: &str, schema: &Value) -> Value {
    let read = match schema["type"].as_str() {
        Some("integer") => text.parse::<i64>().ok().map(Value::from),
        Some("number") => text.parse::<serde_json::Number>().ok().map(Value::Number),
        Some("boolean") => text.parse().ok().map(Value::Bool),
        _ => None,
    };
    read.unwrap_or_else(|| Value::String(text.to_owned()))
}
