//! Transports send requests and receive responses: the only part of a call that uses the network.

mod interface;
pub(crate) mod reqwest;
mod response;
mod runtime;

pub use interface::{Attempt, Transport, TransportFuture};
pub use response::TransportResponse;
pub(crate) use runtime::{ClientRuntime, Settings};

use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_ENCODING};
use http::{HeaderMap, HeaderValue};
use tokio::time::{Instant, timeout_at};

use self::reqwest::HttpTransport;
use crate::base::outcome::Outcome;
#[cfg(feature = "blocking")]
use crate::error::ConfigError;
use crate::error::{TransportError, TransportErrorKind};
use crate::message::PreparedRequest;

/// Adds the `Accept` headers, unless the call has its own: JSON is preferred, and compression is
/// off, since transports need not decompress.
pub(crate) fn accept_json(headers: &mut HeaderMap) {
    headers.entry(ACCEPT).or_insert(HeaderValue::from_static("application/json, */*;q=0.1"));
    headers.entry(ACCEPT_ENCODING).or_insert(HeaderValue::from_static("identity"));
}

/// Wraps a transport in another one.
pub(crate) type Wrap = Box<dyn Fn(Arc<dyn Transport>) -> Arc<dyn Transport> + Send + Sync>;

/// A request that is being sent once.
type Sent = Pin<Box<dyn Future<Output = Result<http::Response<Bytes>, TransportError>> + Send>>;

/// The transport of a client. The default transport is not behind the trait, which saves each
/// attempt a timer and the comparison of URLs.
pub(crate) enum AnyTransport {
    Http(HttpTransport),
    /// The default transport, wrapped in others.
    Wrapped {
        outermost: Arc<dyn Transport>,
        #[cfg(feature = "blocking")]
        made_of: (Arc<HttpTransport>, Arc<[Wrap]>),
    },
    Custom(Arc<dyn Transport>),
}

impl AnyTransport {
    /// Creates the default transport with these wrappers, the first one innermost.
    pub(crate) fn http(http: HttpTransport, wraps: Arc<[Wrap]>) -> Self {
        if wraps.is_empty() {
            return AnyTransport::Http(http);
        }
        let http = Arc::new(http);
        AnyTransport::Wrapped {
            outermost: wrapped(Arc::clone(&http) as _, &wraps),
            #[cfg(feature = "blocking")]
            made_of: (http, wraps),
        }
    }

    /// Creates a custom transport with these wrappers, the first one innermost.
    pub(crate) fn custom(transport: Arc<dyn Transport>, wraps: &[Wrap]) -> Self {
        AnyTransport::Custom(wrapped(transport, wraps))
    }

    /// Returns the same transport with separate connections. A custom transport is shared: its
    /// connections belong to the caller.
    #[cfg(feature = "blocking")]
    pub(crate) fn with_own_connections(transport: &Arc<Self>) -> Result<Arc<Self>, ConfigError> {
        match &**transport {
            AnyTransport::Http(http) => {
                Ok(Arc::new(AnyTransport::Http(http.with_own_connections()?)))
            }
            AnyTransport::Wrapped { made_of: (http, wraps), .. } => {
                Ok(Arc::new(AnyTransport::http(http.with_own_connections()?, Arc::clone(wraps))))
            }
            AnyTransport::Custom(_) => Ok(Arc::clone(transport)),
        }
    }

    /// Sends a request once, until `end`. The error at the time limit reports whether the request
    /// can have been sent.
    // Boxed, which keeps the future of every call small.
    pub(crate) fn send(&self, request: PreparedRequest, attempt: Attempt, end: Instant) -> Sent {
        let transport = match self {
            AnyTransport::Http(http) => {
                return Box::pin(http.send_by(request, attempt.max_response_bytes, end));
            }
            AnyTransport::Wrapped { outermost, .. } => outermost,
            AnyTransport::Custom(transport) => transport,
        };
        let (base, target) = (request.base.clone(), request.target.clone());
        let response = transport.send(request, attempt);
        Box::pin(async move {
            match timeout_at(end, response).await {
                Ok(response) => response?.checked(&base, &target, attempt.max_response_bytes),
                Err(_) => Err(TransportError::new(TransportErrorKind::Timeout, Outcome::Unknown)),
            }
        })
    }
}

fn wrapped(innermost: Arc<dyn Transport>, wraps: &[Wrap]) -> Arc<dyn Transport> {
    wraps.iter().fold(innermost, |inner, wrap| wrap(inner))
}
