//! A platform that answers as a test tells it, without sockets.
//!
//! ```
//! use enkash_core::mock::Mock;
//! use enkash_core::{Error, ErrorType, Outcome, endpoint};
//!
//! /// Activates a customer.
//! #[endpoint(PUT, "/api/v0/customer/activate/<customerId>")]
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
//!     .error(422, ErrorType::ValidationError, "already active");
//! let client = mock.client()?;
//!
//! let request = ActivateCustomer { customer_id: "KC0123456789ABCD".to_owned() };
//! assert_eq!(request.send(&client).await?.into_payload()?, "Customer activated");
//! assert_eq!(request.send(&client).await.unwrap_err().outcome(), Outcome::Refused);
//!
//! let received = mock.received_by::<ActivateCustomer>();
//! assert_eq!(received.len(), 2);
//! assert_eq!(received[0].param("customerId").as_deref(), Some("KC0123456789ABCD"));
//! # Ok(())
//! # }
//! ```

mod answer;
mod received;

pub use answer::Answers;
pub use received::Received;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::Method;

use self::answer::Answer;
use crate::auth::{MerchantKeys, OAuthCredentials};
use crate::client::{Client, ClientBuilder};
use crate::endpoint::{Endpoint, EndpointInfo, ResponseFormat};
use crate::error::{Error, TransportError, TransportErrorKind};
use crate::outcome::Outcome;
use crate::outgoing::Outgoing;
use crate::product::Product;
use crate::retry::RetryPolicy;
use crate::transport::{Attempt, Transport, TransportFuture};

/// What stands in for the platform in a test. Clones are the same mock.
///
/// Calls are checked, written, authorised, retried and decoded as always; waits between attempts are of no length, and
/// bodies are not sealed, so that a test can read them. Token calls succeed by themselves and are not shown.
#[derive(Clone, Default)]
pub struct Mock {
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    rules: Vec<Rule>,
    received: Vec<Received>,
}

struct Rule {
    to: To,
    answers: Vec<Answer>,
    given: usize,
}

/// What a rule answers to.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum To {
    Endpoint { name: &'static str, method: Method, template: &'static str, product: Product, bare: bool },
    Raw { method: Method, path: String },
}

impl To {
    fn endpoint(info: &EndpointInfo) -> Self {
        To::Endpoint {
            name: info.name(),
            method: info.method.clone(),
            template: info.template,
            product: info.product,
            bare: info.response_format == ResponseFormat::Bare,
        }
    }
}

impl Mock {
    /// A mock that knows no answer yet.
    #[must_use]
    pub fn new() -> Self {
        Mock::default()
    }

    /// A client of this mock, for every product.
    ///
    /// # Errors
    /// None that is known; those of [`ClientBuilder::build`].
    pub fn client(&self) -> Result<Client, Error> {
        self.client_builder().build()
    }

    /// A client of this mock in the making, for other settings.
    pub fn client_builder(&self) -> ClientBuilder {
        let mut builder = Client::builder()
            .oauth(OAuthCredentials {
                username: "mock-user".into(),
                password: "mock-password".into(),
                client_id: "mock-client".into(),
                client_secret: "mock-secret".into(),
            })
            .merchant_keys(MerchantKeys {
                access_key: "mock-access-key".into(),
                secret_key: "mock-secret-key".into(),
            })
            .partner_id("mock-partner")
            .retry(RetryPolicy::default().delays(Duration::ZERO, Duration::ZERO))
            .transport(self.clone());
        for product in Product::ALL.iter().copied() {
            builder = builder.base_url(product, format!("https://{product}.invalid"));
        }
        builder.seals = false;
        builder
    }

    /// The answers to an endpoint, in the order in which they are added; the last one repeats.
    #[must_use = "it gives no answer yet"]
    pub fn on<E: Endpoint>(&self) -> Answers<'_> {
        Answers::new(self, To::endpoint(E::INFO))
    }

    /// The answers to a raw call of this path (encoded, without the query).
    #[must_use = "it gives no answer yet"]
    pub fn on_raw(&self, method: Method, path: impl Into<String>) -> Answers<'_> {
        Answers::new(self, To::Raw { method, path: path.into() })
    }

    /// Every attempt that arrived, in order; token calls are left out.
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        self.state().received.clone()
    }

    /// The attempts for one endpoint.
    #[must_use]
    pub fn received_by<E: Endpoint>(&self) -> Vec<Received> {
        self.state().received.iter().filter(|received| received.is::<E>()).cloned().collect()
    }

    pub(crate) fn add(&self, to: &To, answer: Answer) {
        let mut state = self.state();
        match state.rules.iter_mut().find(|rule| rule.to == *to) {
            Some(rule) => rule.answers.push(answer),
            None => state.rules.push(Rule { to: to.clone(), answers: vec![answer], given: 0 }),
        }
    }

    fn answer(&self, request: Outgoing, attempt: Attempt) -> Option<Answer> {
        if attempt.token_call {
            return Some(Answer::token());
        }
        let to = match attempt.endpoint {
            Some(info) => To::endpoint(info),
            None => To::Raw { method: request.method.clone(), path: request.path().to_owned() },
        };
        let mut state = self.state();
        state.received.push(Received::new(request, attempt.endpoint));
        let rule = state.rules.iter_mut().find(|rule| rule.to == to)?;
        let answer = rule.answers.get(rule.given).or(rule.answers.last()).cloned();
        rule.given += 1;
        answer
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing panics while the lock is held.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for Mock {
    fn send(&self, request: Outgoing, attempt: Attempt) -> TransportFuture {
        let what = format!("{} {}", request.method, request.path());
        let result = match self.answer(request, attempt) {
            Some(answer) => answer.give(),
            None => Err(TransportError::new(TransportErrorKind::Connect, Outcome::NotSent)
                .caused_by(format!("the mock was given no answer to {what}"))),
        };
        Box::pin(std::future::ready(result))
    }
}

impl fmt::Debug for Mock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mock").field("received", &self.state().received.len()).finish_non_exhaustive()
    }
}
