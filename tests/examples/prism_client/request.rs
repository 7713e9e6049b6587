//! A request of an example, taken apart, and its invalid variants.

use enkash_core::{FilePart, Json};
use enkash_sandbox::{ExampleRequest, Operation};
use serde_json::json;
use url::form_urlencoded;

use crate::Failure;

/// A request in its parts, so that the client has to put it together.
#[derive(Clone)]
pub(crate) struct Request {
    pub(crate) segments: Vec<String>,
    pub(crate) query: Vec<(String, String)>,
    /// Those that are not the client's business.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Option<Body>,
}

#[derive(Clone)]
pub(crate) enum Body {
    Json(Json),
    Form(Vec<(String, String)>),
    File(Option<FilePart>),
}

impl Request {
    pub(crate) fn read(operation: &Operation, example: &ExampleRequest) -> Result<Self, Failure> {
        let (path, query) =
            example.path_and_query.split_once('?').unwrap_or((&example.path_and_query, ""));
        let segments = path.split('/').skip(1);
        let segments =
            segments.map(|segment| percent_encoding::percent_decode_str(segment).decode_utf8());
        let ours = |name: &str| {
            name.eq_ignore_ascii_case("user-agent") || name.eq_ignore_ascii_case("partnerId")
        };
        Ok(Request {
            segments: segments
                .map(|segment| segment.map(String::from))
                .collect::<Result<_, _>>()?,
            query: pairs(query),
            headers: example.headers.iter().filter(|(name, _)| !ours(name)).cloned().collect(),
            body: match &example.body {
                None => None,
                Some((media_type, text)) => Some(Body::read(operation, media_type, text)?),
            },
        })
    }

    /// The request without one parameter of its query or one field of its form, and which.
    pub(crate) fn each_without_one(&self) -> Vec<(String, Request)> {
        let mut all = Vec::new();
        for (place, (name, _)) in self.query.iter().enumerate() {
            let mut request = self.clone();
            request.query.remove(place);
            all.push((format!("without the parameter {name}"), request));
        }
        let Some(Body::Form(fields)) = &self.body else { return all };
        for (place, (name, _)) in fields.iter().enumerate() {
            let mut left = fields.clone();
            left.remove(place);
            let request = Request { body: Some(Body::Form(left)), ..self.clone() };
            all.push((format!("without the field {name}"), request));
        }
        all
    }

    /// The request with a value of another type in one field of its JSON, and which.
    pub(crate) fn each_with_one_mistyped(&self) -> Vec<(String, Request)> {
        let Some(Body::Json(Json::Object(members))) = &self.body else { return Vec::new() };
        let mistyped = members.iter().map(|(name, value)| {
            let mut members = members.clone();
            members[name] =
                if value.is_object() { json!("invalid") } else { json!({ "invalid": true }) };
            let request = Request { body: Some(Body::Json(Json::Object(members))), ..self.clone() };
            (format!("with another type in {name}"), request)
        });
        mistyped.collect()
    }
}

impl Body {
    fn read(operation: &Operation, media_type: &str, text: &str) -> Result<Self, Failure> {
        match media_type.split(';').next() {
            Some("application/json") => Ok(Body::Json(serde_json::from_str(text)?)),
            Some("application/x-www-form-urlencoded") => Ok(Body::Form(pairs(text))),
            Some("multipart/form-data") => {
                let file = text.contains("name=\"file\"");
                if text.matches("name=").count() != usize::from(file) {
                    return Err(format!("{} uploads more than a file", operation.id()).into());
                }
                let sheet =
                    || FilePart::new("upload.csv", "application/octet-stream", "name,mobile\r\n");
                Ok(Body::File(file.then(sheet)))
            }
            _ => Err(format!("{} has a body of {media_type}", operation.id()).into()),
        }
    }
}

fn pairs(text: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(text.as_bytes()).into_owned().collect()
}
