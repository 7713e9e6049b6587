//! What the searches share: sorting and one page of the matches.

use std::cmp::Ordering;

use serde_json::{Value, json};

use crate::exchange::{Call, Outcome};

/// Page size where the caller names none.
const PAGE: usize = 50;

/// One page of `matches`: sorted by `orderBy` where it is given, else in the order of their
/// creation; `direction=DESC` turns either around; `offset` counts rows.
pub(super) fn page(call: &Call<'_>, mut matches: Vec<Value>) -> Outcome {
    if let Some(field) = call.query("orderBy") {
        matches.sort_by(|one, other| compare(&one[field], &other[field]));
    }
    if call.query("direction") == Some("DESC") {
        matches.reverse();
    }
    let number = |name| call.query(name).and_then(|text| text.parse::<usize>().ok());
    let count = matches.len();
    let rows = matches.into_iter().skip(number("offset").unwrap_or(0));
    let rows = rows.take(number("limit").unwrap_or(PAGE)).collect::<Vec<_>>();
    Outcome::success(json!({"recordsCount": count, "data": rows}))
}

fn compare(one: &Value, other: &Value) -> Ordering {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            one.as_f64().partial_cmp(&other.as_f64()).unwrap_or(Ordering::Equal)
        }
        (Value::String(one), Value::String(other)) => one.cmp(other),
        _ => one.to_string().cmp(&other.to_string()),
    }
}
