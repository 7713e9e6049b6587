//! Sends declared requests.

use super::Client;
use crate::call::send::{Call, PendingCall};
use crate::declare::endpoint::Endpoint;

/// Sends a request with the client's settings. What the macro's `send` calls.
pub fn send<E: Endpoint>(request: &E, client: &Client) -> PendingCall<E::Response> {
    Call::new(request).send(client)
}

impl<E: Endpoint> Call<'_, E> {
    /// Sends it.
    pub fn send(self, client: &Client) -> PendingCall<E::Response> {
        self.begin(client.engine())
    }
}
