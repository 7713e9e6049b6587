//! What a declaration says of a struct: its fields with their names, locations and rules.

use crate::rules::Rules;

/// Where a field is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Location {
    /// A segment of the path.
    Path,
    /// A parameter of the query; a list repeats the name.
    Query,
    /// A header.
    Header,
    /// A field of the body.
    Body,
    /// The whole body.
    WholeBody,
    /// A map of further fields of the body.
    Extra,
    /// A model whose fields are among those of the body.
    Flatten,
    /// Nowhere: a `cfg` removed the field.
    Nowhere,
}

/// The description of a field: names, location and rules. Constants only; a request costs nothing
/// to describe.
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

/// Writes the schema of a type.
#[cfg(feature = "schema")]
pub type WriteSchema = fn(&mut schemars::SchemaGenerator) -> schemars::Schema;

/// What is known of a type.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct TypeInfo {
    /// The pattern, where it is a `#[pattern]` type.
    pub pattern: Option<&'static str>,
    /// Its schema.
    #[cfg(feature = "schema")]
    pub schema: Option<WriteSchema>,
}

impl TypeInfo {
    /// Nothing is known.
    pub const NONE: TypeInfo = TypeInfo {
        pattern: None,
        #[cfg(feature = "schema")]
        schema: None,
    };

    /// What was found out of a type.
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
    /// Takes the place of a field that a `cfg` removed, so that the others keep their indexes.
    #[doc(hidden)]
    pub const REMOVED: Field = Field {
        name: "",
        wire_name: "",
        location: Location::Nowhere,
        required: false,
        sensitive: false,
        rules: Rules::NONE,
        ty: TypeInfo::NONE,
    };

    /// The name in Rust.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The name on the wire.
    #[must_use]
    pub const fn wire_name(&self) -> &'static str {
        self.wire_name
    }

    /// Where the field is sent.
    #[must_use]
    pub const fn location(&self) -> Location {
        self.location
    }

    /// Whether a request without it is invalid.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        self.required
    }

    /// Whether its value is kept out of `Debug` and errors.
    #[must_use]
    pub const fn is_sensitive(&self) -> bool {
        self.sensitive
    }

    /// The rules of the declaration.
    #[must_use]
    pub const fn rules(&self) -> &'static Rules {
        self.rules
    }

    /// The description of its type; complete only with the features `registry` and `schema`.
    #[must_use]
    pub const fn ty(&self) -> TypeInfo {
        self.ty
    }

    /// The pattern that the value has to match, of the field itself or of its type.
    #[must_use]
    pub fn pattern(&self) -> Option<&'static str> {
        self.rules.pattern.as_ref().map(crate::rules::pattern::Pattern::source).or(self.ty.pattern)
    }
}
