//! Violations: the rules that a request breaks.

use std::fmt;

use crate::rules::Range;

/// All the rules that a request breaks. Never empty in an [`Error`](crate::Error).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Violations {
    found: Vec<Violation>,
}

impl Violations {
    /// Creates an empty list.
    #[must_use]
    pub const fn new() -> Self {
        Violations { found: Vec::new() }
    }

    /// Adds a broken rule for the value at `path`: the field's name on the wire, or the
    /// [`FieldPath`] passed to [`Value::check`](crate::Value::check).
    pub fn push(&mut self, path: impl Into<String>, rule: Rule) {
        self.found.push(Violation { path: path.into(), rule });
    }

    /// Adds a violation of a rule across fields (`validate = …`). `path` is the field's name on the
    /// wire, `must` completes the sentence "`path` must …".
    pub fn add(&mut self, path: impl Into<String>, must: impl Into<String>) {
        self.push(path, Rule::Other(must.into()));
    }

    /// Adds the violations of a nested value at `at`.
    pub(crate) fn append_below(&mut self, at: &FieldPath<'_>, below: Violations) {
        if below.is_empty() {
            return;
        }
        let way = at.to_string();
        self.found.extend(below.found.into_iter().map(|Violation { path, rule }| {
            let dot =
                if way.is_empty() || path.is_empty() || path.starts_with('[') { "" } else { "." };
            Violation { path: format!("{way}{dot}{path}"), rule }
        }));
    }

    /// Iterates over the violations in the order of the fields.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.found.iter()
    }

    /// Returns the number of violations.
    #[must_use]
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Returns whether there are no violations.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, violation) in self.found.iter().enumerate() {
            if position > 0 {
                f.write_str("; ")?;
            }
            violation.fmt(f)?;
        }
        Ok(())
    }
}

/// One broken rule and the path of the field, without the value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The path of field names on the wire, such as `customerKeyContacts[2].mobile`.
    pub path: String,
    /// The broken rule.
    pub rule: Rule,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            write!(f, "the request {}", self.rule)
        } else {
            write!(f, "`{}` {}", self.path, self.rule)
        }
    }
}

/// A rule of a field, as reported in a violation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rule {
    /// The whole string must match this regular expression.
    Pattern(&'static str),
    /// The string must have a number of characters in this range.
    Length {
        /// The minimum number of characters.
        min: usize,
        /// The maximum number of characters.
        max: usize,
    },
    /// The number must be in this range.
    Range(Range),
    /// The list must have a number of elements in this range.
    Items {
        /// The minimum number of elements.
        min: usize,
        /// The maximum number of elements.
        max: usize,
    },
    /// The number may have at most this many decimals.
    Decimals(u32),
    /// The number may have at most this many significant digits, since a server's floating-point
    /// type cannot represent more.
    SignificantDigits(u32),
    /// The number must be finite.
    Finite,
    /// The string must be usable as one path segment: not empty, and without a part `.` or `..`
    /// between slashes or before a `;`, in any encoding.
    PathSegment,
    /// The encoded URL may have at most this many bytes. The violation is reported for the field
    /// that contributes most to it.
    UrlLength(usize),
    /// The value must be one of these.
    KnownValue(&'static [&'static str]),
    /// A field may not be sent twice, and an `#[extra]` field may not have the name of a declared
    /// one.
    Repeated,
    /// The string must be valid in a header: visible ASCII characters and spaces.
    HeaderText,
    /// The value must be serialisable.
    Writable,
    /// `#[serde(with = "…")]` outside of a JSON body must serialise to a string, a number or a
    /// boolean.
    Scalar,
    /// Another rule; the string completes the sentence "… must …".
    Other(String),
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rule::Pattern(source) => write!(f, "must match `{source}`"),
            Rule::Length { min, max } => counted(f, *min, *max, "character"),
            Rule::Range(range) => match (range.min, range.max) {
                (Some(min), Some(max)) => write!(f, "must be {} and {}", low(min), high(max)),
                (Some(min), None) => write!(f, "must be {}", low(min)),
                (None, Some(max)) => write!(f, "must be {}", high(max)),
                (None, None) => write!(f, "must be a number"),
            },
            Rule::Items { min, max } => counted(f, *min, *max, "element"),
            Rule::Decimals(most) => write!(f, "must have no more than {most} decimals"),
            Rule::SignificantDigits(most) => {
                write!(f, "must have no more than {most} significant digits")
            }
            Rule::Finite => write!(f, "must be a finite number"),
            Rule::PathSegment => {
                write!(
                    f,
                    "must not be empty or contain `.` or `..` as a path segment, in any encoding"
                )
            }
            Rule::UrlLength(most) => {
                write!(f, "must be shorter: the whole URL may have no more than {most} bytes")
            }
            Rule::KnownValue(values) => {
                f.write_str("must be one of")?;
                for (position, value) in values.iter().enumerate() {
                    write!(f, "{} `{value}`", if position == 0 { "" } else { "," })?;
                }
                Ok(())
            }
            Rule::Repeated => write!(f, "must not repeat the name of another field"),
            Rule::HeaderText => {
                write!(f, "must contain only visible ASCII and spaces, as it is sent in a header")
            }
            Rule::Writable => write!(f, "cannot be serialised"),
            Rule::Scalar => write!(f, "must serialise to a string, a number or a boolean"),
            Rule::Other(must) => write!(f, "must {must}"),
        }
    }
}

fn low(bound: crate::rules::Bound) -> String {
    if bound.inclusive { format!("at least {bound}") } else { format!("more than {bound}") }
}

fn high(bound: crate::rules::Bound) -> String {
    if bound.inclusive { format!("at most {bound}") } else { format!("less than {bound}") }
}

fn counted(f: &mut fmt::Formatter<'_>, min: usize, max: usize, what: &str) -> fmt::Result {
    let s = |n: usize| if n == 1 { "" } else { "s" };
    match (min, max) {
        (min, max) if min == max => write!(f, "must have {min} {what}{}", s(min)),
        (0, max) => write!(f, "must have at most {max} {what}{}", s(max)),
        (min, usize::MAX) => write!(f, "must have at least {min} {what}{}", s(min)),
        (min, max) => write!(f, "must have {min} to {max} {what}s"),
    }
}

/// The path of a value in a request, such as `customerKeyContacts[2].mobile`, for
/// [`Value::check`](crate::Value::check).
///
/// A path consists of names on the wire. It lives on the stack and is formatted only for a
/// violation.
///
/// ```
/// use enkash_core::{FieldPath, Rule, Violations};
///
/// let contacts = FieldPath::TOP.field("customerKeyContacts");
/// let third = contacts.index(2);
/// let mobile = third.field("mobile");
/// assert_eq!(mobile.to_string(), "customerKeyContacts[2].mobile");
///
/// let mut found = Violations::new();
/// found.push(&mobile, Rule::Finite);
/// assert_eq!(found.to_string(), "`customerKeyContacts[2].mobile` must be a finite number");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct FieldPath<'a> {
    segment: Segment<'a>,
    parent: Option<&'a FieldPath<'a>>,
}

#[derive(Debug, Clone, Copy)]
enum Segment<'a> {
    Top,
    Field(&'a str),
    Index(usize),
}

impl<'a> FieldPath<'a> {
    /// The root: the request itself.
    pub const TOP: FieldPath<'static> = FieldPath { segment: Segment::Top, parent: None };

    /// Returns the path of a field of this value, by its name on the wire.
    #[must_use]
    pub const fn field(&'a self, wire_name: &'a str) -> FieldPath<'a> {
        FieldPath { segment: Segment::Field(wire_name), parent: Some(self) }
    }

    /// Returns the path of an element of this list.
    #[must_use]
    pub const fn index(&'a self, index: usize) -> FieldPath<'a> {
        FieldPath { segment: Segment::Index(index), parent: Some(self) }
    }
}

impl fmt::Display for FieldPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(parent) = self.parent else { return Ok(()) };
        parent.fmt(f)?;
        match self.segment {
            Segment::Top => Ok(()),
            Segment::Field(name) if parent.is_top() => f.write_str(name),
            Segment::Field(name) => write!(f, ".{name}"),
            Segment::Index(index) => write!(f, "[{index}]"),
        }
    }
}

impl From<&FieldPath<'_>> for String {
    fn from(path: &FieldPath<'_>) -> Self {
        path.to_string()
    }
}

impl FieldPath<'_> {
    const fn is_top(&self) -> bool {
        matches!(self.segment, Segment::Top)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_like_the_wire() {
        let contacts = FieldPath::TOP.field("customerKeyContacts");
        let third = contacts.index(2);
        assert_eq!(third.field("mobile").to_string(), "customerKeyContacts[2].mobile");
        assert_eq!(FieldPath::TOP.index(1).field("mobile").to_string(), "[1].mobile");
    }

    #[test]
    fn a_violation_names_field_and_rule() {
        let mut violations = Violations::new();
        violations.push("remarks", Rule::Length { min: 1, max: 100 });
        violations.push("", Rule::Other("name a customer or a company".to_owned()));
        violations.push("x", Rule::Items { min: 1, max: 1 });
        assert_eq!(
            violations.to_string(),
            "`remarks` must have 1 to 100 characters; the request must name a customer or a company; \
             `x` must have 1 element"
        );
    }
}
