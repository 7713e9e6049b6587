//! Identifiers: texts that always match a pattern.

use std::borrow::Cow;

use serde::de::{Deserializer, Error as _};

use crate::rules::pattern::Pattern;

/// A text that always matches a pattern. Implemented by `#[pattern("…")]`.
pub trait Identifier: Sized {
    /// The name of the type.
    const NAME: &'static str;
    /// The pattern that the whole text matches.
    const PATTERN: Pattern;

    /// Wraps a text that has been checked.
    #[doc(hidden)]
    fn from_checked(text: Cow<'static, str>) -> Self;

    /// The text.
    fn text(&self) -> &str;
}

/// A text does not match the pattern of an identifier. The text itself is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a `{name}` must match `{pattern}`")]
pub struct InvalidIdentifier {
    name: &'static str,
    pattern: &'static str,
}

impl InvalidIdentifier {
    /// The name of the identifier's type.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The pattern.
    #[must_use]
    pub const fn pattern(&self) -> &'static str {
        self.pattern
    }
}

/// The identifier, if the text matches.
///
/// # Errors
/// It does not.
pub fn parse_identifier<T: Identifier>(text: Cow<'static, str>) -> Result<T, InvalidIdentifier> {
    if T::PATTERN.is_match(&text) {
        Ok(T::from_checked(text))
    } else {
        Err(InvalidIdentifier { name: T::NAME, pattern: T::PATTERN.source() })
    }
}

/// The identifier from a borrowed text, which is copied only if it matches.
///
/// # Errors
/// It does not match.
pub fn parse_identifier_text<T: Identifier>(text: &str) -> Result<T, InvalidIdentifier> {
    if T::PATTERN.is_match(text) {
        Ok(T::from_checked(Cow::Owned(text.to_owned())))
    } else {
        Err(InvalidIdentifier { name: T::NAME, pattern: T::PATTERN.source() })
    }
}

/// Reads an identifier, which has to match.
///
/// # Errors
/// What the deserializer says, or that the text does not match.
pub fn read_identifier<'de, T: Identifier, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let text = crate::types::value::read_text(deserializer)?;
    parse_identifier(Cow::Owned(text)).map_err(D::Error::custom)
}
