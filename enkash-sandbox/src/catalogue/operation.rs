//! One operation of the API reference, compiled.

use std::sync::OnceLock;

use http::Method;
use jsonschema::Validator;
use serde_json::{Map, Value, json};

use super::formats;
use super::gateway::is_gateway;
use super::schema::standalone;

/// An operation of the API reference.
#[derive(Debug)]
pub struct Operation {
    product: &'static str,
    id: String,
    method: Method,
    path: String,
    full_request: bool,
    full_response: bool,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    pub(crate) security: Security,
    pub(crate) encryption: Encryption,
    pub(crate) response_media: Option<String>,
    response_schema: Option<Value>,
    response_validator: OnceLock<Option<Validator>>,
}

impl Operation {
    /// The product, named like the catalogue's file.
    pub fn product(&self) -> &'static str {
        self.product
    }

    /// The API reference's `operationId`, unique over all products.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The HTTP method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The path below the product's base URL, with placeholders such as `{customerId}`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Whether the API reference describes the request in full.
    pub fn full_request(&self) -> bool {
        self.full_request
    }

    /// Whether the API reference describes the response in full.
    pub fn full_response(&self) -> bool {
        self.full_response
    }

    /// The documented schema of a successful response, self-contained (Draft 2020-12), where
    /// the API reference shows one.
    ///
    /// For an encrypted response it describes the plaintext.
    pub fn response_schema(&self) -> Option<&Value> {
        self.response_schema.as_ref()
    }

    /// Checks a response; compiled when it is first asked for.
    pub(crate) fn response_validator(&self) -> Option<&Validator> {
        let compiled =
            self.response_validator.get_or_init(|| compile(self.response_schema()?).ok());
        compiled.as_ref()
    }

    pub(crate) fn read(
        product: &'static str,
        document: &Value,
        key: &str,
        item: &Value,
        method: Method,
        source: &Value,
    ) -> Result<Self, String> {
        let own = source["parameters"].as_array().into_iter().flatten();
        let shared = item["parameters"].as_array().into_iter().flatten();
        let declared = own.chain(shared).map(|raw| resolve(document, raw));
        let declared = declared.collect::<Vec<_>>();
        let security = Security::read(product, document, source, &declared);
        let parameters = declared.iter().filter(|raw| !is_authorization(raw));
        let parameters = parameters.map(|raw| Parameter::read(document, raw));
        let path = item["x-wire-path"].as_str().or_else(|| key.split('#').next());
        let completeness = &source["x-completeness"];
        let (response_media, response) = response(document, source);
        let body = &source["requestBody"];
        Ok(Self {
            product,
            id: text(source, "operationId").ok_or("no operationId")?,
            method,
            path: path.unwrap_or_default().to_owned(),
            full_request: completeness["request"] == "full",
            full_response: completeness["response"] == "full",
            parameters: parameters.collect::<Result<_, _>>()?,
            body: if body.is_null() { None } else { Some(Body::read(document, body)?) },
            security,
            encryption: Encryption::read(&source["x-encryption"]),
            response_media,
            response_schema: response.map(|schema| standalone(document, &schema)),
            response_validator: OnceLock::new(),
        })
    }

    /// The sort key; the id distinguishes operations that share a route.
    pub(super) fn key(&self) -> (&str, &str, &str) {
        (&self.path, self.method.as_str(), &self.id)
    }

    /// Whether the call is meant to change something, going by its method and name.
    pub(crate) fn acts(&self) -> bool {
        const READERS: [&str; 4] = ["Search", "Get", "List", "Fetch"];
        self.method != Method::GET && !READERS.iter().any(|reader| self.id.starts_with(reader))
    }
}

/// A parameter beside the body.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) location: Location,
    pub(crate) required: bool,
    pub(crate) schema: Value,
    pub(crate) validator: Validator,
}

/// Where a parameter travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Location {
    Path,
    Query,
    Header,
}

impl Parameter {
    fn read(document: &Value, raw: &Value) -> Result<Self, String> {
        let location = match raw["in"].as_str() {
            Some("path") => Location::Path,
            Some("query") => Location::Query,
            Some("header") => Location::Header,
            other => return Err(format!("a parameter in {other:?}")),
        };
        let mut schema = standalone(document, &raw["schema"]);
        if let (Value::Object(members), Some(example)) = (&mut schema, raw.get("example")) {
            members.insert("example".to_owned(), example.clone());
        }
        Ok(Self {
            name: text(raw, "name").ok_or("a parameter without a name")?,
            location,
            required: raw["required"] == true,
            validator: compile(&schema)?,
            schema,
        })
    }
}

/// The body of a request.
#[derive(Debug)]
pub(crate) struct Body {
    pub(crate) required: bool,
    pub(crate) media: Media,
    pub(crate) schema: Value,
    pub(crate) validator: Validator,
    /// Names of the documented fields; they distinguish operations that share a path.
    pub(crate) properties: Vec<String>,
}

/// How a body is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Media {
    Json,
    Form,
    Multipart,
}

impl Body {
    fn read(document: &Value, raw: &Value) -> Result<Self, String> {
        let content = raw["content"].as_object();
        let (name, content) =
            content.and_then(|all| all.iter().next()).ok_or("a body without content")?;
        let media = match name.as_str() {
            "application/json" => Media::Json,
            "application/x-www-form-urlencoded" => Media::Form,
            "multipart/form-data" => Media::Multipart,
            other => return Err(format!("a body of {other}")),
        };
        let mut schema = standalone(document, &content["schema"]);
        if let (Value::Object(members), Some(example)) = (&mut schema, content.get("example")) {
            members.insert("example".to_owned(), example.clone());
        }
        Ok(Self {
            required: raw["required"] == true,
            media,
            validator: compile(&schema)?,
            properties: properties(&schema),
            schema,
        })
    }
}

/// How a call authenticates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Security {
    /// A token endpoint: HTTP Basic with the client's credentials.
    Basic,
    /// A token endpoint whose body carries the merchant's keys.
    MerchantKeys,
    /// A token of this kind and, if `key`, the merchant's access key in a header.
    Token { kind: TokenKind, key: bool },
    /// Nothing; a token that is sent all the same is checked.
    Open(TokenKind),
}

/// Which endpoint a token comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// `/oauth/token`.
    OAuth,
    /// `/api/v0/merchant/token`.
    Merchant,
}

impl TokenKind {
    pub(crate) fn of(product: &str) -> Self {
        if is_gateway(product) { Self::Merchant } else { Self::OAuth }
    }
}

impl Security {
    fn read(product: &str, document: &Value, source: &Value, declared: &[&Value]) -> Self {
        let kind = TokenKind::of(product);
        if source["operationId"] == "GenerateMerchantToken" {
            return Self::MerchantKeys;
        }
        let demanded = |name: &str| {
            let mut found = declared.iter();
            found.any(|raw| raw["in"] == "header" && raw["required"] == true && is_named(raw, name))
        };
        let schemes = source.get("security").or_else(|| document.get("security"));
        let alternatives = schemes.and_then(Value::as_array).cloned().unwrap_or_default();
        let optional = alternatives.contains(&json!({}));
        let names = alternatives.iter().filter_map(Value::as_object).flat_map(Map::keys);
        let mut schemes = names.map(|name| &document["components"]["securitySchemes"][name]);
        let has = |wanted: fn(&Value) -> bool| schemes.clone().any(wanted);
        let key = has(|scheme| scheme["type"] == "apiKey") || demanded("merchantAccessKey");
        if has(|scheme| scheme["scheme"] == "basic") {
            return Self::Basic;
        }
        let bearer = schemes.any(|scheme| scheme["scheme"] == "bearer") && !optional;
        if bearer || demanded("authorization") {
            return Self::Token { kind, key };
        }
        Self::Open(kind)
    }
}

/// Whether bodies are encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encryption {
    /// Plain both ways.
    None,
    /// Encrypted both ways.
    Required,
    /// The API reference leaves it open: an encrypted request gets an encrypted response, a plain
    /// one a plain.
    InKind,
}

impl Encryption {
    fn read(mark: &Value) -> Self {
        match mark.as_str() {
            Some("required") => Self::Required,
            Some("unclear") => Self::InKind,
            _ => Self::None,
        }
    }
}

pub(super) fn method(name: &str) -> Option<Method> {
    Some(match name {
        "get" => Method::GET,
        "post" => Method::POST,
        "put" => Method::PUT,
        "patch" => Method::PATCH,
        "delete" => Method::DELETE,
        _ => return None,
    })
}

fn compile(schema: &Value) -> Result<Validator, String> {
    formats::options().build(schema).map_err(|error| error.to_string())
}

fn response(document: &Value, source: &Value) -> (Option<String>, Option<Value>) {
    let responses = &source["responses"];
    let success = responses.get("200").or_else(|| responses.get("default"));
    let content = success.and_then(|response| response["content"].as_object());
    let Some((media, content)) = content.and_then(|all| all.iter().next()) else {
        return (None, None);
    };
    let mut schema = content["schema"].clone();
    if let (Value::Object(members), Some(example)) = (&mut schema, content.get("example")) {
        members.insert("example".to_owned(), resolve(document, example).clone());
    }
    (Some(media.clone()), Some(schema))
}

fn properties(schema: &Value) -> Vec<String> {
    let named = schema["$ref"].as_str().and_then(|target| target.strip_prefix('#'));
    let target = named.and_then(|pointer| schema.pointer(pointer)).unwrap_or(schema);
    let properties = target["properties"].as_object().into_iter().flatten();
    properties.map(|(name, _)| name.clone()).collect()
}

fn resolve<'a>(document: &'a Value, raw: &'a Value) -> &'a Value {
    let pointer = raw["$ref"].as_str().and_then(|target| target.strip_prefix('#'));
    pointer.and_then(|pointer| document.pointer(pointer)).unwrap_or(raw)
}

fn is_authorization(raw: &Value) -> bool {
    raw["in"] == "header" && (is_named(raw, "authorization") || is_named(raw, "merchantAccessKey"))
}

fn is_named(raw: &Value, name: &str) -> bool {
    raw["name"].as_str().is_some_and(|own| own.eq_ignore_ascii_case(name))
}

fn text(source: &Value, name: &str) -> Option<String> {
    source[name].as_str().map(str::to_owned)
}
