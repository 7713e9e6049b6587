//! A mock transport for tests, without sockets.
//!
//! ```
//! use enkash_core::mock::Mock;
//! use enkash_core::{Error, Outcome, Product, endpoint};
//!
//! const PRODUCT: Product = Product::new("example");
//!
//! /// Activates a customer.
//! #[endpoint(PUT, "/customers/<customerId>/activate")]
//! struct ActivateCustomer {
//!     /// The customer to activate.
//!     customer_id: String,
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Error> {
//! let mock = Mock::new();
//! mock.on::<ActivateCustomer>()
//!     .payload(&"Customer activated")
//!     .error(422, "VALIDATION_ERROR", "already active");
//! let client = mock.client()?;
//!
//! let request = ActivateCustomer { customer_id: "KC0123456789ABCD".to_owned() };
//! assert_eq!(request.send(&client).await?.into_payload()?, "Customer activated");
//! assert_eq!(request.send(&client).await.unwrap_err().outcome(), Outcome::Refused);
//!
//! let received = mock.received_by::<ActivateCustomer>();
//! assert_eq!(received.len(), 2);
//! assert_eq!(received[0].param("customerId").as_deref(), Some("KC0123456789ABCD"));
//! mock.verify();
//! # Ok(())
//! # }
//! ```

mod received_request;
mod response;
mod responses;
mod state;
mod target;
mod write;

pub use received_request::ReceivedRequest;
pub use response::MockResponse;
pub use responses::Responses;
use state::MockState;
use target::To;

use std::fmt;
use std::future::ready;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use http::Method;

use crate::auth::{ApiKey, BasicCredentials, BearerToken, KeyPair, OAuthCredentials};
use crate::base::outcome::Outcome;
use crate::client::{Client, ClientBuilder};
use crate::declare::endpoint::Endpoint;
use crate::error::{Error, TransportError, TransportErrorKind};
use crate::message::PreparedRequest;
use crate::retry::RetryPolicy;
use crate::transport::{Attempt, Transport, TransportFuture, TransportResponse};

/// A mock transport for tests. Clones share their state.
///
/// The client validates, writes, authenticates, retries and decodes calls as in production. A
/// [`client`](Self::client) of the mock retries without delays and does not encrypt bodies, so that
/// a test can read them. Token requests succeed, unless
/// [`on_token_request`](Self::on_token_request) sets other responses.
///
/// A call without a response ends with [`Error::NoMockResponse`] and is not sent again. Its outcome
/// is [`Unknown`](Outcome::Unknown), so that a test with a forgotten response does not take the
/// path of a safe retry. [`verify`](Self::verify) reports such calls, and responses that were not
/// used. Dropping a mock reports nothing.
///
/// A mock implements [`Transport`], so it can be passed to [`ClientBuilder::transport`] of a client
/// with production settings.
#[derive(Clone, Default)]
pub struct Mock {
    state: Arc<Mutex<MockState>>,
}

impl Mock {
    /// Creates a mock without responses.
    #[must_use]
    pub fn new() -> Self {
        Mock::default()
    }

    /// Builds a client of this mock. It serves every product, with the base URL
    /// `https://NAME.invalid`, placeholders for credentials and settings, and without encryption.
    ///
    /// # Errors
    /// Returns the errors of [`ClientBuilder::build`].
    pub fn client(&self) -> Result<Client, Error> {
        self.client_builder().build()
    }

    /// Returns a client builder for this mock, for additional settings.
    pub fn client_builder(&self) -> ClientBuilder {
        let mut builder = Client::builder()
            .credentials(BearerToken::new("mock-token"))
            .credentials(BasicCredentials {
                username: "mock-user".into(),
                password: "mock-password".into(),
            })
            .credentials(ApiKey::new("mock-api-key"))
            .credentials(KeyPair {
                access_key: "mock-access-key".into(),
                secret_key: "mock-secret-key".into(),
            })
            .credentials(OAuthCredentials {
                username: "mock-user".into(),
                password: "mock-password".into(),
                client_id: "mock-client".into(),
                client_secret: "mock-secret".into(),
            })
            .retry(RetryPolicy::default().delays(Duration::ZERO, Duration::ZERO))
            .transport(self.clone());
        builder.is_mock = true;
        builder
    }

    /// Sets the responses for an endpoint, in the order of their addition. The last one repeats,
    /// unless it has a [number of times](MockResponse::times).
    #[must_use = "it has no response yet"]
    pub fn on<E: Endpoint>(&self) -> Responses<'_, E> {
        Responses::new(&self.state, To::endpoint(E::INFO))
    }

    /// Sets the responses for raw calls of this encoded path, without the query.
    #[must_use = "it has no response yet"]
    pub fn on_raw(&self, method: Method, path: impl Into<String>) -> Responses<'_> {
        Responses::new(&self.state, To::Raw { method, path: path.into() })
    }

    /// Sets the responses for every call that has none, or none left, from [`on`](Self::on) or
    /// [`on_raw`](Self::on_raw).
    #[must_use = "it has no response yet"]
    pub fn on_any(&self) -> Responses<'_> {
        Responses::new(&self.state, To::Any)
    }

    /// Sets the responses for the client's own token requests. By default each one returns a token
    /// that is valid for a day.
    ///
    /// ```
    /// use enkash_core::mock::Mock;
    /// use enkash_core::{
    ///     AuthErrorKind, AuthScheme, Error, Method, PasswordGrant, Product, TokenResponseNames,
    /// };
    /// use serde_json::json;
    ///
    /// const OAUTH: AuthScheme = AuthScheme::PasswordGrant(PasswordGrant {
    ///     path: "/token",
    ///     client_id_field: None,
    ///     response: &TokenResponseNames::OAUTH,
    /// });
    /// const PRODUCT: Product = Product::new("example").auth(&OAUTH);
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Error> {
    /// let mock = Mock::new();
    /// mock.on_token_request()
    ///     .error(401, "invalid_grant", "wrong password")
    ///     .payload(&json!({ "access_token": "a-token", "expires_in": 3600 }));
    /// mock.on_raw(Method::GET, "/x").payload(&["done"]);
    /// let client = mock.client()?;
    ///
    /// let call = || client.raw(&PRODUCT, Method::GET, "/x").send();
    /// let Err(Error::Auth(error)) = call().await else { panic!("the credentials are refused") };
    /// assert_eq!(error.kind(), AuthErrorKind::Refused);
    /// client.reset_auth();
    /// call().await?;
    /// assert_eq!(mock.received()[0].header("authorization"), Some("Bearer a-token"));
    /// assert_eq!(mock.token_requests().len(), 2);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use = "it has no response yet"]
    pub fn on_token_request(&self) -> Responses<'_> {
        Responses::new(&self.state, To::TokenRequest)
    }

    /// Returns the received attempts in order, without [`token_requests`](Self::token_requests).
    #[must_use]
    pub fn received(&self) -> Vec<ReceivedRequest> {
        self.state().received.clone()
    }

    /// Returns the received attempts for one endpoint.
    #[must_use]
    pub fn received_by<E: Endpoint>(&self) -> Vec<ReceivedRequest> {
        self.state().received.iter().filter(|received| received.is::<E>()).cloned().collect()
    }

    /// Returns the client's own token requests in order. Token requests that the program declares
    /// or sends as raw calls are in [`received`](Self::received).
    #[must_use]
    pub fn token_requests(&self) -> Vec<ReceivedRequest> {
        self.state().token_requests.clone()
    }

    /// Checks that every configured response was sent, [`MockResponse::times`] times or at least
    /// once, and that every call had one. Call it at the end of a test.
    ///
    /// # Panics
    /// Panics if a response was not sent or a call had none, with a list of both and where the
    /// responses were added. No other method of a mock panics.
    ///
    /// ```should_panic
    /// use enkash_core::Method;
    /// use enkash_core::mock::Mock;
    ///
    /// let mock = Mock::new();
    /// mock.on_raw(Method::GET, "/x").payload(&"done");
    /// mock.verify(); // panics: there was no call
    /// ```
    #[track_caller]
    pub fn verify(&self) {
        let mismatches = self.state().mismatches();
        assert!(
            mismatches.is_empty(),
            "the calls do not match the responses of the mock:{mismatches}"
        );
    }

    /// Records a request, and returns the response to it.
    ///
    /// # Errors
    /// Returns an error if there is no response to this call.
    fn receive(
        &self,
        request: PreparedRequest,
        to: &To,
        attempt: &Attempt,
    ) -> Result<MockResponse, String> {
        let (product, endpoint) = (attempt.product, attempt.endpoint);
        let received = ReceivedRequest::new(request, endpoint);
        let found = {
            let mut state = self.state();
            if *to == To::TokenRequest {
                state.token_requests.push(received.clone());
                Ok(state.next(to).unwrap_or_else(|| MockResponse::granted_token(product)))
            } else {
                state.received.push(received.clone());
                state
                    .next(to)
                    .or_else(|| state.next(&To::Any))
                    .ok_or_else(|| state.note_unmatched(to))
            }
        };
        // Without the lock, since the function of a response may use the mock.
        found.map(|response| response.resolve(&received))
    }

    fn state(&self) -> MutexGuard<'_, MockState> {
        state::lock(&self.state)
    }
}

impl Transport for Mock {
    fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture {
        let to = match attempt.endpoint {
            _ if attempt.token_request => To::TokenRequest,
            Some(info) => To::endpoint(info),
            None => To::Raw { method: request.method.clone(), path: request.path().to_owned() },
        };
        match self.receive(request, &to, &attempt) {
            Ok(response) => Box::pin(async move {
                let response = response.send(attempt.product, to.is_bare()).await?;
                Ok(TransportResponse::not_redirected(response))
            }),
            Err(call) => {
                let error =
                    TransportError::new(TransportErrorKind::NoMockResponse, Outcome::Unknown);
                Box::pin(ready(Err(error.caused_by(call))))
            }
        }
    }
}

impl fmt::Debug for Mock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mock")
            .field("received", &self.state().received.len())
            .finish_non_exhaustive()
    }
}
