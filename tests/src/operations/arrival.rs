//! Whether the content of a response has arrived in its type.

use std::collections::BTreeSet;
use std::fmt::Debug;

use enkash_core::{FieldPath, Json, Reply, ResponseFormat, Rule, Rules, Value, Violations, civil};
use serde::Serialize;

/// Where a response of the sandbox has another form than the type: operation, places, and
/// why that is right.
///
/// Each stays on the list only as long as it is so.
const NOT_TYPED: &[(&str, &[&str], &str)] = &[
    (
        "GetUtilityBillStatus",
        &["paymentMode"],
        "The schema has a plain string, so that the sandbox makes one up; the known values are in its description.",
    ),
    ("GetUtilityBillByReferenceId", &["paymentMode"], "As for `GetUtilityBillStatus`."),
];

/// Asserts that the typed payload, written again, has every value that the payload had as it came,
/// and that each of them is typed: none is a `Lenient::Other` or the unknown value of an enum.
/// Those are written as they came, so that the comparison does not see them; but to send them is a
/// violation, by which they are found. (Maps of further fields are not compared.)
///
/// A field that the type does not declare must be one that the API reference does not show either:
/// the sandbox responds with the documented fields alone, so each of them has to be declared.
pub(super) fn assert_arrived<T: Serialize + Debug + Value>(
    name: &str,
    reply: &Reply<T>,
    format: ResponseFormat,
) {
    let Some(came) = super::raw_payload(reply.raw(), format) else { return };
    let Some(payload) = &reply.payload else {
        panic!("{name}: the response has a payload, the reply has none: {came}");
    };
    let typed = serde_json::to_value(payload).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut lost = Vec::new();
    compare(&came, &typed, "payload", &mut lost);
    assert!(lost.is_empty(), "{name}: did not arrive in the type: {lost:#?}\n{came:#}\n{typed:#}");
    let allowed = NOT_TYPED.iter().filter(|(operation, ..)| *operation == name);
    let allowed: BTreeSet<String> =
        allowed.flat_map(|(_, places, _)| *places).map(|at| (*at).to_owned()).collect();
    assert_eq!(
        not_typed(payload),
        allowed,
        "{name}: what is not typed, and what of it is allowed, in\n{came:#}"
    );
}

/// The places of strings that their types do not know, without the positions in
/// lists.
fn not_typed<T: Value>(payload: &T) -> BTreeSet<String> {
    let mut found = Violations::new();
    payload.check(&Rules::new(), &FieldPath::TOP, &mut found);
    let texts = found.iter().filter(|it| matches!(it.rule, Rule::Writable | Rule::KnownValue(_)));
    texts.map(|it| super::without_positions(&it.path)).collect()
}

fn compare(came: &Json, typed: &Json, at: &str, lost: &mut Vec<String>) {
    match (came, typed) {
        (Json::Object(came), Json::Object(typed)) => {
            for (member, value) in came.iter().filter(|(_, value)| !value.is_null()) {
                match typed.get(member) {
                    Some(typed) => compare(value, typed, &format!("{at}.{member}"), lost),
                    None => lost.push(format!("{at}.{member}")),
                }
            }
        }
        (Json::Array(came), Json::Array(typed)) if came.len() == typed.len() => {
            for (index, (value, typed)) in came.iter().zip(typed).enumerate() {
                compare(value, typed, &format!("{at}[{index}]"), lost);
            }
        }
        // A number may come as a string and the other way round, 10.0 may be written 10, and a type
        // may write a date in another form.
        (came, typed) if text(came) == text(typed) => {}
        (came, typed) if number(came).is_some() && number(came) == number(typed) => {}
        (came, typed) if time(came).is_some() && time(came) == time(typed) => {}
        (came, typed) => lost.push(format!("{at}: {came} became {typed}")),
    }
}

fn text(json: &Json) -> String {
    match json {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn number(json: &Json) -> Option<f64> {
    text(json).parse().ok()
}

/// A time, without a zone or in UTC.
fn time(json: &Json) -> Option<civil::DateTime> {
    let text = json.as_str()?;
    text.strip_suffix('Z').unwrap_or(text).parse().ok()
}

#[cfg(test)]
mod tests {
    use enkash_core::{Lenient, Money, model};

    use super::*;

    #[model]
    enum State {
        Paid,
    }

    #[model]
    struct Row {
        amount: Option<Lenient<Money>>,
        state: Option<State>,
        #[format("yyyy-MM-dd")]
        day: Option<Lenient<civil::Date>>,
    }

    #[model]
    struct Page {
        rows: Vec<Row>,
    }

    #[test]
    fn what_stayed_a_string_is_found_wherever_it_is() {
        let page: Page = serde_json::from_str(
            r#"{"rows": [{"amount": "much", "state": "LOST", "day": "31 Jan"}]}"#,
        )
        .expect("a page");
        let typed: Page = serde_json::from_str(
            r#"{"rows": [{"amount": 1, "state": "PAID", "day": "2026-01-31"}]}"#,
        )
        .expect("a page");
        assert_eq!(not_typed(&typed), BTreeSet::new());
        let found: Vec<_> = not_typed(&page).into_iter().collect();
        assert_eq!(found, ["rows[].amount", "rows[].day", "rows[].state"]);
    }
}
