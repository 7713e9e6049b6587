//! Creates OpenAPI documents from declarations (feature `schema`).

use std::collections::BTreeSet;

use schemars::SchemaGenerator;
use serde_json::{Map, Value as Json, json};

use crate::declare::endpoint::{BodyEncoding, EndpointInfo};
use crate::describe::{Field, Location};
use crate::product::ResponseFormat;
use crate::product::envelope::EnvelopeNames;
use crate::product::{Environment, Product};
use crate::registry::schema;

/// Creates an OpenAPI 3.1 document of the declared endpoints of a product.
///
/// The name of an endpoint is its `operationId`. If two endpoints have the same method and path,
/// the path of the second one has its name as a fragment, and `x-wire-path` is the real path.
///
/// ```
/// use enkash_core::{Product, endpoint, openapi};
///
/// const PRODUCT: Product = Product::new("example");
///
/// #[endpoint(GET, "/beneficiaries/<beneficiaryId>")]
/// pub struct GetBeneficiary {
///     pub beneficiary_id: String,
/// }
///
/// let document = openapi(&PRODUCT);
/// let operation = &document["paths"]["/beneficiaries/{beneficiaryId}"]["get"];
/// assert_eq!(operation["operationId"], "GetBeneficiary");
/// assert_eq!(operation["parameters"][0]["in"], "path");
/// ```
#[must_use]
pub fn openapi(product: &Product) -> Json {
    let mut generator = schema::generator();
    let mut paths: Map<String, Json> = Map::new();
    let mut taken = BTreeSet::new();
    for info in crate::endpoints().into_iter().filter(|info| *info.product == *product) {
        let wire_path = info.template.replace('<', "{").replace('>', "}");
        let mut operation = operation(info, &mut generator);
        let mut path = wire_path.clone();
        if !taken.insert((wire_path.clone(), info.method.as_str())) {
            path = format!("{wire_path}#{}", info.name());
            operation.insert("x-wire-path".to_owned(), wire_path.into());
        }
        let item = paths.entry(path).or_insert_with(|| json!({}));
        item[info.method.as_str().to_ascii_lowercase()] = operation.into();
    }
    let mut document = json!({
        "openapi": "3.1.0",
        "info": { "title": product.name(), "version": env!("CARGO_PKG_VERSION") },
        "paths": paths,
        "components": { "schemas": generator.take_definitions(true) },
    });
    let url = |environment| product.default_base_url(environment);
    let (test, live) = (url(Some(Environment::Test)), url(Some(Environment::Live)));
    let servers: Vec<Json> = match url(None) {
        Some(url) if test == live => vec![json!({ "url": url })],
        _ => [(test, "Test"), (live, "Live")]
            .into_iter()
            .filter_map(|(url, name)| Some(json!({ "url": url?, "description": name })))
            .collect(),
    };
    if !servers.is_empty() {
        document["servers"] = servers.into();
    }
    document
}

fn operation(info: &EndpointInfo, generator: &mut SchemaGenerator) -> Map<String, Json> {
    let mut operation = Map::new();
    operation.insert("operationId".to_owned(), info.name().into());
    if let Some(docs) = info.docs {
        operation.insert("externalDocs".to_owned(), json!({ "url": docs }));
    }
    let parameters: Vec<Json> =
        info.fields().iter().filter_map(|field| parameter(field, generator)).collect();
    if !parameters.is_empty() {
        operation.insert("parameters".to_owned(), parameters.into());
    }
    if let Some(body) = request_body(info, generator) {
        operation.insert("requestBody".to_owned(), body);
    }
    operation.insert("responses".to_owned(), json!({ "200": response(info, generator) }));
    operation.insert("x-idempotent".to_owned(), info.idempotent.into());
    operation
}

fn parameter(field: &Field, generator: &mut SchemaGenerator) -> Option<Json> {
    let place = match field.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        _ => return None,
    };
    Some(json!({
        "name": field.wire_name,
        "in": place,
        "required": field.required,
        "schema": schema::member(field, generator),
    }))
}

fn request_body(info: &EndpointInfo, generator: &mut SchemaGenerator) -> Option<Json> {
    let in_body = |field: &&Field| {
        matches!(
            field.location,
            Location::Body | Location::WholeBody | Location::Flatten | Location::Extra
        )
    };
    let fields: Vec<&Field> = info.fields().iter().filter(in_body).collect();
    if fields.is_empty() {
        return None;
    }
    let media_type = match info.body {
        BodyEncoding::Json => "application/json",
        BodyEncoding::Form => "application/x-www-form-urlencoded",
        BodyEncoding::Multipart => "multipart/form-data",
        BodyEncoding::Bytes => "application/octet-stream",
    };
    Some(json!({
        "required": fields.iter().any(|field| field.required),
        "content": { media_type: { "schema": schema::record_schema::body(info.fields(), generator) } },
    }))
}

fn response(info: &EndpointInfo, generator: &mut SchemaGenerator) -> Json {
    let payload =
        info.response.schema.map_or_else(|| json!({}), |write| write(generator).to_value());
    let enveloped = |payload: Json| enveloped(info.product.envelope_names(), payload);
    let body = match info.product.format(info.response_format) {
        ResponseFormat::Enveloped => enveloped(payload),
        ResponseFormat::Bare => payload,
        ResponseFormat::Auto => json!({ "anyOf": [enveloped(payload.clone()), payload] }),
    };
    json!({ "description": "Success", "content": { "application/json": { "schema": body } } })
}

/// Returns the schema of the envelope around a payload, with the first of its alternative names.
fn enveloped(names: Option<&EnvelopeNames>, payload: Json) -> Json {
    // The structure of an `EnvelopeFormat` is unknown.
    let Some(names) = names else { return json!({}) };
    let code = if names.response_code.is_empty() { names.code } else { names.response_code };
    let fields = [
        (code, json!({ "type": "integer" })),
        (names.message, json!({ "type": "string" })),
        (names.error_response, json!({ "type": ["object", "null"] })),
        (names.payload, payload),
    ];
    let properties: Map<String, Json> = fields
        .into_iter()
        .filter_map(|(names, schema)| Some(((*names.first()?).to_owned(), schema)))
        .collect();
    json!({ "type": "object", "properties": properties })
}
