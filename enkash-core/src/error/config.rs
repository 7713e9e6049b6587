//! Errors of configuration.

use std::borrow::Cow;
use std::error::Error as StdError;

/// A missing or wrong setting of the client. `Display` contains the setting and the fix.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct ConfigError {
    message: Cow<'static, str>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl ConfigError {
    pub(crate) fn new(message: impl Into<Cow<'static, str>>) -> Self {
        ConfigError { message: message.into(), source: None }
    }

    pub(crate) fn caused_by(
        message: impl Into<Cow<'static, str>>,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        ConfigError { message: message.into(), source: Some(source.into()) }
    }
}
