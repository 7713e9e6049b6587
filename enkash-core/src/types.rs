//! The traits and types of field values.

pub(crate) mod identifier;
pub(crate) mod money;
pub(crate) mod money_text;
pub(crate) mod multipart;
pub(crate) mod string_enum;
pub(crate) mod text;
pub(crate) mod value;
