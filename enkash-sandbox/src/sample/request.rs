//! Example requests, which their operations accept.

use serde_json::{Map, Value};

use super::{Extent, Sampler, Today};
use crate::catalogue::{Location, Media, Operation};

/// A request that satisfies an operation's documented checks.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ExampleRequest {
    /// The method.
    pub method: http::Method,
    /// Path and query below the product's base URL, encoded.
    pub path_and_query: String,
    /// The documented headers beside authentication.
    pub headers: Vec<(String, String)>,
    /// Content type and content, where there is a body; before encryption, where it is encrypted.
    pub body: Option<(String, String)>,
}

/// Values that mean something to the sandbox, by field name.
pub(crate) type Known<'k> = [(&'static str, &'k str)];

/// An example with the required fields, or with all; fields that `known` names get its values.
pub(crate) fn example(
    operation: &Operation,
    extent: Extent,
    today: &Today,
    known: &Known<'_>,
) -> ExampleRequest {
    let mut path = operation.path().to_owned();
    let mut query = form_urlencoded::Serializer::new(String::new());
    let mut headers = Vec::new();
    for parameter in &operation.parameters {
        if !parameter.required && extent == Extent::Minimal {
            continue;
        }
        let sampler = Sampler::new(&parameter.schema, Extent::Minimal, 0, today);
        let sampled = || text(&sampler.sample(), &parameter.name);
        let value = lookup(known, &parameter.name).map_or_else(sampled, str::to_owned);
        match parameter.location {
            Location::Path => {
                let encoded = percent_encoding::utf8_percent_encode(
                    &value,
                    percent_encoding::NON_ALPHANUMERIC,
                );
                path = path.replace(&format!("{{{}}}", parameter.name), &encoded.to_string());
            }
            Location::Query => drop(query.append_pair(&parameter.name, &value)),
            Location::Header => headers.push((parameter.name.clone(), value)),
        }
    }
    let query = query.finish();
    if !query.is_empty() {
        path = format!("{path}?{query}");
    }
    ExampleRequest {
        method: operation.method().clone(),
        path_and_query: path,
        headers,
        body: body(operation, extent, today, known),
    }
}

fn lookup<'k>(known: &Known<'k>, name: &str) -> Option<&'k str> {
    known.iter().find(|(own, _)| *own == name).map(|(_, value)| *value)
}

/// Puts the known values into a sampled body, at any depth.
fn fill(value: &mut Value, known: &Known<'_>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, known)),
        Value::Object(members) => {
            for (name, member) in members.iter_mut() {
                match lookup(known, name) {
                    Some(text) if member.is_string() => *member = Value::String(text.to_owned()),
                    _ => fill(member, known),
                }
            }
        }
        _ => {}
    }
}

fn body(
    operation: &Operation,
    extent: Extent,
    today: &Today,
    known: &Known<'_>,
) -> Option<(String, String)> {
    let expected = operation.body.as_ref()?;
    let mut value = Sampler::new(&expected.schema, extent, 0, today).sample();
    fill(&mut value, known);
    let empty = Map::new();
    let members = value.as_object().unwrap_or(&empty);
    Some(match expected.media {
        Media::Json => ("application/json".to_owned(), value.to_string()),
        Media::Form => {
            let mut form = form_urlencoded::Serializer::new(String::new());
            form.extend_pairs(members.iter().map(|(name, value)| (name, text(value, name))));
            ("application/x-www-form-urlencoded".to_owned(), form.finish())
        }
        Media::Multipart => {
            let parts = members.iter().map(|(name, value)| {
                let head = format!("Content-Disposition: form-data; name=\"{name}\"");
                format!("--sandbox\r\n{head}\r\n\r\n{}\r\n", text(value, name))
            });
            let parts = parts.collect::<String>();
            ("multipart/form-data; boundary=sandbox".to_owned(), format!("{parts}--sandbox--\r\n"))
        }
    })
}

fn text(value: &Value, name: &str) -> String {
    match value {
        Value::String(text) if text.is_empty() => name.to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
