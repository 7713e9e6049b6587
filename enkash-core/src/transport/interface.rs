//! The transport trait.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use super::response::TransportResponse;
use crate::declare::endpoint::EndpointInfo;
use crate::error::TransportError;
use crate::message::PreparedRequest;
use crate::product::Product;

/// The future that [`Transport::send`] returns.
pub type TransportFuture =
    Pin<Box<dyn Future<Output = Result<TransportResponse, TransportError>> + Send>>;

/// Sends a request to a server and returns its response. The default implementation is
/// [`HttpTransport`](crate::HttpTransport). Wrap your own around it with
/// [`ClientBuilder::wrap_transport`](crate::ClientBuilder::wrap_transport), or replace it with
/// [`ClientBuilder::transport`](crate::ClientBuilder::transport).
///
/// A transport sends a request once: no retries, no redirects, no cookies. A response with an error
/// status is `Ok`.
///
/// The client checks every transport:
///
/// - An attempt that has not ended at its [`deadline`](Attempt::deadline) is dropped, and must end
///   with that. Its outcome is [`Unknown`](crate::Outcome::Unknown), since the client cannot know
///   what the transport had sent.
/// - A response whose [`url`](TransportResponse::url) is not that of the request ends the call with
///   [`Redirected`](crate::TransportErrorKind::Redirected), and one over
///   [`max_response_bytes`](Attempt::max_response_bytes) with
///   [`TooLarge`](crate::TransportErrorKind::TooLarge). Both have the outcome `Unknown`. The client
///   does not compare the URL of a [`not_redirected`](TransportResponse::not_redirected) response,
///   and cannot detect redirects that lead back to the URL of the request: disable redirects in
///   your HTTP client. reqwest does not repeat the body of a converted [`PreparedRequest`], but
///   follows a redirect without a body.
///
/// The client cannot check [`NotSent`](crate::Outcome::NotSent), after which it sends a payment
/// again. Return it only if no byte of the request can have reached a server, or still can: the
/// name does not resolve, the connection is refused, the handshake fails. With reqwest or hyper, a
/// [`SendTracker`](crate::SendTracker) proves it; without proof, return `Unknown`.
///
#[cfg_attr(feature = "mock", doc = "```")]
#[cfg_attr(not(feature = "mock"), doc = "```ignore")]
/// use enkash_core::mock::Mock;
/// use enkash_core::{Attempt, Error, Method, PreparedRequest, Product, Transport, TransportFuture};
/// use std::sync::Arc;
/// use std::time::Instant;
///
/// const PRODUCT: Product = Product::new("example");
///
/// /// Prints the duration of each attempt of another transport.
/// struct Timed(Arc<dyn Transport>);
///
/// impl Transport for Timed {
///     fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture {
///         let (begin, method) = (Instant::now(), request.method.clone());
///         let response = self.0.send(request, attempt);
///         Box::pin(async move {
///             let response = response.await;
///             println!("{method}, attempt {}: {:?}", attempt.number, begin.elapsed());
///             response
///         })
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Error> {
/// let mock = Mock::new();
/// mock.on_any().raw(503, "").payload(&["done"]);
/// // Wraps the mock here, and the default transport with `Client::builder()`.
/// let client = mock.client_builder().wrap_transport(Timed).build()?;
/// let reply = client.raw(&PRODUCT, Method::GET, "/health").send().await?;
/// assert_eq!((reply.attempts(), reply.into_payload()?), (2, serde_json::json!(["done"])));
/// # Ok(())
/// # }
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends a request once.
    ///
    /// # Errors
    /// The future returns a [`TransportError`] if there was no complete response. Its outcome is
    /// [`NotSent`](crate::Outcome::NotSent) only if no byte of the request can have reached the
    /// server.
    fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture;

    /// Returns whether requests go to real servers; false by default, as for a fake in a test.
    ///
    /// Clients of real servers share failed token requests per account, so that a program that
    /// builds several clients does not lock the account. For wrapped transports, the innermost one
    /// decides.
    fn is_remote(&self) -> bool {
        false
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture {
        (**self).send(request, attempt)
    }

    fn is_remote(&self) -> bool {
        (**self).is_remote()
    }
}

/// The context of an attempt, in addition to the request.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Attempt {
    /// The number of the attempt within the call, from 1.
    pub number: u32,
    /// The time at which the client drops the attempt. A transport that can prove whether it had
    /// started to send returns its own [`Timeout`](crate::TransportErrorKind::Timeout) by then.
    pub deadline: std::time::Instant,
    /// The maximum size of the response's body; a larger response is
    /// [`TooLarge`](crate::TransportErrorKind::TooLarge).
    pub max_response_bytes: usize,
    /// The product of the call.
    pub product: &'static Product,
    /// The declared endpoint; `None` for a raw call and for the client's own token requests.
    pub endpoint: Option<&'static EndpointInfo>,
    /// Whether this is the client's own token request.
    pub token_request: bool,
}
