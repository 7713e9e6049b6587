//! The settings and resources that all requests of a client share.

use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderValue};

use super::AnyTransport;
#[cfg(feature = "blocking")]
use crate::error::ConfigError;
use crate::retry::{Jitter, RetryPolicy};

/// The settings, transport and randomness of a client. Clones are cheap.
#[derive(Clone)]
pub(crate) struct ClientRuntime {
    shared: Arc<Shared>,
    /// Not in `Shared`, which a blocking client uses as well: a connection works only as long as
    /// the runtime that opened it.
    transport: Arc<AnyTransport>,
}

struct Shared {
    settings: Settings,
    jitter: Jitter,
}

/// The settings that apply to every request of a client.
pub(crate) struct Settings {
    /// The time limit of a call, including delays and token requests.
    pub(crate) call_timeout: Duration,
    /// The time limit of an attempt, up to the last byte of its response.
    pub(crate) attempt_timeout: Duration,
    /// The pause of token requests after doubtful ones.
    pub(crate) token_suspension: Duration,
    pub(crate) retry: RetryPolicy,
    pub(crate) max_response_bytes: usize,
    pub(crate) user_agent: HeaderValue,
    /// The headers of every request, unless it has its own.
    pub(crate) default_headers: HeaderMap,
}

impl ClientRuntime {
    pub(crate) fn new(settings: Settings, jitter: Jitter, transport: AnyTransport) -> Self {
        ClientRuntime {
            shared: Arc::new(Shared { settings, jitter }),
            transport: Arc::new(transport),
        }
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.shared.settings
    }

    pub(crate) fn jitter(&self) -> &Jitter {
        &self.shared.jitter
    }

    pub(crate) fn transport(&self) -> &AnyTransport {
        &self.transport
    }

    /// Returns the same with separate connections.
    #[cfg(feature = "blocking")]
    pub(crate) fn with_own_connections(&self) -> Result<Self, ConfigError> {
        Ok(ClientRuntime {
            shared: Arc::clone(&self.shared),
            transport: AnyTransport::with_own_connections(&self.transport)?,
        })
    }
}
