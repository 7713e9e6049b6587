//! The reviewed differences: each stands in one file with its reason.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::Difference;

/// One reviewed difference.
#[derive(Debug, Clone, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// The operation or notification.
    pub operation: String,
    /// The place; with `*` at the end every place that begins so.
    pub at: String,
    /// The keyword, `missing` or `undocumented`.
    pub what: String,
    /// Why it is right so.
    pub reason: String,
}

impl Review {
    /// Whether this review is about the difference.
    #[must_use]
    pub fn covers(&self, difference: &Difference) -> bool {
        let place = match self.at.strip_suffix('*') {
            Some(beginning) => difference.at.starts_with(beginning),
            None => difference.at == self.at,
        };
        place && self.operation == difference.operation && self.what == difference.what
    }

    /// What is left of the differences, and the reviews that are about none of them.
    #[must_use]
    pub fn settle(reviews: &[Review], differences: &[Difference]) -> (Vec<Difference>, BTreeSet<Review>) {
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

/// The file `tests/contract/differences.yaml`.
///
/// # Panics
/// It cannot be read.
#[must_use]
pub fn reviewed() -> Vec<Review> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/contract/differences.yaml");
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}
