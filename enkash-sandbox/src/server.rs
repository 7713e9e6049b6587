//! The sockets: accepting, responding, and cutting connections.

mod body;
mod service;
mod write_timeout;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http::Request;
use http::header::EXPECT;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

use body::BodyError;
use service::ReceivedRequest;
use write_timeout::WriteTimeout;

use crate::exchange::Refusal;
use crate::response::{Response, Stream};
use crate::state::State;

/// How long a shutdown waits for responses that are on their way.
const GRACE: Duration = Duration::from_secs(2);

/// Why the service gives hyper no response.
#[derive(Debug, thiserror::Error)]
#[error("the sandbox cuts the connection")]
struct Cut;

/// Serves until `stop` is set or its sender is dropped.
pub(crate) async fn serve(
    listener: TcpListener,
    state: Arc<State>,
    mut stop: watch::Receiver<bool>,
) {
    let mut connections = JoinSet::new();
    let stop_signal = stop.clone();
    loop {
        tokio::select! {
            () = stopped(&mut stop) => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => drop(connections.spawn(connection(stream, Arc::clone(&state), stop_signal.clone()))),
                // Out of file descriptors, most likely: some will be free again.
                Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
    drop(listener);
    let rest = async { while connections.join_next().await.is_some() {} };
    // Connections that are still there after the grace end with the set.
    let _ = tokio::time::timeout(GRACE, rest).await;
}

pub(crate) async fn listen(address: SocketAddr) -> std::io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(address).await?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

async fn connection(stream: TcpStream, state: Arc<State>, mut stop: watch::Receiver<bool>) {
    // Without it small responses may wait for the client's acknowledgement; nothing else depends on
    // it.
    let _ = stream.set_nodelay(true);
    let reset = Arc::new(AtomicBool::new(false));
    let service = service_fn(|request| respond(Arc::clone(&state), Arc::clone(&reset), request));
    let socket = TokioIo::new(WriteTimeout::new(stream, state.client_timeout));
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(state.client_timeout)
        .serve_connection(socket, service);
    tokio::select! {
        _ = Pin::new(&mut connection) => {}
        () = stopped(&mut stop) => {
            Pin::new(&mut connection).graceful_shutdown();
            // Whether the last response arrived is the client's to judge.
            let _ = Pin::new(&mut connection).await;
        }
    }
    if reset.load(Ordering::Relaxed) {
        // Closing with nothing to linger for is what makes the system send a reset; where it
        // cannot, the connection is closed all the same.
        let _ = connection.into_parts().io.into_inner().into_inner().set_zero_linger();
    }
}

/// Waits until the sandbox is to stop, or is gone.
async fn stopped(stop: &mut watch::Receiver<bool>) {
    // An error means that the sender was dropped, which is a stop, too.
    let _ = stop.wait_for(|stop| *stop).await;
}

async fn respond(
    state: Arc<State>,
    reset: Arc<AtomicBool>,
    request: Request<Incoming>,
) -> Result<http::Response<Stream>, Cut> {
    let (parts, body) = request.into_parts();
    let waits = parts.headers.contains_key(EXPECT);
    let read = body::read(body, state.max_body_bytes, state.client_timeout, waits).await;
    let (body, refusal) = match read {
        Ok(body) => (body, None),
        Err(BodyError::TooLarge) => {
            (Bytes::new(), Some(Refusal::new(413, "The body is too large")))
        }
        Err(BodyError::TimedOut) => {
            (Bytes::new(), Some(Refusal::new(408, "The body did not arrive in time")))
        }
        // No client is left to get a response.
        Err(BodyError::Broken) => return Err(Cut),
    };
    let received = ReceivedRequest {
        method: parts.method,
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        headers: parts.headers,
        body,
    };
    let response = match refusal {
        None => handle(state, received).await?,
        Some(refusal) => service::refuse(&state, &received, &refusal).closing(),
    };
    match response {
        Response::Message(message) => Ok(message.into_response()),
        Response::Cut { reset: hard } => {
            reset.store(hard, Ordering::Relaxed);
            Err(Cut)
        }
    }
}

/// A request that may have to wait is handled in a task of its own: its work is done even if the
/// client hangs up meanwhile, as a real server would do it.
async fn handle(state: Arc<State>, received: ReceivedRequest) -> Result<Response, Cut> {
    if service::may_wait(&state, &received.headers) {
        return tokio::spawn(service::handle(state, received)).await.map_err(|_| Cut);
    }
    Ok(service::handle(state, received).await)
}
