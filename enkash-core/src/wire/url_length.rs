//! The maximum length of a request's URL.

use crate::base::percent;
use crate::describe::{Field, Location};
use crate::error::Error;
use crate::message::PreparedRequest;
use crate::rules::violation::{Rule, Violations};

/// RFC 9110, section 4.1, recommends that servers support at least this length, and common servers
/// support little more: nginx and Tomcat limit the whole request line to 8 KiB.
pub(crate) const MAX_URL_BYTES: usize = 8000;

/// Checks the URL length of a declared request; the violation is for the longest field.
///
/// # Errors
/// Returns [`Error::Invalid`] if the URL is too long.
pub(crate) fn check(
    prepared: PreparedRequest,
    template: &'static str,
    fields: &'static [Field],
) -> Result<PreparedRequest, Error> {
    check_and_name(prepared, |prepared| largest_field(prepared, template, fields))
}

/// Checks the URL length of a raw call. The violation is for `path` or `query`, since the names in
/// a raw call may be as confidential as its values.
///
/// # Errors
/// Returns [`Error::Invalid`] if the URL is too long.
pub(crate) fn check_raw(prepared: PreparedRequest) -> Result<PreparedRequest, Error> {
    check_and_name(prepared, |prepared| {
        if prepared.query().map_or(0, str::len) > prepared.path().len() { "query" } else { "path" }
    })
}

fn check_and_name(
    prepared: PreparedRequest,
    name: impl Fn(&PreparedRequest) -> &'static str,
) -> Result<PreparedRequest, Error> {
    if prepared.base.origin().len() + prepared.target.len() <= MAX_URL_BYTES {
        return Ok(prepared);
    }
    let mut found = Violations::new();
    found.push(name(&prepared), Rule::UrlLength(MAX_URL_BYTES));
    Err(Error::Invalid(found))
}

/// Returns the wire name of the field that contributes most to the URL; empty if no field is in it.
fn largest_field(
    prepared: &PreparedRequest,
    template: &'static str,
    fields: &'static [Field],
) -> &'static str {
    let path = prepared.path();
    let path = path.strip_prefix(prepared.base.prefix()).unwrap_or(path);
    let segments = template.split('/').zip(path.split('/')).filter_map(|(name, value)| {
        Some((name.strip_prefix('<')?.strip_suffix('>')?, value.len()))
    });
    let query = prepared.query().unwrap_or_default();
    let parameters = fields
        .iter()
        .filter(|field| field.location == Location::Query)
        .map(|field| (field.wire_name, parameter_len(query, field.wire_name)));
    segments.chain(parameters).max_by_key(|(_, len)| *len).map_or("", |(name, _)| name)
}

/// Returns the number of bytes that pairs with this name take in a query.
fn parameter_len(query: &str, name: &str) -> usize {
    let mut start = String::new();
    percent::push_query_text(&mut start, name);
    start.push('=');
    query.split('&').filter(|pair| pair.starts_with(&start)).map(str::len).sum()
}
