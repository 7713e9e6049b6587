//! Reads attributes and items as they stand, without judging them.

mod arguments;
mod field;
mod own_type;

pub(crate) use arguments::{Argument, ArgumentValue, Arguments};
pub(crate) use field::{Attributes, OURS, Source, SourceField, is_plain_struct};
pub(crate) use own_type::without_self;
