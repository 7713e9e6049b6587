//! Checks requests against the API reference.

mod body;
mod coerce;
mod errors;
mod memory;
mod multipart;
mod rules;

use serde_json::Value;

use self::coerce::coerce;
use crate::catalogue::{Location, Operation, Parameter};
use crate::exchange::{RawRequest, Violation};
pub(crate) use body::{Parsed, parse};

/// The rules that the request breaks, parameters first; of a body that breaks more than a hundred,
/// the first hundred.
pub(crate) fn violations(
    operation: &Operation,
    request: &RawRequest<'_>,
    body: &Parsed,
) -> Vec<Violation> {
    let mut found = Vec::new();
    for parameter in &operation.parameters {
        check_parameter(parameter, request, &mut found);
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

/// How `response` differs from the documented schema of the operation's responses.
pub(crate) fn schema_violations(operation: &Operation, response: &Value) -> Vec<Violation> {
    operation
        .response_validator()
        .map_or_else(Vec::new, |validator| errors::violations(validator, response))
}

fn check_parameter(parameter: &Parameter, request: &RawRequest<'_>, found: &mut Vec<Violation>) {
    let name = parameter.name.as_str();
    let value = match parameter.location {
        Location::Path => lookup(request.path.iter().map(|(own, value)| (*own, value)), name),
        Location::Query => {
            lookup(request.query.iter().map(|(own, value)| (own.as_str(), value)), name)
        }
        Location::Header => request.header(name),
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

fn lookup<'a>(
    mut pairs: impl Iterator<Item = (&'a str, &'a String)>,
    name: &str,
) -> Option<&'a str> {
    pairs.find(|(own, _)| *own == name).map(|(_, value)| value.as_str())
}
