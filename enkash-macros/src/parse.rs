//! Reads the input, attributes and items, without judging it.

mod arguments;
mod field;
mod item;
mod self_type;

pub(crate) use arguments::{Argument, ArgumentError, ArgumentValue, Arguments, has_invalid_string};
pub(crate) use field::{Attributes, FIELD_ATTRIBUTES, Source, SourceField, is_plain_struct};
pub(crate) use item::Item;
pub(crate) use self_type::replace_self;
