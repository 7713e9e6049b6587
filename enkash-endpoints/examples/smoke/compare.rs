//! Compares a payload with its schema. What it reports are names and types of fields: a value of a
//! response can be anybody's personal data.

use std::collections::BTreeSet;

use enkash_endpoints::{EndpointInfo, Json};

/// How a payload differs from its schema. The elements of a list count as one: a field that one of
/// them has is there.
#[derive(Default)]
pub(crate) struct Comparison {
    documented: BTreeSet<String>,
    present: BTreeSet<String>,
    undocumented: BTreeSet<String>,
    of_another_type: BTreeSet<String>,
    pub(crate) empty_lists: BTreeSet<String>,
}

impl Comparison {
    pub(crate) fn of(document: &Json, schema: &Json, payload: &Json) -> Self {
        let mut comparison = Comparison::default();
        comparison.compare(document, schema, payload, "payload");
        comparison
    }

    pub(crate) fn differences(&self) -> impl Iterator<Item = String> {
        let missing = self.documented.difference(&self.present);
        let missing = missing.map(|path| format!("missing field: {path}"));
        let undocumented =
            self.undocumented.iter().map(|path| format!("undocumented field: {path}"));
        missing.chain(undocumented).chain(self.of_another_type.iter().cloned())
    }

    fn compare(&mut self, document: &Json, schema: &Json, value: &Json, path: &str) {
        let schema = resolve(document, schema);
        if value.is_null() {
            return;
        }
        if let Some(difference) = wrong_type(schema, value) {
            self.of_another_type.insert(format!("{path} {difference}"));
            return;
        }
        match value {
            Json::Array(items) => {
                if items.is_empty() {
                    self.empty_lists.insert(path.to_owned());
                }
                if let Some(schema) = schema.get("items") {
                    for item in items {
                        self.compare(document, schema, item, &format!("{path}[]"));
                    }
                }
            }
            Json::Object(fields) => {
                let documented = properties(document, schema);
                // A map: its keys are data.
                if documented.is_empty() {
                    return;
                }
                self.documented.extend(documented.iter().map(|(name, _)| format!("{path}.{name}")));
                for (name, value) in fields {
                    match documented.iter().find(|(documented, _)| documented == name) {
                        Some((name, schema)) => {
                            let path = format!("{path}.{name}");
                            self.compare(document, schema, value, &path);
                            self.present.insert(path);
                        }
                        None => {
                            self.undocumented.insert(format!("{path}.{}", masked(name)));
                        }
                    }
                }
            }
            _ => {}
        }
    }
}

/// The schema of an endpoint's payload, if the API reference shows one.
pub(crate) fn documented_payload<'a>(
    document: &'a Json,
    endpoint: &EndpointInfo,
) -> Option<&'a Json> {
    let paths = document["paths"].as_object()?;
    let operation = paths
        .values()
        .flat_map(|path| path.as_object().into_iter().flat_map(|path| path.values()))
        .find(|operation| operation["operationId"] == endpoint.name())?;
    let body = &operation["responses"]["200"]["content"]["application/json"]["schema"];
    let body = body["anyOf"].get(0).unwrap_or(body);
    let payload = &body["properties"]["payload"];
    let schema = if payload.is_null() { body } else { payload };
    schema.as_object().filter(|schema| !schema.is_empty()).map(|_| schema)
}

/// The fields of a payload that has no schema, at any depth.
pub(crate) fn field_paths(payload: &Json) -> Vec<String> {
    fn collect(value: &Json, path: &str, found: &mut BTreeSet<String>) {
        match value {
            Json::Array(items) => {
                for item in items {
                    collect(item, &format!("{path}[]"), found);
                }
            }
            Json::Object(fields) => {
                for (name, value) in fields {
                    let path = format!("{path}.{}", masked(name));
                    collect(value, &path, found);
                    found.insert(path);
                }
            }
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    collect(payload, "payload", &mut found);
    found.into_iter().collect()
}

/// A name as it may be printed. The keys of a map can be identifiers or people, so that only what
/// looks like a field is shown: letters, then at most two digits.
pub(crate) fn masked(name: &str) -> String {
    let letters = name.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let is_field = name.len() <= 40
        && name.len() - letters.len() <= 2
        && letters.starts_with(|sign: char| sign.is_ascii_alphabetic())
        && letters.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    if is_field { name.to_owned() } else { format!("<name of {} bytes>", name.len()) }
}

/// The path of an error, such as `payload.data[3].amount`.
pub(crate) fn masked_path(path: &str) -> String {
    let segment = |segment: &str| {
        let (name, index) = segment.split_at(segment.find('[').unwrap_or(segment.len()));
        let is_index = index.bytes().all(|byte| byte.is_ascii_digit() || b"[]".contains(&byte));
        let name = if name.is_empty() { String::new() } else { masked(name) };
        if is_index { name + index } else { masked(segment) }
    };
    path.split('.').map(segment).collect::<Vec<_>>().join(".")
}

fn resolve<'a>(document: &'a Json, schema: &'a Json) -> &'a Json {
    let target = schema["$ref"].as_str().and_then(|target| target.strip_prefix('#'));
    target.and_then(|pointer| document.pointer(pointer)).unwrap_or(schema)
}

/// The documented fields of an object, with those of the models that are flattened into it.
fn properties<'a>(document: &'a Json, schema: &'a Json) -> Vec<(&'a str, &'a Json)> {
    let own = schema["properties"].as_object().into_iter().flatten();
    let own = own.map(|(name, schema)| (name.as_str(), schema));
    let flattened = schema["allOf"].as_array().into_iter().flatten();
    own.chain(flattened.flat_map(|part| properties(document, resolve(document, part)))).collect()
}

/// How the value's type differs from the documented one.
fn wrong_type(schema: &Json, value: &Json) -> Option<String> {
    let found = match value {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(number) if number.as_f64().is_some_and(|number| number.fract() == 0.0) => {
            "integer"
        }
        Json::Number(_) => "number",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    };
    let documented = schema["type"].as_str()?;
    if documented != found && (documented, found) != ("number", "integer") {
        return Some(format!("is of type {found}, documented: {documented}"));
    }
    let values = schema["enum"].as_array()?;
    (!values.contains(value)).then(|| "has an undocumented value".to_owned())
}
