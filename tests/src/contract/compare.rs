//! Where two sets of facts differ.

use std::collections::BTreeMap;
use std::fmt;

use enkash_core::Json;

use super::facts::{Facts, Operations};

/// One disagreement between catalogue and declarations.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The operation's name.
    pub operation: String,
    /// The place, such as `body contacts[].mobile`; `operation` for the whole of it.
    pub at: String,
    /// The keyword, or `missing` (documented, not declared), or `undocumented` (declared, not
    /// documented).
    pub what: String,
    /// What is declared, as JSON, a string without its quotes; `nothing` where nothing is.
    pub declared: String,
    /// Both sides.
    pub details: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}: {}", self.operation, self.at, self.what, self.details)
    }
}

/// How many places there are, and how many of them agree.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Operations that are documented, and those of them that are declared.
    pub operations: (usize, usize),
    /// Parameters that are documented, and those that agree.
    pub parameters: (usize, usize),
    /// Fields of bodies that are documented, and those that agree.
    pub body: (usize, usize),
    /// Fields of responses that are documented, and those that agree.
    pub responses: (usize, usize),
}

/// Compares what is documented with what is declared.
#[must_use]
pub fn compare(documented: &Operations, declared: &Operations) -> (Vec<Difference>, Tally) {
    let mut found = Vec::new();
    let mut tally = Tally::default();
    for (operation, places) in documented {
        tally.operations.0 += 1;
        match declared.get(operation) {
            Some(own) => {
                tally.operations.1 += 1;
                compare_places(operation, places, own, &mut found, &mut tally);
            }
            None => found.push(difference(operation, "operation", "missing", None, String::new())),
        }
    }
    for operation in declared.keys().filter(|operation| !documented.contains_key(*operation)) {
        found.push(difference(operation, "operation", "undocumented", None, String::new()));
    }
    found.sort();
    (found, tally)
}

fn difference(
    operation: &str,
    at: &str,
    what: &str,
    declared: Option<&Json>,
    details: String,
) -> Difference {
    Difference {
        operation: operation.to_owned(),
        at: at.to_owned(),
        what: what.to_owned(),
        declared: show(declared),
        details,
    }
}

fn show(value: Option<&Json>) -> String {
    match value {
        None => "nothing".to_owned(),
        Some(Json::String(text)) => text.clone(),
        Some(json) => json.to_string(),
    }
}

fn compare_places(
    operation: &str,
    documented: &BTreeMap<String, Facts>,
    declared: &BTreeMap<String, Facts>,
    found: &mut Vec<Difference>,
    tally: &mut Tally,
) {
    for (at, facts) in documented {
        let before = found.len();
        match declared.get(at) {
            Some(own) => compare_facts(operation, at, facts, own, found),
            None => found.push(difference(
                operation,
                at,
                "missing",
                None,
                format!("documented as {facts:?}"),
            )),
        }
        let count = match at.split(' ').next() {
            Some("path" | "query" | "header") => &mut tally.parameters,
            Some("body") if at != "body" => &mut tally.body,
            Some("response" | "webhook") if at.contains([' ', '[']) => &mut tally.responses,
            _ => continue,
        };
        count.0 += 1;
        count.1 += usize::from(found.len() == before);
    }
    // What the API reference does not show of a response, a declaration may leave open, and no more
    // than that.
    let open = |at: &str| ["response", "webhook"].contains(&at) && !documented.contains_key(at);
    for (at, facts) in declared.iter().filter(|(at, _)| !documented.contains_key(*at) && !open(at))
    {
        found.push(difference(
            operation,
            at,
            "undocumented",
            None,
            format!("declared as {facts:?}"),
        ));
    }
}

fn compare_facts(
    operation: &str,
    at: &str,
    documented: &Facts,
    declared: &Facts,
    found: &mut Vec<Difference>,
) {
    let keywords: std::collections::BTreeSet<_> =
        documented.keys().chain(declared.keys()).collect();
    let response = at.starts_with("response") || at.starts_with("webhook");
    for keyword in keywords {
        let (theirs, ours) = (documented.get(*keyword), declared.get(*keyword));
        // A number can be read where an integer is documented, and JSON of any kind where no type
        // is.
        let wider = response && *keyword == "type" && is(theirs, "integer") && is(ours, "number");
        if theirs != ours && !wider {
            let details = format!("documented {}, declared {}", show(theirs), show(ours));
            found.push(difference(operation, at, keyword, ours, details));
        }
    }
}

fn is(value: Option<&Json>, ty: &str) -> bool {
    value.and_then(Json::as_str) == Some(ty)
}
