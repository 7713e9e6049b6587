//! One member of a request or model, as its declaration describes it.

use crate::rules::Rules;

/// Where a field travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Location {
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

impl Location {
    /// The place that a table's letter means.
    const fn from_letter(letter: u8) -> Self {
        match letter {
            b'P' => Location::Path,
            b'Q' => Location::Query,
            b'H' => Location::Header,
            b'B' => Location::Body,
            b'W' => Location::WholeBody,
            b'E' => Location::Extra,
            b'F' => Location::Flatten,
            _ => panic!("the table of fields has a place that nobody knows"),
        }
    }
}

/// The description of a field: names, place and rules. Constants only; a request costs nothing to describe.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Field {
    pub(crate) name: &'static str,
    pub(crate) wire_name: &'static str,
    pub(crate) place: Location,
    pub(crate) required: bool,
    pub(crate) sensitive: bool,
    pub(crate) rules: &'static Rules,
    pub(crate) ty: TypeInfo,
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
}

impl Field {
    /// A required field without rules.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(place: Location, name: &'static str, wire_name: &'static str) -> Self {
        Field {
            name,
            wire_name,
            place,
            required: true,
            sensitive: false,
            rules: Rules::NONE,
            ty: TypeInfo::NONE,
        }
    }

    /// The same field, but it may be left out.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// The same field, but never printed.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }

    /// The same field with rules.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_rules(mut self, rules: &'static Rules) -> Self {
        self.rules = rules;
        self
    }

    /// The same field with what is known of its type.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_type(mut self, ty: TypeInfo) -> Self {
        self.ty = ty;
        self
    }

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

    /// Where the field travels.
    #[must_use]
    pub const fn place(&self) -> Location {
        self.place
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

    /// The documented rules.
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

/// The description of a struct.
#[derive(Debug)]
#[non_exhaustive]
pub struct StructInfo {
    /// Its name in Rust.
    pub name: &'static str,
    /// Its fields in the order of the declaration.
    pub fields: &'static [Field],
}

impl StructInfo {
    /// A struct with these fields.
    #[must_use]
    pub const fn new(name: &'static str, fields: &'static [Field]) -> Self {
        StructInfo { name, fields }
    }
}

/// The table of a struct's fields out of one text, so that a declaration costs the compiler one literal instead of an
/// expression per field.
///
/// A field is a letter for the place; `o` if the field is optional, `s` if it is sensitive, `x` if both, `-` if neither; and
/// the names in Rust and on the wire, each behind its length in bytes, two digits to the base of 128. `rules` are those of
/// the fields that have some, each with the number of its field.
///
/// # Panics
/// The text has another form or describes another number of fields; in a constant it does not compile.
#[must_use]
pub const fn fields<const N: usize>(text: &'static str, rules: &[(usize, &'static Rules)]) -> [Field; N] {
    let mut fields = [Field::new(Location::Nowhere, "", ""); N];
    let (mut rest, mut index) = (text, 0);
    while index < N {
        let (head, names) = rest.split_at(2);
        let [place, flag] = *head.as_bytes() else {
            panic!("the description of a field begins with two characters")
        };
        let (name, names) = name(names);
        let (wire_name, behind) = self::name(names);
        rest = behind;
        fields[index].place = Location::from_letter(place);
        fields[index].name = name;
        fields[index].wire_name = wire_name;
        fields[index].required = !matches!(flag, b'o' | b'x');
        fields[index].sensitive = matches!(flag, b's' | b'x');
        index += 1;
    }
    assert!(rest.is_empty(), "the table of fields describes more of them than were counted");
    let mut ruled = 0;
    while ruled < rules.len() {
        fields[rules[ruled].0].rules = rules[ruled].1;
        ruled += 1;
    }
    fields
}

/// A name behind its length, and what is behind the name.
const fn name(text: &'static str) -> (&'static str, &'static str) {
    let (length, rest) = text.split_at(2);
    let [high, low] = *length.as_bytes() else { panic!("the length of a name has two characters") };
    rest.split_at((high as usize) << 7 | low as usize)
}

/// [`fields`] with what is known of each field's type.
#[must_use]
pub const fn fields_of<const N: usize>(
    text: &'static str,
    rules: &[(usize, &'static Rules)],
    types: [TypeInfo; N],
) -> [Field; N] {
    let mut fields = fields(text, rules);
    let mut index = 0;
    while index < N {
        fields[index].ty = types[index];
        index += 1;
    }
    fields
}
