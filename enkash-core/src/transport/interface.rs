//! The trait of a transport.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use super::response::TransportResponse;
use crate::declare::endpoint::EndpointInfo;
use crate::error::TransportError;
use crate::message::PreparedRequest;
use crate::product::Product;

/// What [`Transport::send`] returns.
pub type TransportFuture =
    Pin<Box<dyn Future<Output = Result<TransportResponse, TransportError>> + Send>>;

/// Carries a request to a server and brings back its response. The default one is
/// [`HttpTransport`](crate::HttpTransport); put your own around it with
/// [`ClientBuilder::wrap_transport`](crate::ClientBuilder::wrap_transport), or give another to
/// [`ClientBuilder::transport`](crate::ClientBuilder::transport).
///
/// A transport sends once: no retries, no redirects, no cookies. A response with an error status is
/// an `Ok`.
///
/// The client does not rely on all of that. Whatever the transport:
///
/// - An attempt that has not ended at its [`deadline`](Attempt::deadline) is dropped, and
///   everything has to end with that. Its outcome is [`Unknown`](crate::Outcome::Unknown), since
///   the client cannot know what the transport had sent.
/// - A response whose [`url`](TransportResponse::url) is not that of the request ends the call with
///   [`Redirected`](crate::TransportErrorKind::Redirected), and one over
///   [`max_response_bytes`](Attempt::max_response_bytes) with
///   [`TooLarge`](crate::TransportErrorKind::TooLarge). Both are `Unknown`. Redirects that lead
///   back to the URL of the request are not seen. reqwest does not follow one with the body of a
///   converted [`PreparedRequest`], but without a body it does: switch them off in the client that
///   you give.
///
/// What it has to take from the transport is [`NotSent`](crate::Outcome::NotSent), after which a
/// payment is sent again. Return it only where no byte of the request can have reached a server,
/// and none still can: a name that does not resolve, a refused connection, a broken handshake. With
/// reqwest or hyper a [`SendTracker`](crate::SendTracker) proves it; without a proof, return
/// `Unknown`.
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
/// /// Prints how long each attempt takes over another transport.
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
/// // Around the mock here, around the default transport with `Client::builder()`.
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
    /// The future ends with a [`TransportError`] where no complete response came. Its outcome is
    /// [`NotSent`](crate::Outcome::NotSent) only where no byte of the request can have reached the
    /// server.
    fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture;

    /// Whether requests go to real servers; false by default, as for a fake in a test.
    ///
    /// Clients of real servers share what they remember of failed token requests for an account, so
    /// that a program that builds several does not lock it. Of a transport inside of
    /// [`wrap_transport`](crate::ClientBuilder::wrap_transport), the innermost is asked.
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

/// What a transport is given besides the request.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Attempt {
    /// Which attempt of the call it is, from 1.
    pub number: u32,
    /// When the client drops the attempt. A transport that can tell whether it had begun to send
    /// returns its own [`Timeout`](crate::TransportErrorKind::Timeout) by then.
    pub deadline: std::time::Instant,
    /// The size that the response's body may have; beyond it the response is
    /// [`TooLarge`](crate::TransportErrorKind::TooLarge).
    pub max_response_bytes: usize,
    /// The product.
    pub product: &'static Product,
    /// The declared endpoint; `None` for a raw call and for a token request of the client's own.
    pub endpoint: Option<&'static EndpointInfo>,
    /// Whether the client makes this call by itself, to get a token.
    pub token_request: bool,
}
