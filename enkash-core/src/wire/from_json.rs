//! Deserialises models from JSON that is not a response, such as a webhook event.

use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use crate::base::repair::repair;
use crate::types::value::{Sender, reading};
use crate::wire::json_path::json_path;

/// Deserialises a model from JSON, as tolerantly as a response.
///
/// ```
/// use enkash_core::{Money, from_json, model};
///
/// #[model]
/// pub struct Payment {
///     pub amount: Option<Money>,
/// }
///
/// let payment: Payment = from_json(br#"{"amount": "1250.50", "more": []}"#)?;
/// assert_eq!(payment.amount, Some(Money::from_paise(125_050)));
///
/// let error = from_json::<Payment>(br#"{"amount": "much"}"#).unwrap_err();
/// assert_eq!(error.path(), "amount");
/// # Ok::<(), enkash_core::FromJsonError>(())
/// ```
///
/// [`JsonMap`](crate::JsonMap) documents the memory limits for arbitrary JSON values.
///
/// # Errors
/// Returns an error if the input is not JSON, or a field does not have the declared type.
pub fn from_json<T: DeserializeOwned>(json: &[u8]) -> Result<T, FromJsonError> {
    read(json, Sender::Known)
}

/// Deserialises a model like [`from_json`] from input that anyone may have written, with a memory
/// limit for lists as well.
///
/// A list element such as `{}` can take many times the memory of its JSON. All list elements and
/// arbitrary JSON values together may take 4 MiB plus six times the length of the input.
///
/// # Errors
/// Returns the errors of [`from_json`], or one if the lists exceed the memory limit.
pub fn from_untrusted_json<T: DeserializeOwned>(json: &[u8]) -> Result<T, FromJsonError> {
    read(json, Sender::Unknown)
}

fn read<T: DeserializeOwned>(json: &[u8], sender: Sender) -> Result<T, FromJsonError> {
    let read = |json: &[u8]| {
        reading(json.len(), sender, || serde_json::from_slice(json)).map_err(
            |error: serde_json::Error| FromJsonError {
                is_json: error.classify() == Category::Data,
                path: json_path(json, error.line(), error.column()),
            },
        )
    };
    read(json).or_else(|error| repair(json).map_or(Err(error), |json| read(&json)))
}

/// The error of [`from_json`]. `Display` contains the path and no value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct FromJsonError {
    is_json: bool,
    path: String,
}

impl FromJsonError {
    /// Returns whether the input was JSON up to the error, but did not have the documented
    /// structure.
    #[must_use]
    pub const fn is_json(&self) -> bool {
        self.is_json
    }

    /// Returns the path at which deserialisation failed, such as `payment.amount`; empty at the
    /// root. Names come from the sender: control characters are escaped, and the path is truncated
    /// to 200 characters.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for FromJsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_json { "not of the documented type" } else { "not JSON" })?;
        if self.path.is_empty() { Ok(()) } else { write!(f, " at `{}`", self.path) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_the_place_and_not_the_value() {
        let error = from_json::<Vec<u8>>(b"[1, \"4111111111111111\"]").unwrap_err();
        assert_eq!(error.to_string(), "not of the documented type at `[1]`");
        let error = from_json::<Vec<u8>>(b"<html>").unwrap_err();
        assert_eq!((error.to_string().as_str(), error.is_json()), ("not JSON", false));
    }
}
