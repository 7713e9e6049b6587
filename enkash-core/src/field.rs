//! One member of a request or model, as its declaration describes it.

use crate::rules::Rules;

/// Where a field travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// A segment of the path.
    Path,
    /// A parameter of the query; a list repeats the name.
    Query,
    /// A header.
    Header,
    /// A member of the body.
    Body,
    /// The whole body.
    WholeBody,
    /// A map of further members of the body.
    Extra,
    /// A shape whose members stand among those of the body.
    Flatten,
    /// Nowhere: a `cfg` has taken the field out.
    Nowhere,
}

/// The description of a field: names, place and rules. Constants only; a request costs nothing to describe.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Field {
    /// The name in Rust.
    pub name: &'static str,
    /// The name on the wire.
    pub wire_name: &'static str,
    /// Where it travels.
    pub place: Place,
    /// Whether it has to be there.
    pub required: bool,
    /// Whether its value is kept out of everything that is printed.
    pub sensitive: bool,
    /// The documented rules.
    pub rules: &'static Rules,
    /// The pattern of the field's own type, where it is a `#[pattern]` type and the feature `registry` is on.
    pub type_pattern: Option<&'static str>,
}

impl Field {
    /// A required field without rules.
    #[must_use]
    pub const fn new(place: Place, name: &'static str, wire_name: &'static str) -> Self {
        Field {
            name,
            wire_name,
            place,
            required: true,
            sensitive: false,
            rules: Rules::NONE,
            type_pattern: None,
        }
    }

    /// The same field, but it may be left out.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// The same field, but never printed.
    #[must_use]
    pub const fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }

    /// The same field with rules.
    #[must_use]
    pub const fn rules(mut self, rules: &'static Rules) -> Self {
        self.rules = rules;
        self
    }

    /// The same field with the pattern of its type.
    #[must_use]
    pub const fn type_pattern(mut self, pattern: Option<&'static str>) -> Self {
        self.type_pattern = pattern;
        self
    }

    /// The pattern that the value has to match, of the field itself or of its type.
    #[must_use]
    pub fn pattern(&self) -> Option<&'static str> {
        self.rules.pattern.as_ref().map(crate::pattern::Pattern::source).or(self.type_pattern)
    }
}
