//! The settings of a sandbox.

use std::time::Duration;

use super::{Clock, Credentials, InitialData};
use crate::journal::{Entry, Limits};

/// Called with every entry of the journal.
pub(crate) type Observer = Box<dyn Fn(&Entry) + Send + Sync>;

/// The field names in responses of `/oauth/token`: the API reference shows three forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum TokenForm {
    /// `access_token`, `token_type`, `expires_in` in seconds, `refresh_token`, `scope`.
    #[default]
    SnakeCase,
    /// `accessToken`, `tokenType`, `expiresIn` in seconds, `refreshToken`, `scope`.
    CamelCase,
    /// `token`, `expiry` in epoch milliseconds, `resultCode`, `resultMessage`.
    Expiry,
}

/// The settings of one sandbox, but for its address.
pub(crate) struct Settings {
    pub(crate) seed: u64,
    pub(crate) clock: Clock,
    pub(crate) latency: Duration,
    pub(crate) initial: InitialData,
    pub(crate) credentials: Credentials,
    pub(crate) token_form: TokenForm,
    pub(crate) token_lifetime: Duration,
    pub(crate) journal: Limits,
    pub(crate) max_body_bytes: usize,
    pub(crate) client_timeout: Duration,
    pub(crate) observer: Option<Observer>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            seed: 1,
            clock: Clock::system(),
            latency: Duration::ZERO,
            initial: InitialData::default(),
            credentials: Credentials::default(),
            token_form: TokenForm::default(),
            token_lifetime: Duration::from_secs(86_399),
            journal: Limits::default(),
            max_body_bytes: 1 << 20,
            client_timeout: Duration::from_secs(30),
            observer: None,
        }
    }
}
