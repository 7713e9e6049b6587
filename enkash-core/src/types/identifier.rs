//! Identifiers: strings that match a pattern.

use std::borrow::Cow;

use serde::de::{Deserializer, Error as _};

use crate::rules::pattern::Pattern;

/// A string that always matches a pattern. Implemented by `#[pattern("…")]`.
pub trait Identifier: Sized {
    /// The name of the type.
    const NAME: &'static str;
    /// The pattern that the whole string matches.
    const PATTERN: Pattern;

    /// Wraps a string that was checked.
    #[doc(hidden)]
    fn from_checked(text: Cow<'static, str>) -> Self;

    /// Returns the identifier as a string.
    fn text(&self) -> &str;
}

/// The error of a string that does not match the pattern of an identifier. It does not contain the
/// string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a `{name}` must match `{pattern}`")]
pub struct InvalidIdentifier {
    name: &'static str,
    pattern: &'static str,
}

impl InvalidIdentifier {
    /// Returns the name of the identifier's type.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the pattern as a regular expression.
    #[must_use]
    pub const fn pattern(&self) -> &'static str {
        self.pattern
    }
}

/// Parses an identifier.
///
/// # Errors
/// Returns an error if the string does not match the pattern.
pub fn parse_identifier<T: Identifier>(text: Cow<'static, str>) -> Result<T, InvalidIdentifier> {
    if T::PATTERN.is_match(&text) {
        Ok(T::from_checked(text))
    } else {
        Err(InvalidIdentifier { name: T::NAME, pattern: T::PATTERN.source() })
    }
}

/// Parses an identifier from a borrowed string, which is copied only if it matches.
///
/// # Errors
/// Returns an error if the string does not match the pattern.
pub fn parse_identifier_text<T: Identifier>(text: &str) -> Result<T, InvalidIdentifier> {
    if T::PATTERN.is_match(text) {
        Ok(T::from_checked(Cow::Owned(text.to_owned())))
    } else {
        Err(InvalidIdentifier { name: T::NAME, pattern: T::PATTERN.source() })
    }
}

/// Deserialises an identifier.
///
/// # Errors
/// Returns an error of the deserializer, or one if the string does not match the pattern.
pub fn read_identifier<'de, T: Identifier, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let text = crate::types::value::read_text(deserializer)?;
    parse_identifier(Cow::Owned(text)).map_err(D::Error::custom)
}
