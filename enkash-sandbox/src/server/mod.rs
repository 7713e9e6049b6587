//! The sockets: accepting, answering, and cutting connections.

mod body;
mod patience;
mod service;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use http::header::EXPECT;
use http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

use body::BodyError;
use patience::Patience;
use service::Received;

use crate::exchange::Refusal;
use crate::response::{Reply, Stream};
use crate::state::World;

/// How long a shutdown waits for answers that are on their way.
const GRACE: Duration = Duration::from_secs(2);

/// Why the service gives hyper no answer.
#[derive(Debug, thiserror::Error)]
#[error("the sandbox cuts the connection")]
struct Cut;

/// Serves until `stop` says so or its sender is gone.
pub(crate) async fn serve(listener: TcpListener, world: Arc<World>, mut stop: watch::Receiver<bool>) {
    let mut connections = JoinSet::new();
    let news = stop.clone();
    loop {
        tokio::select! {
            () = told(&mut stop) => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => drop(connections.spawn(connection(stream, Arc::clone(&world), news.clone()))),
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

async fn connection(stream: TcpStream, world: Arc<World>, mut stop: watch::Receiver<bool>) {
    // Without it small answers may wait for the client's acknowledgement; nothing else depends on it.
    let _ = stream.set_nodelay(true);
    let reset = Arc::new(AtomicBool::new(false));
    let service = service_fn(|request| respond(Arc::clone(&world), Arc::clone(&reset), request));
    let socket = TokioIo::new(Patience::new(stream, world.client_timeout));
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(world.client_timeout)
        .serve_connection(socket, service);
    tokio::select! {
        _ = Pin::new(&mut connection) => {}
        () = told(&mut stop) => {
            Pin::new(&mut connection).graceful_shutdown();
            // How the last answer went is the client's to judge.
            let _ = Pin::new(&mut connection).await;
        }
    }
    if reset.load(Ordering::Relaxed) {
        // Closing with nothing to linger for is what makes the system send a reset; where it
        // cannot, the connection is closed all the same.
        let _ = connection.into_parts().io.into_inner().into_inner().set_zero_linger();
    }
}

/// Waits until the sandbox is told to stop, or is gone.
async fn told(stop: &mut watch::Receiver<bool>) {
    // An error says that the sender is gone, which is a stop too.
    let _ = stop.wait_for(|stop| *stop).await;
}

async fn respond(
    world: Arc<World>,
    reset: Arc<AtomicBool>,
    request: Request<Incoming>,
) -> Result<Response<Stream>, Cut> {
    let (parts, body) = request.into_parts();
    let waits = parts.headers.contains_key(EXPECT);
    let refused = |status, message| Reply::refused(&world, None, &Refusal::new(status, message));
    let reply = match body::read(body, world.max_body_bytes, world.client_timeout, waits).await {
        Ok(body) => {
            let query = parts.uri.query().unwrap_or_default().to_owned();
            let path = parts.uri.path().to_owned();
            let received = Received { method: parts.method, path, query, headers: parts.headers, body };
            answer(world, received).await?
        }
        Err(BodyError::TooLarge) => refused(413, "The body is too large").closing(),
        Err(BodyError::TimedOut) => refused(408, "The body did not arrive in time").closing(),
        // It asks for nothing, and has no client left to tell.
        Err(BodyError::Broken) => return Err(Cut),
    };
    match reply {
        Reply::Answer(answer) => Ok(answer.into_response()),
        Reply::Cut { reset: hard } => {
            reset.store(hard, Ordering::Relaxed);
            Err(Cut)
        }
    }
}

/// A request that may have to wait is answered in a task of its own: its work is done even if the
/// client hangs up meanwhile, as a real server would do it.
async fn answer(world: Arc<World>, received: Received) -> Result<Reply, Cut> {
    if service::may_wait(&world, &received.headers) {
        return tokio::spawn(service::answer(world, received)).await.map_err(|_| Cut);
    }
    Ok(service::answer(world, received).await)
}
