//! What the server does with a request.

use std::convert::Infallible;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::time::sleep;

use crate::Failure;
use crate::responses::ACTIVATED;

/// A token request takes its time, so that others have to wait for it.
const TOKEN_DELAY: Duration = Duration::from_millis(200);

/// What the server knows.
pub(super) struct Service {
    connections: AtomicU64,
    calls: AtomicU64,
    /// How many tokens were handed out. They are known by their number.
    token_requests: AtomicU64,
    /// Tokens up to this number are refused.
    revoked: AtomicU64,
    lifetime: AtomicU64,
}

impl Service {
    /// There is one, and it stays until the process ends.
    pub(super) fn leak() -> &'static Service {
        Box::leak(Box::new(Service {
            connections: AtomicU64::new(0),
            calls: AtomicU64::new(0),
            token_requests: AtomicU64::new(0),
            revoked: AtomicU64::new(0),
            lifetime: AtomicU64::new(86_399),
        }))
    }

    /// Does what a line of the standard input says.
    pub(super) fn obey(&self, order: &str) -> String {
        match order.split_once(' ').unwrap_or((order, "")) {
            ("lifetime", seconds) => {
                self.lifetime.store(seconds.parse().unwrap_or_default(), Relaxed)
            }
            ("revoke", _) => self.revoked.store(self.token_requests.load(Relaxed), Relaxed),
            _ => {}
        }
        let [connections, calls, token_requests] =
            [&self.connections, &self.calls, &self.token_requests].map(|count| count.load(Relaxed));
        format!("{connections} {calls} {token_requests}")
    }

    /// Serves whoever connects.
    pub(super) async fn run(&'static self, listener: TcpListener) -> Result<(), Failure> {
        loop {
            let (stream, _) = listener.accept().await?;
            stream.set_nodelay(true)?;
            self.connections.fetch_add(1, Relaxed);
            tokio::spawn(async move {
                let service = service_fn(|request| self.response(request));
                // A client that goes away is none of the server's business.
                let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
            });
        }
    }

    async fn response(
        &self,
        request: Request<Incoming>,
    ) -> Result<Response<Full<Bytes>>, Infallible> {
        let (parts, body) = request.into_parts();
        let _ = body.collect().await;
        if parts.uri.path().ends_with("/oauth/token") {
            let number = self.token_requests.fetch_add(1, Relaxed) + 1;
            sleep(TOKEN_DELAY).await;
            let lifetime = self.lifetime.load(Relaxed);
            let response = format!(
                r#"{{"access_token":"token-{number}","token_type":"bearer","expires_in":{lifetime}}}"#
            );
            return Ok(json(StatusCode::OK, response.into()));
        }
        self.calls.fetch_add(1, Relaxed);
        if self.is_revoked(parts.headers.get(AUTHORIZATION)) {
            return Ok(json(StatusCode::UNAUTHORIZED, Bytes::from_static(b"{}")));
        }
        Ok(json(StatusCode::OK, Bytes::from_static(ACTIVATED.as_bytes())))
    }

    /// Tokens that the server did not number are fine, so that clients with a fixed one can be
    /// measured.
    fn is_revoked(&self, authorization: Option<&HeaderValue>) -> bool {
        let number = authorization.and_then(|value| {
            value.to_str().ok()?.strip_prefix("Bearer token-")?.parse::<u64>().ok()
        });
        number.is_some_and(|number| number <= self.revoked.load(Relaxed))
    }
}

fn json(status: StatusCode, body: Bytes) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
