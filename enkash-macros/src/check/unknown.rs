//! Names that other crates and standards use for what is written differently here.

use syn::Attribute;

use super::{rules, tokens_to_string};
use crate::diagnostic::{Code, Sink, did_you_mean};
use crate::parse::FIELD_ATTRIBUTES;

/// Keys, and for each the key here, or what to do.
pub(super) const KEYS: [(&[&str], &str); 20] = [
    (&["returns", "output", "result", "reply", "ok", "payload", "returning"], "response"),
    (&["encoding", "content_type", "media_type", "consumes", "format", "request"], "body"),
    (&["authentication", "security", "authorization"], "auth"),
    (&["encrypted", "seal", "sealed"], "encrypt"),
    (&["idempotency_key", "unique_id", "dedup"], "unique"),
    (&["retry", "retries", "safe", "retryable"], "idempotent"),
    (&["validator", "check", "validate_with"], "validate"),
    (&["doc", "documentation", "link", "reference"], "docs"),
    (&["case", "rename_fields", "names"], "rename_all"),
    (&["login", "authenticate", "token_endpoint"], "token_request"),
    (&["service", "api", "tag"], "product"),
    (
        &["host", "base_url", "base", "server"],
        "set the base URL on the product: `Product::base_url`",
    ),
    (&["headers", "header"], "declare a field with `#[header(\"X-Request-Id\")]`"),
    (&["query", "params"], "declare a field with `#[query]`"),
    (&["timeout", "deadline"], "set it on the client, or on a call: `request.call().timeout(…)`"),
    (
        &["description", "summary", "title", "about"],
        "write a doc comment above the struct: `/// …`",
    ),
    (&["deprecated"], "write `#[deprecated]` above the struct"),
    (
        &["rename", "name", "default", "untagged", "content", "transparent", "deny_unknown_fields"],
        "remove it: the struct itself has no name in JSON, and unknown fields of a response are ignored",
    ),
    (&["sensitive", "secret"], "write `#[sensitive]` above the fields"),
    (&["error", "err"], "remove it: every call fails with `enkash_core::Error`"),
];

/// Attributes of fields, and for each what to write.
const ATTRIBUTES: [(&[&str], &str); 18] = [
    (&["param", "params", "query_param", "urlparam"], "write `#[query]`"),
    (
        &["path_param", "segment", "placeholder"],
        "write `#[path]`, or nothing: the field that a placeholder names is in the path",
    ),
    (&["headers", "http_header"], "write `#[header(\"X-Request-Id\")]`"),
    (
        &["json", "form", "multipart", "file", "part", "raw"],
        "remove it: fields of a `POST` are in the body, and `body = form` or `body = multipart` in `#[endpoint(…)]` sets its encoding",
    ),
    (&["flatten", "with"], "write `#[serde(flatten)]` or `#[serde(with = \"module\")]`"),
    (&["default"], "write `#[serde(default)]`, or make the field an `Option`"),
    (
        &["required", "mandatory"],
        "remove it: a field is required unless it is an `Option` or a `Patch`",
    ),
    (
        &["optional", "nullable"],
        "remove it, and make the field an `Option<T>`, or a `Patch<T>` if it can be `null`",
    ),
    (&["skip", "ignore", "skip_serializing_if"], "remove it: a field that is `None` is not sent"),
    (&["regex", "regexp", "matches"], "write `#[pattern(\"^[A-Z]{5}$\")]`"),
    (&["len", "size", "max_length", "min_length", "char_length"], "write `#[length(1..=100)]`"),
    (&["min", "max", "minimum", "maximum", "between"], "write `#[range(1..=100)]`"),
    (&["max_items", "min_items", "count"], "write `#[items(1..=100)]`"),
    (&["date", "datetime", "date_format", "chrono", "time"], "write `#[format(\"yyyy-MM-dd\")]`"),
    (&["secret", "redact", "redacted", "masked", "private", "encrypt"], "write `#[sensitive]`"),
    (&["name", "alias", "key", "field"], "write `#[rename(\"customerId\")]`"),
    (&["unique", "id"], "name the field in `#[endpoint(…, unique = transaction_id)]`"),
    (
        &["validate", "check", "email", "url"],
        "write a rule such as `#[pattern(\"…\")]`, or `validate = Self::check` in the attribute of the struct",
    ),
];

/// Reports an attribute that a field cannot have.
pub(super) fn attribute(attribute: &Attribute, sink: &mut Sink) {
    let name = tokens_to_string(attribute.path());
    let help = match ATTRIBUTES.iter().find(|(names, _)| names.contains(&&*name)) {
        Some((_, help)) => with_own_value(&name, help, attribute),
        None => did_you_mean(&name, &FIELD_ATTRIBUTES),
    };
    let wrong = format!("a field has no attribute `#[{name}]`");
    sink.report(attribute.path(), Code::UnknownAttribute, wrong, help);
}

/// Help that names an attribute, with the user's own value instead of the example's.
fn with_own_value(name: &str, help: &str, attribute: &Attribute) -> String {
    let meant = help
        .strip_prefix("write `#[")
        .and_then(|rest| rest.split_once('('))
        .map(|(meant, _)| meant);
    let own = match meant {
        Some(meant @ ("pattern" | "rename" | "header" | "format")) => {
            rules::string_meant(&attribute.meta)
                .map(|string| format!("write `#[{meant}({string})]`"))
        }
        Some(meant @ ("length" | "range" | "items")) => rules::range_meant(meant, &attribute.meta)
            .map(|help| match name.split('_').next() {
                Some("min" | "minimum") => bound(meant, &help, "{}.."),
                Some("max" | "maximum") => bound(meant, &help, "..={}"),
                _ => help,
            }),
        _ => None,
    };
    own.unwrap_or_else(|| help.to_owned())
}

/// A range with one end, from the help for one number.
fn bound(meant: &str, help: &str, range: &str) -> String {
    let number = help
        .split_once('(')
        .and_then(|(_, rest)| rest.split_once("..="))
        .map_or("1", |(number, _)| number);
    format!("write `#[{meant}({})]`", range.replace("{}", number))
}
