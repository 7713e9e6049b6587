//! The builder of the default transport.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::{Connections, HttpTransport};
use crate::error::Error;

/// Builds an [`HttpTransport`].
#[derive(Default)]
#[must_use = "a builder does nothing until `build`"]
pub struct HttpTransportBuilder {
    connections: Connections,
}

impl HttpTransport {
    /// Returns a builder with the default settings.
    pub fn builder() -> HttpTransportBuilder {
        HttpTransportBuilder::default()
    }
}

impl HttpTransportBuilder {
    /// Sets the time limit for connecting, like
    /// [`ClientBuilder::connect_timeout`](crate::ClientBuilder::connect_timeout).
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connections.connect_timeout = limit;
        self
    }

    /// Sets how long idle connections are kept, like
    /// [`ClientBuilder::pool_idle_timeout`](crate::ClientBuilder::pool_idle_timeout).
    pub fn pool_idle_timeout(mut self, limit: Duration) -> Self {
        self.connections.pool_idle_timeout = limit;
        self
    }

    /// Changes reqwest's settings, like [`ClientBuilder::http`](crate::ClientBuilder::http) and
    /// with the same restrictions.
    pub fn http(
        mut self,
        customise: impl Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send + Sync + 'static,
    ) -> Self {
        self.connections.http = Some(Arc::new(customise));
        self
    }

    /// Builds the transport.
    ///
    /// # Errors
    /// Returns [`Error::Config`] if reqwest refuses the settings of [`http`](Self::http), or
    /// `connect_timeout` is zero.
    pub fn build(self) -> Result<HttpTransport, Error> {
        self.connections.check()?;
        let transport = HttpTransport::with(self.connections);
        transport.client(false)?;
        Ok(transport)
    }
}

impl fmt::Debug for HttpTransportBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpTransportBuilder")
            .field("connect_timeout", &self.connections.connect_timeout)
            .field("pool_idle_timeout", &self.connections.pool_idle_timeout)
            .finish_non_exhaustive()
    }
}
