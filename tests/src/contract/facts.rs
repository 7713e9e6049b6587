//! An OpenAPI document as a flat list of facts.

use std::collections::{BTreeMap, BTreeSet};

use enkash_core::Json;
use serde_json::{Map, json};

/// The facts about one place of an operation: keywords and their values.
pub type Facts = BTreeMap<&'static str, Json>;

/// Operation → place (`query companyId`, `body contacts[].mobile`, `response name`) → facts.
pub type Operations = BTreeMap<String, BTreeMap<String, Facts>>;

/// Headers that the client sends of itself wherever a product asks for them.
const SENT_BY_THE_CLIENT: [&str; 6] =
    ["accept", "authorization", "content-type", "merchantaccesskey", "partnerid", "user-agent"];

/// Fields of an envelope beside its payload.
const ENVELOPE: [&str; 5] =
    ["response_code", "response_message", "errorResponse", "code", "message"];

/// The names that envelopes give their payload.
const PAYLOAD: [&str; 3] = ["payload", "paylod", "data"];

/// The keywords that are compared with their values as they are.
const KEYWORDS: [&str; 11] = [
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minItems",
    "maxItems",
    "multipleOf",
    "enum",
];

/// The methods that an item of an OpenAPI document can have.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// The formats that are compared. Others, such as `email`, are neither declared nor checked.
const DATES: [&str; 2] = ["date", "date-time"];

/// The facts of all operations of a document.
#[must_use]
pub fn facts(document: &Json) -> Operations {
    let reader = Reader { document };
    let named = operations(document).filter(|it| it.operation["operationId"].is_string());
    named
        .map(|OperationObject { key, item, method, operation }| {
            let mut places = reader.operation(item, operation);
            let wire_path = operation["x-wire-path"].as_str().unwrap_or(key);
            let call = places.entry("call".to_owned()).or_default();
            call.insert("method", json!(method.to_uppercase()));
            call.insert("path", json!(wire_path));
            (operation["operationId"].as_str().unwrap_or_default().to_owned(), places)
        })
        .collect()
}

/// The facts of all webhooks of a document, which are read like responses.
#[must_use]
pub fn webhook_facts(document: &Json) -> Operations {
    let reader = Reader { document };
    webhooks(document)
        .map(|OperationObject { key, operation, .. }| {
            let body = reader.resolve(&operation["requestBody"]);
            let mut places = BTreeMap::new();
            if let Some((_, content)) = members(&body["content"]).next() {
                reader.flatten(
                    &content["schema"],
                    "webhook",
                    Side::Response,
                    &mut places,
                    &mut Vec::new(),
                );
            }
            (key.to_owned(), places)
        })
        .collect()
}

/// An operation and its place: below `paths` its path, below `webhooks` its name, and its
/// method.
pub(super) struct OperationObject<'a> {
    pub(super) key: &'a str,
    item: &'a Json,
    method: &'a str,
    pub(super) operation: &'a Json,
}

/// The operations of a document that belong to its API. What was seen only elsewhere is in
/// extensions (`x-…`), which may look like an operation and are none.
pub(super) fn operations(document: &Json) -> impl Iterator<Item = OperationObject<'_>> {
    below(&document["paths"]).filter(|it| it.key.starts_with('/'))
}

/// The webhooks of a document.
pub(super) fn webhooks(document: &Json) -> impl Iterator<Item = OperationObject<'_>> {
    below(&document["webhooks"]).filter(|it| !it.key.starts_with("x-"))
}

fn below(items: &Json) -> impl Iterator<Item = OperationObject<'_>> {
    members(items).flat_map(|(key, item)| {
        let operations = members(item).filter(|(method, _)| METHODS.contains(method));
        operations.map(move |(method, operation)| OperationObject { key, item, method, operation })
    })
}

fn members(json: &Json) -> impl Iterator<Item = (&str, &Json)> {
    json.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Request,
    /// Types, enums and formats: a response is read tolerantly, so that nothing is required of it
    /// and no limit holds.
    Response,
}

struct Reader<'a> {
    document: &'a Json,
}

impl Reader<'_> {
    fn operation(&self, item: &Json, operation: &Json) -> BTreeMap<String, Facts> {
        let mut places = BTreeMap::new();
        for owner in [item, operation] {
            for parameter in owner["parameters"].as_array().into_iter().flatten() {
                self.parameter(&self.resolve(parameter), &mut places);
            }
        }
        let body = self.resolve(&operation["requestBody"]);
        if let Some((media_type, content)) = members(&body["content"]).next() {
            places.insert("call".to_owned(), Facts::from([("body", json!(media_type))]));
            self.flatten(&content["schema"], "body", Side::Request, &mut places, &mut Vec::new());
        }
        self.response(operation, &mut places);
        places
    }

    fn parameter(&self, parameter: &Json, places: &mut BTreeMap<String, Facts>) {
        let (name, place) = (parameter["name"].as_str(), parameter["in"].as_str());
        let (Some(name), Some(place)) = (name, place) else { return };
        if place == "header" && SENT_BY_THE_CLIENT.contains(&name.to_lowercase().as_str()) {
            return;
        }
        let key = format!("{place} {name}");
        self.flatten(&parameter["schema"], &key, Side::Request, places, &mut Vec::new());
        let required = parameter["required"].as_bool().unwrap_or(false);
        places.entry(key).or_default().insert("required", json!(required));
    }

    fn response(&self, operation: &Json, places: &mut BTreeMap<String, Facts>) {
        let response = self.resolve(&operation["responses"]["200"]);
        let Some((_, content)) = members(&response["content"]).next() else { return };
        let schema = self.merged(&content["schema"]);
        let properties = &schema["properties"];
        let enveloped = ENVELOPE.iter().any(|name| properties.get(*name).is_some());
        let payload = PAYLOAD.iter().find_map(|name| properties.get(*name)).filter(|_| enveloped);
        // An envelope without a documented payload is the only fact.
        if enveloped && payload.is_none() {
            return;
        }
        self.flatten(
            payload.unwrap_or(&schema),
            "response",
            Side::Response,
            places,
            &mut Vec::new(),
        );
        places.entry("response".to_owned()).or_default().insert("enveloped", json!(enveloped));
    }

    /// Follows a reference to its end.
    fn resolve(&self, json: &Json) -> Json {
        let mut json = json;
        while let Some(target) =
            json["$ref"].as_str().and_then(|at| self.document.pointer(at.strip_prefix('#')?))
        {
            json = target;
        }
        json.clone()
    }

    /// A schema with its references followed and its parts put together.
    fn merged(&self, schema: &Json) -> Json {
        let mut merged = self.resolve(schema);
        let parts = ["allOf", "anyOf", "oneOf"].map(|keyword| merged[keyword].as_array().cloned());
        for part in parts.into_iter().flatten().flatten() {
            let part = self.merged(&part);
            let Some(merged) = merged.as_object_mut() else { continue };
            for (keyword, value) in part.as_object().into_iter().flatten() {
                join(merged, keyword, value);
            }
        }
        merged
    }

    fn flatten(
        &self,
        schema: &Json,
        at: &str,
        side: Side,
        places: &mut BTreeMap<String, Facts>,
        within: &mut Vec<String>,
    ) {
        // A schema that contains itself is taken apart once.
        let name = schema["$ref"].as_str().unwrap_or_default().to_owned();
        if !name.is_empty() && within.contains(&name) {
            return;
        }
        within.push(name);
        let schema = self.merged(schema);
        let facts = places.entry(at.to_owned()).or_default();
        let (types, nullable) = types(&schema);
        facts.insert("type", json!(types));
        let keywords =
            KEYWORDS.iter().filter(|keyword| side == Side::Request || **keyword == "enum");
        let keywords = keywords.filter_map(|keyword| Some((*keyword, schema.get(*keyword)?)));
        facts.extend(keywords.map(|(keyword, value)| (keyword, normal(value))));
        if let Some(only) = schema.get("const") {
            facts.insert("enum", json!([only]));
        }
        if let Some(format) =
            format(&schema).filter(|format| DATES.iter().any(|date| *format == date))
        {
            facts.insert("format", format.clone());
        }
        if side == Side::Request && nullable {
            facts.insert("nullable", json!(true));
        }
        if schema["items"].is_object() {
            self.flatten(&schema["items"], &format!("{at}[]"), side, places, within);
        }
        let required: BTreeSet<_> = strings(&schema["required"]).collect();
        for (member, property) in members(&schema["properties"]) {
            let place = if at.contains(' ') || at.ends_with("[]") {
                format!("{at}.{member}")
            } else {
                format!("{at} {member}")
            };
            self.flatten(property, &place, side, places, within);
            if side == Side::Request {
                let facts = places.entry(place).or_default();
                facts.insert("required", json!(required.contains(member)));
            }
        }
        within.pop();
    }
}

/// Adds a keyword of a part to the whole: lists and objects are united, of other values the first
/// one stays.
fn join(whole: &mut Map<String, Json>, keyword: &str, value: &Json) {
    match (whole.get_mut(keyword), value) {
        (None, value) => {
            whole.insert(keyword.to_owned(), value.clone());
        }
        (Some(Json::Object(own)), Json::Object(more)) => {
            for (name, value) in more {
                own.entry(name.clone()).or_insert_with(|| value.clone());
            }
        }
        (Some(own), more) if ["required", "type"].contains(&keyword) => {
            let mut all: Vec<Json> = list(own).into_iter().chain(list(more)).collect();
            all.sort_by_key(ToString::to_string);
            all.dedup();
            *own = all.into();
        }
        _ => {}
    }
}

fn list(json: &Json) -> Vec<Json> {
    match json {
        Json::Array(list) => list.clone(),
        other => vec![other.clone()],
    }
}

pub(super) fn strings(json: &Json) -> impl Iterator<Item = &str> {
    json.as_array().into_iter().flatten().filter_map(Json::as_str)
}

/// The format of a schema. Where examples do not keep to the documented one, it is in an
/// extension; it holds all the same, unless the catalogue knows what is sent instead.
fn format(schema: &Json) -> Option<&Json> {
    schema.get("format").or_else(|| {
        schema.get("x-documented-format").filter(|_| schema.get("x-observed-format").is_none())
    })
}

/// The types of a schema in one string (`any` where it names none), and whether `null` is one of
/// them.
fn types(schema: &Json) -> (String, bool) {
    let mut types: Vec<String> =
        list(&schema["type"]).iter().filter_map(Json::as_str).map(str::to_owned).collect();
    let nullable = types.iter().any(|ty| ty == "null");
    types.retain(|ty| ty != "null");
    types.sort();
    if types.is_empty() {
        let ty = if schema["properties"].is_object() { "object" } else { "any" };
        types.push(ty.to_owned());
    }
    (types.join(" or "), nullable)
}

/// Numbers as doubles, values of an enum in order and without `null`, so that one representation is
/// as good as another.
fn normal(value: &Json) -> Json {
    match value {
        Json::Number(number) => json!(number.as_f64()),
        Json::Array(values) => {
            let mut values: Vec<Json> =
                values.iter().filter(|value| !value.is_null()).cloned().collect();
            values.sort_by_key(ToString::to_string);
            values.into()
        }
        other => other.clone(),
    }
}
