//! Checked declarations: what check makes and expand writes. None of these can hold a mistake.

use proc_macro2::{Span, TokenStream};
use syn::{Attribute, DeriveInput, Ident, LitStr, Path, Type};

use crate::pattern::CompiledPattern;
use crate::types::{Presence, TypeKind};

/// A checked endpoint.
pub(crate) struct Endpoint {
    pub(crate) item: DeriveInput,
    pub(crate) core: syn::Path,
    pub(crate) method: Ident,
    pub(crate) template: LitStr,
    pub(crate) fields: Vec<Field>,
    pub(crate) response: Option<Type>,
    pub(crate) product: Product,
    pub(crate) body: BodyEncoding,
    /// The variant of `ResponseFormat`, if it is not the default.
    pub(crate) response_format: Option<&'static str>,
    pub(crate) auth: Option<&'static str>,
    pub(crate) token_request: bool,
    /// Whether bodies are encrypted, if the product does not decide.
    pub(crate) encrypt: Option<bool>,
    pub(crate) idempotent: bool,
    pub(crate) unique: Option<String>,
    pub(crate) validate: Option<Path>,
    pub(crate) docs: Option<LitStr>,
}

impl Endpoint {
    /// The items that the attribute takes, for the help of messages.
    pub(crate) const EXPECTED_ITEM: &str =
        "an endpoint is a struct with named fields, or with none: `struct Ping;`";
}

/// The product of an endpoint, a constant. The compiler knows which there are.
pub(crate) enum Product {
    /// `product = PATH`.
    Named(Path),
    /// Without the key: the `PRODUCT` in the user's scope.
    InScope,
    /// The key cannot be read; only in the stub of an endpoint with a mistake.
    Unreadable,
}

/// The encoding of body fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BodyEncoding {
    Json,
    Form,
    Multipart,
}

/// A checked model.
pub(crate) struct Model {
    pub(crate) item: DeriveInput,
    pub(crate) core: syn::Path,
    pub(crate) kind: ModelKind,
}

impl Model {
    /// The items that the attribute takes, for the help of messages.
    pub(crate) const EXPECTED_ITEM: &str =
        "a model is a struct with named fields, or an enum of strings";
}

/// What the model is: a struct, or an enum of strings.
pub(crate) enum ModelKind {
    Struct { fields: Vec<Field>, validate: Option<Path> },
    Enum { variants: Vec<Variant> },
}

/// A variant of a string enum.
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) wire_name: String,
    pub(crate) cfg: Vec<Attribute>,
}

/// A checked identifier.
pub(crate) struct Identifier {
    pub(crate) item: DeriveInput,
    pub(crate) core: syn::Path,
    pub(crate) source: String,
    pub(crate) pattern: CompiledPattern,
    pub(crate) sensitive: bool,
}

impl Identifier {
    /// The items that the attribute takes, for the help of messages.
    pub(crate) const EXPECTED_ITEM: &str = "an identifier is a unit struct: `struct CustomerId;`";
}

/// A checked field of an endpoint or model.
pub(crate) struct Field {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// The name in Rust, without `r#`.
    pub(crate) name: String,
    pub(crate) wire_name: String,
    pub(crate) location: Location,
    pub(crate) presence: Presence,
    /// What the type's name says of it.
    pub(crate) kind: TypeKind,
    pub(crate) sensitive: bool,
    pub(crate) rules: Rules,
    pub(crate) format: Option<DateFormat>,
    pub(crate) with: Option<Path>,
    pub(crate) default: Option<TokenStream>,
    pub(crate) cfg: Vec<Attribute>,
    pub(crate) docs: Vec<Attribute>,
}

impl Field {
    /// Whether a builder asks for the field.
    pub(crate) fn is_required(&self) -> bool {
        self.presence == Presence::Required && self.location != Location::Extra
    }

    /// Whether the field is an `Option` or a `Patch`.
    pub(crate) fn is_nullable(&self) -> bool {
        self.presence != Presence::Required
    }

    /// Where errors about the field's type belong. Code with this span must not name our own
    /// locals: where the field's name comes from elsewhere, as `$name:ident` of a `macro_rules!`
    /// does, they are not visible to it.
    pub(crate) fn span(&self) -> Span {
        self.ident.span()
    }
}

/// Where a field is sent (`in` of OpenAPI).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Location {
    Path,
    Query,
    Header,
    Body,
    WholeBody,
    Extra,
    Flatten,
}

/// The rules of a field.
#[derive(Default)]
pub(crate) struct Rules {
    pub(crate) pattern: Option<CompiledPattern>,
    pub(crate) length: Option<(usize, usize)>,
    pub(crate) range: Option<(Option<Bound>, Option<Bound>)>,
    pub(crate) items: Option<(usize, usize)>,
    pub(crate) decimals: Option<u32>,
}

/// A date format.
pub(crate) struct DateFormat {
    /// As it is written, in the letters of the API reference.
    pub(crate) source: String,
    /// The same for `strftime`.
    pub(crate) strftime: String,
}

/// One end of a range: `mantissa / 10^scale`.
pub(crate) struct Bound {
    /// The number as it is written.
    pub(crate) source: String,
    pub(crate) mantissa: i64,
    pub(crate) scale: u32,
    pub(crate) inclusive: bool,
}
