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
    /// What is known of the field's type; all of it only with the features `registry` and `schema`.
    pub ty: Description,
}

/// What is known of a type.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Description {
    /// The pattern, where it is a `#[pattern]` type.
    pub pattern: Option<&'static str>,
    /// Its schema.
    #[cfg(feature = "schema")]
    pub schema: Option<crate::schema::WriteSchema>,
}

impl Description {
    /// Nothing is known.
    pub const NONE: Description = Description {
        pattern: None,
        #[cfg(feature = "schema")]
        schema: None,
    };
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
            ty: Description::NONE,
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

    /// The same field with what is known of its type.
    #[must_use]
    pub const fn ty(mut self, ty: Description) -> Self {
        self.ty = ty;
        self
    }

    /// The pattern that the value has to match, of the field itself or of its type.
    #[must_use]
    pub fn pattern(&self) -> Option<&'static str> {
        self.rules.pattern.as_ref().map(crate::pattern::Pattern::source).or(self.ty.pattern)
    }
}
