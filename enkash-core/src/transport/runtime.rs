//! What every request of a client shares, whatever it is for.

use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderValue};

use super::AnyTransport;
#[cfg(feature = "blocking")]
use crate::error::ConfigError;
use crate::retry::{Jitter, RetryPolicy};

/// The settings of a client, its transport, and its source of randomness. Clones are cheap.
#[derive(Clone)]
pub(crate) struct ClientRuntime {
    shared: Arc<Shared>,
    /// Beside the rest, which a blocking client shares: a connection works only while the runtime
    /// does that opened it.
    transport: Arc<AnyTransport>,
}

struct Shared {
    settings: Settings,
    jitter: Jitter,
}

/// The settings of a client that concern every request.
pub(crate) struct Settings {
    /// From the start of a call to its end, waits and token requests included.
    pub(crate) call_timeout: Duration,
    /// From the start of an attempt to the last byte of its response.
    pub(crate) attempt_timeout: Duration,
    /// How long an account is left alone after doubtful token requests.
    pub(crate) token_suspension: Duration,
    pub(crate) retry: RetryPolicy,
    pub(crate) max_response_bytes: usize,
    pub(crate) user_agent: HeaderValue,
    /// What every request carries unless it has a header of this name.
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

    /// The same with connections of its own.
    #[cfg(feature = "blocking")]
    pub(crate) fn with_own_connections(&self) -> Result<Self, ConfigError> {
        Ok(ClientRuntime {
            shared: Arc::clone(&self.shared),
            transport: AnyTransport::with_own_connections(&self.transport)?,
        })
    }
}
