//! Reads attributes and items as they stand, without judging them.

mod arguments;
mod field;

pub(crate) use arguments::{Argument, ArgumentValue, Arguments};
pub(crate) use field::{Attributes, OURS, Source, SourceField};
