//! Responses of an operation made from its schema in the catalogue, and whether each is evidence of
//! a success.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use enkash_core::mock::Mock;
use enkash_core::{Call, Endpoint, EndpointInfo, Error, Json, Outcome, Product, ResponseFormat};
use serde_json::{Map, json};

use crate::contract::{GROUPS, catalogue};

/// The names of the envelope's fields.
const CODES: [&str; 2] = ["response_code", "code"];
const MESSAGES: [&str; 2] = ["response_message", "message"];
const PAYLOADS: [&str; 3] = ["payload", "data", "paylod"];

/// Schemas may refer to themselves; below this depth optional fields are left out.
const DEPTH: usize = 8;

/// Asserts that the client classifies each body made from the operation's schema correctly.
///
/// # Panics
/// It does not.
pub(super) async fn assert_judged<E: Endpoint>(request: &E) {
    let name = E::INFO.name();
    for (what, body, expected) in variants(E::INFO) {
        let mock = Mock::new();
        mock.on::<E>().raw(200, body.clone());
        let client = mock.client().expect("a mock has every setting");
        let result = Call::new(request).send(&client).await;
        match (&result, expected) {
            (Ok(_), Expected::Success) => {}
            (Err(Error::Decode(error)), Expected::Unknown)
                if result.as_ref().is_err_and(|error| error.outcome() == Outcome::Unknown) =>
            {
                assert_eq!(error.status(), 200);
            }
            _ => panic!("{name}: {what}: {body}: expected {expected:?}, got {result:?}"),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    Success,
    /// A decode error with the outcome `Unknown`.
    Unknown,
}

type Variant = (&'static str, String, Expected);

/// The bodies to try for an operation.
fn variants(info: &EndpointInfo) -> Vec<Variant> {
    let (operation, product) = (info.name(), info.product());
    let (document, schema) = schema_of(operation);
    let Some(schema) = schema else {
        // Not documented: read with and without the envelope.
        return vec![
            ("enveloped", r#"{"response_code":0}"#.to_owned(), Expected::Success),
            ("bare", r#"{"id":"1"}"#.to_owned(), Expected::Success),
            ("empty object", "{}".to_owned(), Expected::Unknown),
        ];
    };
    let sample = |extent| Sampler { document, extent }.value(schema, 0);
    let (full, required) = (sample(Extent::Full), sample(Extent::Required));
    let Json::Object(fields) = &full else {
        return vec![("full", full.to_string(), Expected::Success)];
    };
    let mut variants = Vec::new();
    let mut add = |what, fields: &Map<String, Json>| {
        let expected =
            if is_evidence(fields, &full, product) { Expected::Success } else { Expected::Unknown };
        variants.push((what, Json::Object(fields.clone()).to_string(), expected));
    };
    assert!(is_evidence(fields, &full, product), "{operation}: the full body has to be a success");
    add("full", fields);
    if let Json::Object(required) = &required {
        add("required only", required);
    }
    add("empty object", &Map::new());
    let without = |names: &[&str]| {
        let kept = fields.iter().filter(|(name, _)| !names.contains(&name.as_str()));
        kept.map(|(name, value)| (name.clone(), value.clone())).collect::<Map<_, _>>()
    };
    if is_enveloped(fields) {
        add("payload left out", &without(&PAYLOADS));
        add("code left out", &without(&CODES));
        add("code and message left out", &without(&[CODES, MESSAGES].concat()));
        add("message alone", &without(&[&CODES[..], &PAYLOADS[..]].concat()));
    }
    // Without a documented form, an `errorResponse` makes it an envelope, and nothing in the body
    // is evidence of a success.
    if info.response_format() == ResponseFormat::Auto {
        return variants;
    }
    let mut with_nulls = fields.clone();
    let nulls = json!({"errorType": null, "errorMessage": null, "apiSubErrors": null, "requestId": "R1", "timestamp": null});
    with_nulls.insert("errorResponse".to_owned(), nulls);
    add("errorResponse of nulls", &with_nulls);
    variants
}

/// The guide's table for a body without an error: for the envelope a code, the word, or a
/// payload; else a field.
fn is_evidence(fields: &Map<String, Json>, full: &Json, product: &Product) -> bool {
    let is_set = |name: &&str| fields.get(*name).is_some_and(|value| !value.is_null());
    if !full.as_object().is_some_and(is_enveloped) {
        return fields.iter().any(|(name, value)| name != "errorResponse" && !value.is_null());
    }
    let word = MESSAGES.iter().any(is_set) && !product.codes().is_defined();
    CODES.iter().any(is_set) || PAYLOADS.iter().any(is_set) || word
}

fn is_enveloped(fields: &Map<String, Json>) -> bool {
    PAYLOADS.iter().chain(&CODES).any(|name| fields.contains_key(*name))
}

/// The catalogue's document of an operation, and the schema of its success.
fn schema_of(operation: &str) -> (&'static Json, Option<&'static Json>) {
    type Operations = BTreeMap<String, (usize, String, String)>;
    static DOCUMENTS: OnceLock<(Vec<Json>, Operations)> = OnceLock::new();
    let (documents, operations) = DOCUMENTS.get_or_init(|| {
        let files = GROUPS.iter().flat_map(|(files, _)| *files);
        let documents: Vec<Json> = files.map(|file| catalogue(file)).collect();
        let mut operations = Operations::new();
        for (index, document) in documents.iter().enumerate() {
            for (path, item) in document["paths"].as_object().into_iter().flatten() {
                for (method, operation) in item.as_object().into_iter().flatten() {
                    if let Some(id) = operation["operationId"].as_str() {
                        operations.insert(id.to_owned(), (index, path.clone(), method.clone()));
                    }
                }
            }
        }
        (documents, operations)
    });
    let Some((index, path, method)) = operations.get(operation) else {
        panic!("{operation} is no operation of the catalogue");
    };
    let document = &documents[*index];
    let response = resolve(document, &document["paths"][path][method]["responses"]["200"]);
    let content = response["content"].as_object().and_then(|content| content.values().next());
    (document, content.map(|content| &content["schema"]))
}

fn resolve<'a>(document: &'a Json, schema: &'a Json) -> &'a Json {
    match schema["$ref"].as_str().and_then(|reference| reference.strip_prefix('#')) {
        Some(pointer) => {
            resolve(document, document.pointer(pointer).expect("a reference leads somewhere"))
        }
        None => schema,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    Required,
    Full,
}

/// Makes a value that fits a schema.
struct Sampler<'a> {
    document: &'a Json,
    extent: Extent,
}

impl Sampler<'_> {
    fn value(&self, schema: &Json, depth: usize) -> Json {
        let schema = resolve(self.document, schema);
        for given in ["const", "example"] {
            if let Some(given) = schema.get(given) {
                return given.clone();
            }
        }
        if let Some(first) = ["enum", "examples"].iter().find_map(|list| schema[list].get(0)) {
            return first.clone();
        }
        if let Some(first) = ["oneOf", "anyOf"].iter().find_map(|list| schema[list].get(0)) {
            return self.value(first, depth + 1);
        }
        let kind = schema["type"].as_str().or_else(|| schema["type"].get(0).and_then(Json::as_str));
        match kind {
            Some("array") => json!([self.value(&schema["items"], depth + 1)]),
            Some("integer" | "number") => json!(7),
            Some("boolean") => json!(true),
            Some("null") => Json::Null,
            Some("string") => json!("sample"),
            _ if schema.get("properties").is_some() || schema.get("allOf").is_some() => {
                self.object(schema, depth)
            }
            _ if schema["additionalProperties"].is_object() => {
                json!({ "sample": self.value(&schema["additionalProperties"], depth + 1) })
            }
            // Anything at all.
            Some(_) | None => json!({ "sample": "sample" }),
        }
    }

    fn object(&self, schema: &Json, depth: usize) -> Json {
        let mut fields = Map::new();
        for part in schema["allOf"].as_array().into_iter().flatten() {
            // The parts are siblings, so the depth stays.
            if let Json::Object(more) = self.value(part, depth) {
                fields.extend(more);
            }
        }
        let required = schema["required"].as_array().map(Vec::as_slice).unwrap_or_default();
        for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
            let value = match name.as_str() {
                // A success carries none.
                "errorResponse" => continue,
                name if depth == 0 && CODES.contains(&name) => json!(0),
                name if depth == 0 && MESSAGES.contains(&name) => json!("Success"),
                _ if required.iter().any(|own| own == name) => self.value(inner, depth + 1),
                _ if self.extent == Extent::Full && depth < DEPTH => self.value(inner, depth + 1),
                _ => continue,
            };
            if self.extent == Extent::Full || required.iter().any(|own| own == name) {
                fields.insert(name.clone(), value);
            }
        }
        Json::Object(fields)
    }
}
