//! Names that other crates and standards use for what is written differently here.

use syn::{Attribute, Meta};

use super::{rules, tokens_to_string};
use crate::case::Case;
use crate::diagnostic::{Code, Sink, list, nearest};
use crate::parse::FIELD_ATTRIBUTES;

/// Keys, and for each the key here, or what to do.
pub(super) const KEYS: [(&[&str], &str); 25] = [
    (
        &["returns", "output", "result", "reply", "ok", "payload", "returning", "responses"],
        "response",
    ),
    (&["encoding", "content_type", "media_type", "consumes", "format"], "body"),
    (&["authentication", "security", "authorization"], "auth"),
    (&["encrypted", "seal", "sealed"], "encrypt"),
    (&["idempotency_key", "unique_id", "dedup"], "unique"),
    (&["retry", "retries", "safe", "retryable"], "idempotent"),
    (&["validator", "check", "validate_with"], "validate"),
    (&["doc", "documentation", "link", "reference"], "docs"),
    (&["case", "rename_fields", "rename_all_fields", "names"], "rename_all"),
    (&["login", "authenticate", "token_endpoint"], "token_request"),
    (&["service", "api"], "product"),
    (
        &["data", "request", "request_body", "input"],
        "declare the body as a field: `#[body] pub customer: Customer`",
    ),
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
        &["rename", "name", "operation_id", "tag", "tags"],
        "remove it: the name of the struct is its only name, and is not sent",
    ),
    (
        &["envelope", "no_envelope", "wrapper", "unwrapped", "raw"],
        "write `bare` for a response without the envelope; the product describes the envelope",
    ),
    (&["deny_unknown_fields"], "remove it: unknown fields of a response are ignored"),
    (&["default"], "write `#[serde(default)]` above a field"),
    (&["sensitive", "secret"], "write `#[sensitive]` above the fields"),
    (&["derive"], "write `#[derive(…)]` below the attribute"),
    (&["error", "err"], "remove it: every call fails with `enkash_core::Error`"),
];

/// serde's keys for an enum whose variants hold data.
pub(super) const ENUM_KEYS: [&str; 3] = ["tag", "untagged", "content"];

/// What to write for these.
pub(super) const ENUM_HELP: &str =
    "remove it, and take the value as a `Json`, or implement `Value` and `ReadValue`";

/// Attributes of fields, and for each what to write.
const ATTRIBUTES: [(&[&str], &str); 26] = [
    (
        &["param", "params", "queries", "query_param", "query_params", "request_param", "urlparam"],
        "write `#[query]`, or nothing if a placeholder names the field",
    ),
    (
        &["path_param", "path_variable", "url_param", "segment", "placeholder"],
        "write `#[path]`, or nothing: the field that a placeholder names is in the path",
    ),
    (
        &["headers", "http_header", "header_param", "request_header"],
        "write `#[header(\"X-Request-Id\")]`",
    ),
    (
        &["cookie", "cookies"],
        "write `#[header(\"Cookie\")]`, and `name=value` as the field's value",
    ),
    (&["request_body", "payload"], "write `#[body]`"),
    (
        &["arg", "clap", "structopt", "command"],
        "remove it: `#[query]`, `#[header(…)]` and `#[body]` set where a field is sent",
    ),
    (
        &["serde_as"],
        "write the type as `AsText<T>`, or `#[serde(with = \"module\")]` above the field",
    ),
    (
        &["json", "form", "multipart", "file", "part", "raw"],
        "remove it: fields of a `POST` are in the body, and `body = form` or `body = multipart` in `#[endpoint(…)]` sets its encoding",
    ),
    (&["rename_all"], "write `rename_all = \"snake_case\"` in the attribute of the struct"),
    (&["flatten", "with"], "write `#[serde(flatten)]` or `#[serde(with = \"module\")]`"),
    (&["default"], "write `#[serde(default)]`, or make the field an `Option`"),
    (
        &["required", "mandatory", "not_null", "notnull", "nonnull", "non_null"],
        "remove it: a field is required unless it is an `Option` or a `Patch`",
    ),
    (
        &["optional", "nullable"],
        "remove it, and make the field an `Option<T>`, or a `Patch<T>` if it can be `null`",
    ),
    (
        &["skip", "ignore", "skip_serializing_if", "json_ignore"],
        "remove it: a field that is `None` is not sent",
    ),
    (&["regex", "regexp", "matches"], "write `#[pattern(\"^[A-Z]{5}$\")]`"),
    (&["len", "size", "max_length", "min_length", "char_length"], "write `#[length(1..=100)]`"),
    (&["min", "max", "minimum", "maximum", "between"], "write `#[range(1..=100)]`"),
    (&["not_blank", "not_empty", "notempty", "nonempty"], "write `#[length(1..)]`"),
    (&["precision", "scale", "decimal_places", "fraction_digits"], "write `#[decimals(2)]`"),
    (
        &["enum_values", "one_of", "oneof", "values", "allowed_values", "possible_values"],
        "declare a `#[model]` enum with these values, and make it the type of the field",
    ),
    (&["max_items", "min_items", "count"], "write `#[items(1..=100)]`"),
    (&["date", "datetime", "date_format", "chrono", "time"], "write `#[format(\"yyyy-MM-dd\")]`"),
    (
        &["secret", "redact", "redacted", "mask", "masked", "confidential", "private", "encrypt"],
        "write `#[sensitive]`",
    ),
    (
        &["name", "alias", "key", "field", "json_property", "serialized_name"],
        "write `#[rename(\"customerId\")]`",
    ),
    (&["unique", "id"], "name the field in `#[endpoint(…, unique = transaction_id)]`"),
    (
        &["validate", "garde", "check", "email", "url", "phone"],
        "write a rule such as `#[pattern(\"…\")]`, or `validate = Self::check` in the attribute of the struct",
    ),
];

/// Reports an attribute that a field cannot have.
pub(super) fn attribute(attribute: &Attribute, sink: &mut Sink) {
    let name = tokens_to_string(attribute.path());
    let wrong = format!("a field has no attribute `#[{name}]`");
    sink.report(attribute.path(), Code::UnknownAttribute, wrong, help_for(&attribute.meta));
}

/// What to write instead of an attribute.
fn help_for(meta: &Meta) -> String {
    let name = tokens_to_string(meta.path());
    // `#[validate(length(min = 1))]` has the rule within.
    if let ("validate" | "garde", Meta::List(list)) = (&*name, meta)
        && let Ok(rule @ (Meta::List(_) | Meta::NameValue(_))) = list.parse_args::<Meta>()
    {
        return help_for(&rule);
    }
    // Java's annotations are in Pascal case, as in `#[PathVariable]`.
    let snake = Case::Snake.apply(&name);
    let (meant, help) = match ATTRIBUTES.iter().find(|(names, _)| names.contains(&&*snake)) {
        Some((_, help)) => {
            // Only where an attribute alone is the help.
            let whole = help.strip_prefix("write `#[").filter(|rest| rest.ends_with(")]`"));
            let meant = whole.and_then(|rest| rest.split_once('(')).map(|(meant, _)| meant);
            let meant = match meant {
                None if help.starts_with("write `#[query]`") => "query",
                None if help.starts_with("write `#[path]`") => "path",
                meant => meant.unwrap_or_default(),
            };
            (meant, (*help).to_owned())
        }
        None => match nearest(&snake, FIELD_ATTRIBUTES) {
            Some(meant @ ("query" | "path" | "body" | "sensitive" | "extra")) => {
                (meant, format!("write `#[{meant}]`"))
            }
            Some(meant) => (meant, format!("write `#[{meant}(…)]`")),
            None => ("", format!("remove it; the attributes are {}", list(&FIELD_ATTRIBUTES))),
        },
    };
    let own = match meant {
        "pattern" | "rename" | "header" | "format" => {
            rules::string_meant(meta).map(|string| format!("write `#[{meant}({string})]`"))
        }
        // Of `defaultValue = "1"` the string is no name.
        "query" | "path" => rules::string_meant(meta)
            .filter(|_| !tokens_to_string(meta).contains("default"))
            .map(|string| format!("write `#[{meant}] #[rename({string})]`")),
        // As in `#[json(name = "id")]`.
        "" if name == "json" => {
            rules::string_meant(meta).map(|string| format!("write `#[rename({string})]`"))
        }
        "serde" | "decimals" => meta
            .require_list()
            .ok()
            .map(|list| format!("write `#[{meant}({})]`", tokens_to_string(&list.tokens))),
        "length" | "range" | "items" => {
            rules::range_meant(meant, meta).map(|help| match name.split('_').next() {
                Some("min" | "minimum") => bound(meant, &help, "{}.."),
                Some("max" | "maximum") => bound(meant, &help, "..={}"),
                _ => help,
            })
        }
        _ => None,
    };
    own.unwrap_or(help)
}

/// A range with one end, from the help for one number.
fn bound(meant: &str, help: &str, range: &str) -> String {
    let number = help
        .split_once('(')
        .and_then(|(_, rest)| rest.split_once("..="))
        .map_or("1", |(number, _)| number);
    format!("write `#[{meant}({})]`", range.replace("{}", number))
}
