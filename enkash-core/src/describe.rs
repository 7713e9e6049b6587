//! Descriptions of structs: their fields with names, locations and rules.

use crate::rules::Rules;

/// The part of a request in which a field is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Location {
    /// A segment of the path.
    Path,
    /// The query; a list repeats the name.
    Query,
    /// A header.
    Header,
    /// A field of the body.
    Body,
    /// The whole body.
    WholeBody,
    /// The body: a map of undeclared fields.
    Extra,
    /// The body: a model whose fields are merged into it.
    Flatten,
    /// Not sent: a `cfg` removed the field.
    Nowhere,
}

/// The description of a field: names, location and rules.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub wire_name: &'static str,
    #[doc(hidden)]
    pub location: Location,
    #[doc(hidden)]
    pub required: bool,
    #[doc(hidden)]
    pub sensitive: bool,
    #[doc(hidden)]
    pub rules: &'static Rules,
    #[doc(hidden)]
    pub ty: TypeInfo,
}

/// A function that generates the JSON schema of a type.
#[cfg(feature = "schema")]
pub type WriteSchema = fn(&mut schemars::SchemaGenerator) -> schemars::Schema;

/// The description of a type.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct TypeInfo {
    /// The regular expression of a `#[pattern]` type.
    pub pattern: Option<&'static str>,
    /// The function that generates the JSON schema.
    #[cfg(feature = "schema")]
    pub schema: Option<WriteSchema>,
}

impl TypeInfo {
    /// An empty description.
    pub const NONE: TypeInfo = TypeInfo {
        pattern: None,
        #[cfg(feature = "schema")]
        schema: None,
    };

    /// Creates a description.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        pattern: Option<&'static str>,
        #[cfg(feature = "schema")] schema: Option<WriteSchema>,
    ) -> Self {
        TypeInfo {
            pattern,
            #[cfg(feature = "schema")]
            schema,
        }
    }
}

impl Field {
    /// A required field of the body, without rules: the tables of the macros state only what
    /// differs from it.
    #[doc(hidden)]
    pub const PLAIN: Field = Field {
        name: "",
        wire_name: "",
        location: Location::Body,
        required: true,
        sensitive: false,
        rules: Rules::NONE,
        ty: TypeInfo::NONE,
    };

    /// A placeholder for a field that a `cfg` removed, so that the other fields keep their indexes.
    #[doc(hidden)]
    pub const REMOVED: Field =
        Field { location: Location::Nowhere, required: false, ..Field::PLAIN };

    /// Returns the name in Rust.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the name on the wire.
    #[must_use]
    pub const fn wire_name(&self) -> &'static str {
        self.wire_name
    }

    /// Returns the part of the request in which the field is sent.
    #[must_use]
    pub const fn location(&self) -> Location {
        self.location
    }

    /// Returns whether a request without the field is invalid.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        self.required
    }

    /// Returns whether the value is redacted in `Debug` and errors.
    #[must_use]
    pub const fn is_sensitive(&self) -> bool {
        self.sensitive
    }

    /// Returns the rules of the field.
    #[must_use]
    pub const fn rules(&self) -> &'static Rules {
        self.rules
    }

    /// Returns the description of the field's type; complete only with the features `registry` and
    /// `schema`.
    #[must_use]
    pub const fn ty(&self) -> TypeInfo {
        self.ty
    }

    /// Returns the pattern that the value must match, from the field or its type.
    #[must_use]
    pub fn pattern(&self) -> Option<&'static str> {
        self.rules.pattern.as_ref().map(crate::rules::pattern::Pattern::source).or(self.ty.pattern)
    }
}
