//! Reads a model from JSON that did not come as a response, such as a webhook event.

use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use crate::base::repair::repair;
use crate::types::value::{Sender, reading};
use crate::wire::json_path::json_path;

/// Reads a model from a JSON text, as tolerantly as payloads are read.
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
/// [`JsonMap`](crate::JsonMap) has the limits of fields that take any JSON.
///
/// # Errors
/// The text is no JSON, or a member does not fit.
pub fn from_json<T: DeserializeOwned>(json: &[u8]) -> Result<T, FromJsonError> {
    read(json, Sender::Known)
}

/// Reads a model like [`from_json`], if anybody can have written the text: the memory for lists is
/// bounded as well.
///
/// An element of a list can need many times the memory of its text, `{}` say. All of them, and all
/// values of any JSON, have 4 MiB and six times the length of the text.
///
/// # Errors
/// Those of [`from_json`], or that the lists have too many elements for the length of the text.
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

/// JSON could not be read. `Display` says where, and quotes no value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct FromJsonError {
    is_json: bool,
    path: String,
}

impl FromJsonError {
    /// Whether the text was JSON up to there, only not of the documented shape.
    #[must_use]
    pub const fn is_json(&self) -> bool {
        self.is_json
    }

    /// Where parsing failed, such as `payment.amount`; empty at the top. The names in it are the
    /// sender's: control characters are escaped, and the path is cut after 200 characters.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for FromJsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_json { "not of the documented shape" } else { "not JSON" })?;
        if self.path.is_empty() { Ok(()) } else { write!(f, " at `{}`", self.path) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_the_place_and_not_the_value() {
        let error = from_json::<Vec<u8>>(b"[1, \"4111111111111111\"]").unwrap_err();
        assert_eq!(error.to_string(), "not of the documented shape at `[1]`");
        let error = from_json::<Vec<u8>>(b"<html>").unwrap_err();
        assert_eq!((error.to_string().as_str(), error.is_json()), ("not JSON", false));
    }
}
