//! Sends declared requests.

use super::Client;
use crate::call::send::{Call, PendingCall};
use crate::declare::endpoint::Endpoint;

impl<E: Endpoint> Call<'_, E> {
    /// Sends the call.
    pub fn send(self, client: &Client) -> PendingCall<E::Response> {
        self.begin(client.engine())
    }
}
