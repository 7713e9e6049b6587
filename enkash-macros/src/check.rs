//! Turns the input into a declaration, or reports everything that is wrong with it.

mod body;
mod date_format;
mod endpoint;
mod field;
mod field_type;
mod fields;
mod front;
mod identifier;
mod item;
mod keys;
mod location;
mod model;
mod notation;
mod path;
mod rules;
mod serde;
mod stub_types;
mod template;
mod unknown;

pub(crate) use endpoint::endpoint;
pub(crate) use identifier::identifier;
pub(crate) use item::{built, check_item, without_conflicts};
pub(crate) use keys::{core_path, declared_product, declared_response};
pub(crate) use model::model;
pub(crate) use stub_types::replace_unfit_types;

use crate::diagnostic::Sink;
use crate::tokens::tokens_to_string;

/// The input of every check: the item without our attributes, and the arguments.
pub(crate) struct Input<'a> {
    pub(crate) source: crate::parse::Source,
    pub(crate) arguments: &'a crate::parse::Arguments,
    /// Where the core crate is.
    pub(crate) core: syn::Path,
    pub(crate) sink: &'a mut Sink,
}
