//! How long the URL of a request may be.

use crate::base::percent;
use crate::describe::{Field, Location};
use crate::error::Error;
use crate::message::PreparedRequest;
use crate::rules::violation::{Rule, Violations};

/// What RFC 9110, section 4.1, recommends that every server takes, and little less than what common
/// ones take: nginx and Tomcat have 8 KiB for the whole first line. Beyond it a server refuses the
/// request at best.
pub(crate) const MAX_URL_BYTES: usize = 8000;

/// Checks the URL of a declared request; the violation names the field that takes most of it.
///
/// # Errors
/// [`Error::Invalid`] where the URL is too long.
pub(crate) fn check(
    prepared: PreparedRequest,
    template: &'static str,
    fields: &'static [Field],
) -> Result<PreparedRequest, Error> {
    check_and_name(prepared, |prepared| largest_field(prepared, template, fields))
}

/// Checks the URL of a raw call, of which only the part is named: its names are the caller's, like
/// its values.
///
/// # Errors
/// [`Error::Invalid`] where the URL is too long.
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

/// The name on the wire of the field that takes most of the URL; empty where none takes any of it.
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

/// How many bytes of a query are pairs of this name: a list has many.
fn parameter_len(query: &str, name: &str) -> usize {
    let mut start = String::new();
    percent::push_query_text(&mut start, name);
    start.push('=');
    query.split('&').filter(|pair| pair.starts_with(&start)).map(str::len).sum()
}
