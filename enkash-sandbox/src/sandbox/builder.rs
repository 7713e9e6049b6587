//! Starting a sandbox.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::{Sandbox, StartError};
use crate::catalogue::Catalogue;
use crate::journal::Entry;
use crate::server;
use crate::state::{Clock, Credentials, InitialData, Settings, State, TokenForm};

/// A builder of a [`Sandbox`], made by [`Sandbox::builder`].
#[must_use]
pub struct SandboxBuilder {
    host: IpAddr,
    port: u16,
    settings: Settings,
}

/// What any clock can add.
const MAX_TIMEOUT: Duration = Duration::from_secs(24 * 60 * 60);

impl fmt::Debug for SandboxBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SandboxBuilder")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("seed", &self.settings.seed)
            .finish_non_exhaustive()
    }
}

impl Default for SandboxBuilder {
    fn default() -> Self {
        Self { host: Ipv4Addr::LOCALHOST.into(), port: 0, settings: Settings::default() }
    }
}

impl Sandbox {
    /// Starts one on a free port, with defaults for all else.
    ///
    /// # Errors
    ///
    /// If no port is free, or there is no tokio runtime.
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// A builder for a sandbox with other settings.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::default()
    }
}

impl SandboxBuilder {
    /// Listens on this address of the machine; 127.0.0.1 by default.
    ///
    /// On any other address than loopback, whoever reaches the machine can send requests and read
    /// responses: there is no TLS, and the default credentials are public.
    pub fn host(self, host: IpAddr) -> Self {
        Self { host, ..self }
    }

    /// Listens on this port; 0, the default, is any free one.
    pub fn port(self, port: u16) -> Self {
        Self { port, ..self }
    }

    /// Decides every id and value that the sandbox makes up; 1 by default.
    pub fn seed(mut self, seed: u64) -> Self {
        self.settings.seed = seed;
        self
    }

    /// The clock for token lifetimes, dates and the journal; the machine's by default.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.settings.clock = clock;
        self
    }

    /// Delays every response by this time; by none by default.
    pub fn latency(mut self, latency: Duration) -> Self {
        self.settings.latency = latency;
        self
    }

    /// The customers and the balance that exist from the start.
    pub fn initial_data(mut self, initial: InitialData) -> Self {
        self.settings.initial = initial;
        self
    }

    /// Accepts these credentials instead of the default ones.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.settings.credentials = credentials;
        self
    }

    /// The field names in responses of `/oauth/token`.
    pub fn token_form(mut self, token_form: TokenForm) -> Self {
        self.settings.token_form = token_form;
        self
    }

    /// The lifetime of tokens; 86,399 seconds by default, as in the API reference's sample.
    pub fn token_lifetime(mut self, lifetime: Duration) -> Self {
        self.settings.token_lifetime = lifetime;
        self
    }

    /// How many entries the journal keeps; 10,000 by default. The oldest go.
    pub fn journal_capacity(mut self, entries: usize) -> Self {
        self.settings.journal.entries = entries;
        self
    }

    /// How many bytes the journal's entries have together; 32 MiB by default. The oldest go.
    pub fn journal_bytes(mut self, bytes: usize) -> Self {
        self.settings.journal.bytes = bytes;
        self
    }

    /// How many bytes of a path, a query or an id the journal keeps; 1,024 by default. What is
    /// longer is cut and ends in `… [N bytes cut]`. Bodies are never kept.
    pub fn journal_field_bytes(mut self, bytes: usize) -> Self {
        self.settings.journal.field_bytes = bytes;
        self
    }

    /// The size of the largest body of a request; 1 MiB by default. Larger ones are refused with
    /// 413, and so are those whose content would take about ten times this limit in memory.
    pub fn max_body_bytes(mut self, bytes: usize) -> Self {
        self.settings.max_body_bytes = bytes;
        self
    }

    /// How long a client may take to send the head of a request, to send its body, or to go on
    /// reading a response; 30 seconds by default. A connection that waits longer, also one that is
    /// not used, is dropped. A body that does not arrive in time is refused with 408. Limits beyond
    /// a day mean a day.
    pub fn client_timeout(mut self, limit: Duration) -> Self {
        self.settings.client_timeout = limit.min(MAX_TIMEOUT);
        self
    }

    /// Calls `observer` with every entry of the journal as it is written.
    ///
    /// The response waits for it, so it should hand its work on to a thread or channel that never
    /// blocks it.
    pub fn observer(mut self, observer: impl Fn(&Entry) + Send + Sync + 'static) -> Self {
        self.settings.observer = Some(Box::new(observer));
        self
    }

    /// Starts it, in tasks of the tokio runtime that awaits this.
    ///
    /// # Errors
    ///
    /// If the address cannot be listened on, or there is no tokio runtime.
    ///
    /// # Panics
    ///
    /// As tokio itself does, on a runtime that was built without its I/O or time driver.
    pub async fn start(self) -> Result<Sandbox, StartError> {
        let catalogue =
            Catalogue::get().map_err(|reason| StartError::Catalogue(reason.to_owned()))?;
        let address = SocketAddr::new(self.host, self.port);
        if tokio::runtime::Handle::try_current().is_err() {
            return Err(StartError::Runtime);
        }
        let listening = server::listen(address).await;
        let (listener, address) =
            listening.map_err(|source| StartError::Listen { address, source })?;
        let state = Arc::new(State::new(catalogue, self.settings));
        let (stop, stopped) = watch::channel(false);
        let task = tokio::spawn(server::serve(listener, Arc::clone(&state), stopped));
        Ok(Sandbox::new(state, address, stop, task))
    }
}
