//! How a request leaves and a response comes: the one thing of a call that touches the network.

pub(crate) mod reqwest;
mod runtime;

pub(crate) use runtime::{Runtime, Settings};

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_ENCODING};
use http::{HeaderMap, HeaderValue};
use tokio::time::{Instant, timeout_at};

use crate::base::outcome::Outcome;
use crate::declare::endpoint::EndpointInfo;
#[cfg(feature = "blocking")]
use crate::error::ConfigError;
use crate::error::{TransportError, TransportErrorKind};
use crate::message::PreparedRequest;
use crate::product::Product;

/// What [`Transport::send`] returns.
pub type TransportFuture =
    Pin<Box<dyn Future<Output = Result<http::Response<Bytes>, TransportError>> + Send>>;

/// Carries a request to a server and brings back its response. The default one is made of reqwest; give another to
/// [`ClientBuilder::transport`](crate::ClientBuilder::transport).
///
/// A transport sends once: no retries, no redirects, no cookies. It need not mind the time, since the client drops the
/// future when the attempt's time is over, and everything has to end with that; the outcome is
/// [`Unknown`](crate::Outcome::Unknown) then, while the default transport knows whether it had begun to send. A response
/// with an error status is an `Ok`.
///
#[cfg_attr(feature = "mock", doc = "```")]
#[cfg_attr(not(feature = "mock"), doc = "```ignore")]
/// use enkash_core::mock::Mock;
/// use enkash_core::{Attempt, Error, Method, PreparedRequest, Product, Transport, TransportFuture};
/// use std::time::Instant;
///
/// const PRODUCT: Product = Product::new("example");
///
/// /// Prints how long each attempt takes over another transport, here the mock.
/// struct Timed<T>(T);
///
/// impl<T: Transport> Transport for Timed<T> {
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
/// let client = mock.client_builder().transport(Timed(mock.clone())).build()?;
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
    /// [`NotSent`](crate::Outcome::NotSent) only where no byte of the request can have reached the server.
    fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture {
        (**self).send(request, attempt)
    }
}

/// What a transport is told besides the request.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Attempt {
    /// Which attempt of the call it is, from 1.
    pub number: u32,
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

/// Adds what every request says of the response that it expects, unless the call says it already: JSON if there is a
/// choice, and not compressed, since no transport has to decompress.
pub(crate) fn accept_json(headers: &mut HeaderMap) {
    headers.entry(ACCEPT).or_insert(HeaderValue::from_static("application/json, */*;q=0.1"));
    headers.entry(ACCEPT_ENCODING).or_insert(HeaderValue::from_static("identity"));
}

/// The client's transport. The default one is not behind the trait, which spares each attempt a box.
pub(crate) enum AnyTransport {
    Reqwest(reqwest::ReqwestTransport),
    Custom(Box<dyn Transport>),
}

impl AnyTransport {
    /// The same transport with connections of its own. One that the caller gave is shared: its connections are the
    /// caller's business.
    #[cfg(feature = "blocking")]
    pub(crate) fn with_own_connections(carrier: &Arc<Self>) -> Result<Arc<Self>, ConfigError> {
        match &**carrier {
            AnyTransport::Reqwest(transport) => {
                Ok(Arc::new(AnyTransport::Reqwest(transport.with_own_connections()?)))
            }
            AnyTransport::Custom(_) => Ok(Arc::clone(carrier)),
        }
    }

    /// Sends a request once, and gives up at `end`. After that the error says whether the request can have been sent.
    pub(crate) async fn send(
        &self,
        request: PreparedRequest,
        attempt: Attempt,
        end: Instant,
    ) -> Result<http::Response<Bytes>, TransportError> {
        match self {
            AnyTransport::Reqwest(transport) => {
                transport.send(request, attempt.max_response_bytes, end).await
            }
            AnyTransport::Custom(transport) => timeout_at(end, transport.send(request, attempt))
                .await
                .unwrap_or_else(|_| Err(TransportError::new(TransportErrorKind::Timeout, Outcome::Unknown))),
        }
    }
}
