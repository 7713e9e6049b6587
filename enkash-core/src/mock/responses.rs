//! Adds responses to a mock. `state.rs` selects the next one.

use std::marker::PhantomData;
use std::panic::Location;
use std::sync::Mutex;

use bytes::Bytes;
use serde::Serialize;

use super::received_request::ReceivedRequest;
use super::response::MockResponse;
use super::state::{self, MockState};
use super::target::To;
use crate::base::outcome::Outcome;
use crate::declare::endpoint::Endpoint;
use crate::error::TransportErrorKind;

/// Adds responses to a [`Mock`](super::Mock), in the order in which they are sent. Each one is sent
/// once, and the last one repeats, unless it has [`MockResponse::times`].
///
/// `E` is the endpoint of [`Mock::on`](super::Mock::on).
pub struct Responses<'a, E = ()> {
    state: &'a Mutex<MockState>,
    to: To,
    endpoint: PhantomData<fn() -> E>,
}

impl<'a, E> Responses<'a, E> {
    pub(super) fn new(state: &'a Mutex<MockState>, to: To) -> Self {
        Responses { state, to, endpoint: PhantomData }
    }

    /// Adds a response, for example one with headers, a latency or a number of times.
    #[track_caller]
    pub fn respond(self, response: MockResponse) -> Self {
        state::lock(self.state).add(&self.to, response, Location::caller());
        self
    }

    /// Adds a response that a function creates from the request; see
    /// [`MockResponse::from_request`].
    #[track_caller]
    pub fn respond_with(
        self,
        respond: impl Fn(&ReceivedRequest) -> MockResponse + Send + Sync + 'static,
    ) -> Self {
        self.respond(MockResponse::from_request(respond))
    }

    /// Adds a success with this payload; see [`MockResponse::payload`].
    #[track_caller]
    pub fn payload(self, payload: &impl Serialize) -> Self {
        self.respond(MockResponse::payload(payload))
    }

    /// Adds an error with this status and class; see [`MockResponse::error`].
    #[track_caller]
    pub fn error(self, status: u16, error_type: impl AsRef<str>, message: &str) -> Self {
        self.respond(MockResponse::error(status, error_type, message))
    }

    /// Adds a response with any status and body; see [`MockResponse::raw`].
    #[track_caller]
    pub fn raw(self, status: u16, body: impl Into<Bytes>) -> Self {
        self.respond(MockResponse::raw(status, body))
    }

    /// Adds a network failure; see [`MockResponse::fail`].
    #[track_caller]
    pub fn fail(self, kind: TransportErrorKind, outcome: Outcome) -> Self {
        self.respond(MockResponse::fail(kind, outcome))
    }

    /// Adds a response that never arrives; see [`MockResponse::hang`].
    #[track_caller]
    pub fn hang(self) -> Self {
        self.respond(MockResponse::hang())
    }
}

impl<E: Endpoint> Responses<'_, E> {
    /// Adds a success with a payload of the endpoint's type, so that the compiler checks its
    /// fields. Use [`payload`](Self::payload) for any other payload, such as one that differs from
    /// the API reference.
    ///
    /// ```
    /// use enkash_core::mock::Mock;
    /// use enkash_core::{Error, Product, endpoint, model};
    ///
    /// const PRODUCT: Product = Product::new("example");
    ///
    /// /// Reads an order.
    /// #[endpoint(GET, "/orders/<orderId>", response = Order)]
    /// struct GetOrder {
    ///     /// The order.
    ///     order_id: String,
    /// }
    ///
    /// /// An order.
    /// #[model]
    /// #[derive(PartialEq)]
    /// struct Order {
    ///     /// The amount.
    ///     amount: u32,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Error> {
    /// let mock = Mock::new();
    /// mock.on::<GetOrder>().typed_payload(&Order { amount: 250 });
    /// let order =
    ///     GetOrder { order_id: "1".to_owned() }.send(&mock.client()?).await?.into_payload()?;
    /// assert_eq!(order, Order { amount: 250 });
    /// # Ok(())
    /// # }
    /// ```
    #[track_caller]
    pub fn typed_payload(self, payload: &E::Response) -> Self
    where
        E::Response: Serialize,
    {
        self.payload(payload)
    }
}
