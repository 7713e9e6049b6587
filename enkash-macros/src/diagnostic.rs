//! Collects the mistakes of one declaration, so that all of them are reported at once.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// The stable codes of the refusals, each a section of the reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Code {
    Arguments = 1,
    Method = 2,
    TemplateStart = 3,
    TemplateUnbalanced = 4,
    PlaceholderName = 5,
    PlaceholderRepeated = 6,
    PlaceholderPartial = 7,
    PlaceholderBraces = 8,
    TemplateQuery = 9,
    TemplateText = 10,
    PlaceholderWithoutField = 11,
    PathFieldWithoutPlaceholder = 12,
    PathType = 13,
    TwoLocations = 14,
    BodyNotAllowed = 15,
    WholeBody = 16,
    Pattern = 17,
    Length = 18,
    Range = 19,
    Items = 20,
    Decimals = 21,
    Format = 22,
    RuleType = 23,
    UnknownKey = 24,
    RepeatedKey = 25,
    KeyValue = 26,
    UnknownAttribute = 27,
    RepeatedAttribute = 28,
    Unique = 29,
    ItemKind = 30,
    Derive = 31,
    WireName = 32,
    HeaderName = 33,
    Extra = 34,
    Serde = 35,
    Variant = 36,
    Misplaced = 37,
    SetterName = 38,
    FieldType = 39,
}

/// The mistakes found so far in one declaration.
pub(crate) struct Sink {
    /// How messages name the declaration, such as ``endpoint `ActivateCustomer` ``.
    subject: String,
    errors: Vec<syn::Error>,
}

impl Sink {
    pub(crate) fn new(subject: String) -> Self {
        Sink { subject, errors: Vec::new() }
    }

    /// Reports a mistake at `spanned`: what is wrong, and what to write instead. Both in lower case
    /// without a full stop.
    pub(crate) fn report(
        &mut self,
        spanned: impl ToTokens,
        code: Code,
        wrong: impl AsRef<str>,
        help: impl AsRef<str>,
    ) {
        let message = self.message(code, wrong.as_ref(), help.as_ref());
        self.errors.push(syn::Error::new_spanned(spanned, message));
    }

    /// The same at a span.
    pub(crate) fn report_at(
        &mut self,
        span: Span,
        code: Code,
        wrong: impl AsRef<str>,
        help: impl AsRef<str>,
    ) {
        let message = self.message(code, wrong.as_ref(), help.as_ref());
        self.errors.push(syn::Error::new(span, message));
    }

    fn message(&self, code: Code, wrong: &str, help: &str) -> String {
        format!("[ENK-{:02}] {}: {wrong}\nhelp: {help}", code as u8, self.subject)
    }

    /// Whether nothing was reported.
    pub(crate) fn is_clean(&self) -> bool {
        self.errors.is_empty()
    }

    /// All reports as `compile_error!`s.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.errors.into_iter().map(syn::Error::into_compile_error).collect()
    }
}

/// The known name that the unknown one was most likely meant to be.
pub(crate) fn nearest<'a>(
    unknown: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let unknown = unknown.to_lowercase();
    known
        .into_iter()
        .map(|name| (distance(&unknown, &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= name.len().max(unknown.len()) / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Names in a row, in code quotes.
pub(crate) fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// How many letters have to be added, removed, changed or swapped with their neighbour (optimal
/// string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let mut best = changed.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    best = best.min(rows[i - 2][j - 2] + 1);
                }
                best
            };
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_suggested_and_a_far_one_is_not() {
        let known = ["query", "header", "body", "pattern"];
        assert_eq!(nearest("qurey", known), Some("query"));
        assert_eq!(nearest("Header", known), Some("header"));
        assert_eq!(nearest("patern", known), Some("pattern"));
        assert_eq!(nearest("xyz", known), None);
        assert_eq!(nearest("FETCH", ["PATCH"]), None);
    }
}
