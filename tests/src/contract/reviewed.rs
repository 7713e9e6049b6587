//! The reviewed differences: one file, with a reason for each.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::Difference;

/// One reviewed difference. In operation and place `*` matches anything.
#[derive(Debug, Clone, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// The operation or webhook.
    pub operation: String,
    /// The place.
    pub at: String,
    /// The keyword, `missing` or `undocumented`.
    pub what: String,
    /// What is declared, as a [`Difference`] shows it: without it a review of an enum, say, would
    /// be one of any values.
    #[serde(default)]
    pub declared: Option<String>,
    /// Why it is right so.
    pub reason: String,
}

/// The keywords whose reviews have to name what is declared.
const WITH_VALUE: [&str; 4] = ["enum", "format", "pattern", "type"];

impl Review {
    /// Whether this review is about the difference.
    #[must_use]
    pub fn covers(&self, difference: &Difference) -> bool {
        matches(&self.operation, &difference.operation)
            && matches(&self.at, &difference.at)
            && self.what == difference.what
            && self.declared.as_ref().is_none_or(|declared| *declared == difference.declared)
    }

    /// What is left of the differences, and the reviews that are about none of them.
    #[must_use]
    pub fn settle(
        reviews: &[Review],
        differences: &[Difference],
    ) -> (Vec<Difference>, BTreeSet<Review>) {
        let mut idle: BTreeSet<Review> = reviews.iter().cloned().collect();
        let mut open = Vec::new();
        for difference in differences {
            match reviews.iter().find(|review| review.covers(difference)) {
                Some(review) => drop(idle.remove(review)),
                None => open.push(difference.clone()),
            }
        }
        (open, idle)
    }
}

/// Whether a string matches the expression, in which `*` matches anything.
fn matches(expression: &str, text: &str) -> bool {
    match expression.split_once('*') {
        None => expression == text,
        Some((before, behind)) => text.strip_prefix(before).is_some_and(|rest| {
            (0..=rest.len()).any(|at| rest.is_char_boundary(at) && matches(behind, &rest[at..]))
        }),
    }
}

/// The file `tests/contract/differences.yaml`.
///
/// # Panics
/// It cannot be read, or a review lacks what is declared where it needs it.
#[must_use]
pub fn reviewed() -> Vec<Review> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/contract/differences.yaml");
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let reviews: Vec<Review> =
        serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    let vague = reviews
        .iter()
        .find(|review| review.declared.is_none() && WITH_VALUE.contains(&review.what.as_str()));
    assert!(vague.is_none(), "{path}: no word of what is declared: {vague:?}");
    reviews
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_matches_anything() {
        assert!(
            matches("a*c", "abc")
                && matches("*", "")
                && matches("*b", "ab")
                && matches("a*c*e", "abcde")
        );
        assert!(!matches("a*c", "ab") && !matches("a", "ab") && !matches("*b", "ba"));
    }
}
