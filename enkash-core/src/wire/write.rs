//! Writes a request: path, query, headers and body.

use bytes::Bytes;
use http::HeaderMap;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};

use crate::base::percent;
use crate::declare::endpoint::{BodyEncoding, Endpoint, EndpointInfo};
use crate::describe::{Field, Location};
use crate::error::Error;
use crate::message::{BaseUrl, PreparedRequest};
use crate::record::{Record, Visitor, has_location};
use crate::rules::violation::{Rule, Violations};
use crate::types::multipart::{Multipart, PartValue};
use crate::types::value::{PathValue, QueryValue, Value};
use crate::wire::url_length;

/// Checks a request and writes it.
///
/// # Errors
/// Returns [`Error::Invalid`] with every broken rule, or with a URL that is too long.
pub(crate) fn prepare<E: Endpoint>(request: &E, base: &BaseUrl) -> Result<PreparedRequest, Error> {
    let found = crate::declare::endpoint::violations(request);
    if !found.is_empty() {
        return Err(Error::Invalid(found));
    }
    let mut target = begin(base, E::INFO.template);
    write_path(request, E::INFO.template, &mut target);
    let mut headers = HeaderMap::new();
    let fields = E::FIELDS;
    if has_location(fields, Location::Query) || has_location(fields, Location::Header) {
        request.visit(&mut QueryAndHeaders {
            fields,
            target: &mut target,
            first: true,
            headers: &mut headers,
        });
    }
    let body = write_body(request, E::INFO.body, &mut headers)?;
    let carries_unique_id = E::INFO.unique.is_some_and(|name| is_set(request, name));
    prepared_request(E::INFO, E::FIELDS, base, (target, headers, body), carries_unique_id)
}

// Functions that do not depend on the endpoint's type are not inlined, so that they are compiled
// once.

#[inline(never)]
fn begin(base: &BaseUrl, template: &str) -> String {
    let mut target = String::with_capacity(base.prefix().len() + template.len() + 64);
    target.push_str(base.prefix());
    target
}

#[inline(never)]
fn prepared_request(
    info: &EndpointInfo,
    fields: &'static [Field],
    base: &BaseUrl,
    (target, headers, body): (String, HeaderMap, Bytes),
    carries_unique_id: bool,
) -> Result<PreparedRequest, Error> {
    let method = info.method.clone();
    let prepared =
        PreparedRequest { method, base: base.clone(), target, headers, body, carries_unique_id };
    url_length::check(prepared, info.template, fields)
}

/// Returns whether the field with this name has a value: an absent optional id gives no protection.
fn is_set<T: Record>(request: &T, name: &'static str) -> bool {
    let mut search = Search { fields: T::FIELDS, name, set: false };
    request.visit(&mut search);
    search.set
}

struct Search {
    fields: &'static [Field],
    name: &'static str,
    set: bool,
}

impl Visitor for Search {
    fn any<T: Value + ?Sized>(&mut self, index: usize, value: &T) {
        self.set |= self.fields[index].name == self.name && !value.is_absent();
    }

    fn part<T: PartValue + ?Sized>(&mut self, index: usize, value: &T) {
        if self.fields[index].name == self.name {
            value.each_part(&mut |_| self.set = true);
        }
    }
}

/// Fills the placeholders of the template with one traversal each, since the fields need not be in
/// the order of the template.
fn write_path<T: Record>(request: &T, template: &'static str, target: &mut String) {
    let mut rest = template;
    while let Some((before, name, after)) = percent::next_placeholder(rest) {
        target.push_str(before);
        request.visit(&mut Segment { fields: T::FIELDS, name, target });
        rest = after;
    }
    target.push_str(rest);
}

struct Segment<'a> {
    fields: &'static [Field],
    name: &'static str,
    target: &'a mut String,
}

impl Visitor for Segment<'_> {
    fn path<T: PathValue + ?Sized>(&mut self, index: usize, value: &T) {
        if self.fields[index].wire_name == self.name {
            percent::push_segment(self.target, &value.text());
        }
    }
}

struct QueryAndHeaders<'a> {
    fields: &'static [Field],
    target: &'a mut String,
    first: bool,
    headers: &'a mut HeaderMap,
}

impl Visitor for QueryAndHeaders<'_> {
    fn query<T: QueryValue + ?Sized>(&mut self, index: usize, value: &T) {
        let (name, target, first) =
            (self.fields[index].wire_name, &mut *self.target, &mut self.first);
        value.each_text(&mut |text| {
            if std::mem::take(first) {
                target.push('?');
            }
            percent::push_pair(target, name, text);
        });
    }

    fn header<T: QueryValue + ?Sized>(&mut self, index: usize, value: &T) {
        let (name, headers) = (self.fields[index].wire_name, &mut *self.headers);
        value.each_text(&mut |text| {
            // Both were checked: the name by the macro, the value by the rule `HeaderText`.
            if let (Ok(name), Ok(text)) = (HeaderName::try_from(name), HeaderValue::try_from(text))
            {
                headers.append(name, text);
            }
        });
    }
}

fn write_body<E: Endpoint>(
    request: &E,
    encoding: BodyEncoding,
    headers: &mut HeaderMap,
) -> Result<Bytes, Error> {
    let fields = E::FIELDS;
    let members = [Location::Body, Location::Extra, Location::Flatten]
        .into_iter()
        .any(|place| has_location(fields, place));
    let (media_type, body) = match encoding {
        BodyEncoding::Json if has_location(fields, Location::WholeBody) => {
            let mut whole = WholeBody { json: None };
            request.visit(&mut whole);
            match whole.json {
                None => return Ok(Bytes::new()),
                Some(json) => (HeaderValue::from_static("application/json"), written(json)?),
            }
        }
        _ if !members => return Ok(Bytes::new()),
        BodyEncoding::Json => {
            (HeaderValue::from_static("application/json"), written(serde_json::to_vec(request))?)
        }
        BodyEncoding::Form => {
            let mut form = Form { fields, body: String::new() };
            request.visit(&mut form);
            (HeaderValue::from_static("application/x-www-form-urlencoded"), form.body.into_bytes())
        }
        BodyEncoding::Multipart => {
            let mut parts = Parts { fields, body: Multipart::new() };
            request.visit(&mut parts);
            let (media_type, body) = parts.body.finish();
            // The media type consists of a constant and hexadecimal digits.
            (HeaderValue::try_from(media_type).map_err(|_| unwritable())?, body)
        }
        // Only a raw call has this encoding, and it provides the bytes itself.
        BodyEncoding::Bytes => return Err(unwritable()),
    };
    headers.insert(CONTENT_TYPE, media_type);
    Ok(Bytes::from(body))
}

/// Returns the error for a value that cannot be serialised as JSON, such as a map whose keys are
/// not strings.
fn unwritable() -> Error {
    let mut found = Violations::new();
    found.push("", Rule::Writable);
    Error::Invalid(found)
}

fn written(json: serde_json::Result<Vec<u8>>) -> Result<Vec<u8>, Error> {
    json.map_err(|_| unwritable())
}

struct WholeBody {
    json: Option<serde_json::Result<Vec<u8>>>,
}

impl Visitor for WholeBody {
    fn whole_body<T: Value + ?Sized>(&mut self, _: usize, value: &T) {
        if !value.is_absent() {
            self.json = Some(serde_json::to_vec(value));
        }
    }
}

struct Form {
    fields: &'static [Field],
    body: String,
}

impl Visitor for Form {
    fn form<T: QueryValue + ?Sized>(&mut self, index: usize, value: &T) {
        let (name, body) = (self.fields[index].wire_name, &mut self.body);
        value.each_text(&mut |text| {
            percent::push_pair(body, name, text);
        });
    }
}

struct Parts {
    fields: &'static [Field],
    body: Multipart,
}

impl Visitor for Parts {
    fn part<T: PartValue + ?Sized>(&mut self, index: usize, value: &T) {
        let (name, body) = (self.fields[index].wire_name, &mut self.body);
        value.each_part(&mut |part| body.push(name, &part));
    }
}
