//! The fault server: it sends the bytes that a test scripts over a socket of this machine, with or
//! without TLS, whether they are HTTP or not.

mod action;
mod authority;
mod port;
mod request;
mod response;
mod tls;
mod tunnel;

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::io::AsyncReadExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{oneshot, watch};
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;

pub use self::action::{Greeting, ServerAction};
use self::action::{perform, send, stall};
pub use self::authority::Authority;
#[cfg(target_os = "linux")]
pub use self::port::FullQueue;
pub use self::port::{DeadPort, FaultProxy};
pub use self::request::ReceivedRequest;
use self::request::read_request;
pub use self::response::{done, response, response_with, token};
use self::tls::Connection;
pub use self::tls::Identity;
pub use self::tunnel::TunnelProxy;

/// How long a test waits before it fails.
const PATIENCE: Duration = Duration::from_secs(20);

#[derive(Default)]
struct State {
    actions: VecDeque<ServerAction>,
    token_actions: VecDeque<ServerAction>,
    greetings: VecDeque<Greeting>,
    calls: Vec<ReceivedRequest>,
    token_requests: Vec<ReceivedRequest>,
}

struct Shared {
    state: Mutex<State>,
    /// Requests that arrived, token requests included.
    arrived: watch::Sender<usize>,
    /// Connections made so far, and those open now.
    connections: watch::Sender<(usize, usize)>,
    /// Connections on which the server sends nothing more.
    stalled: watch::Sender<usize>,
    tls: Option<TlsAcceptor>,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A server on a free port of this machine, with a thread of its own, so that the tasks of a test's
/// runtime are the client's alone. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// A server that responds to everything with [`done`], and to token requests with tokens named
    /// `token-1`, `token-2` and so on.
    ///
    /// # Panics
    /// Where the machine gives no port or thread.
    #[must_use]
    pub fn start() -> Self {
        Server::start_with(None)
    }

    /// A server that speaks TLS with this certificate. Its [`url`](Self::url) names `localhost`.
    ///
    /// # Panics
    /// Where the machine gives no port or thread.
    #[must_use]
    pub fn start_tls(identity: &Identity) -> Self {
        Server::start_with(Some(identity.acceptor.clone()))
    }

    /// A server that speaks TLS in this way.
    ///
    /// # Panics
    /// Where the machine gives no port or thread.
    #[must_use]
    pub fn start_tls_with(config: ServerConfig) -> Self {
        Server::start_with(Some(TlsAcceptor::from(Arc::new(config))))
    }

    fn start_with(tls: Option<TlsAcceptor>) -> Self {
        let shared = Arc::new(Shared {
            state: Mutex::default(),
            arrived: watch::Sender::new(0),
            connections: watch::Sender::new((0, 0)),
            stalled: watch::Sender::new(0),
            tls,
        });
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).expect("a socket that does not block");
        let address = listener.local_addr().expect("an address");
        let (stop, stopped) = oneshot::channel::<()>();
        let own = Arc::clone(&shared);
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime");
            runtime.block_on(async move {
                let listener = TcpListener::from_std(listener).expect("a listener");
                tokio::select! {
                    () = accept(listener, own) => {}
                    _ = stopped => {}
                }
            });
        });
        Server { address, shared, stop: Some(stop), thread: Some(thread) }
    }

    /// What it does about the requests to come, one after the other; [`done`] when they are used
    /// up.
    pub fn script(&self, actions: impl IntoIterator<Item = ServerAction>) {
        self.shared.state().actions = actions.into_iter().collect();
    }

    /// What it does about the token requests to come; tokens when they are used up.
    pub fn script_tokens(&self, actions: impl IntoIterator<Item = ServerAction>) {
        self.shared.state().token_actions = actions.into_iter().collect();
    }

    /// What it does about the connections to come; it reads when they are used up.
    pub fn greet(&self, greetings: impl IntoIterator<Item = Greeting>) {
        self.shared.state().greetings = greetings.into_iter().collect();
    }

    /// A base URL on this server.
    #[must_use]
    pub fn url(&self) -> String {
        match self.shared.tls {
            None => format!("http://{}/gw", self.address),
            Some(_) => format!("https://localhost:{}/gw", self.address.port()),
        }
    }

    /// Its address.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// A base URL that asks for TLS, for a server that does not speak it: no request arrives by way
    /// of it.
    #[must_use]
    pub fn tls_url(&self) -> String {
        format!("https://{}/gw", self.address)
    }

    /// The requests that arrived as a whole, token requests left out.
    #[must_use]
    pub fn calls(&self) -> Vec<ReceivedRequest> {
        self.shared.state().calls.clone()
    }

    /// The token requests that arrived.
    #[must_use]
    pub fn token_requests(&self) -> Vec<ReceivedRequest> {
        self.shared.state().token_requests.clone()
    }

    /// How many connections were made so far.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.shared.connections.borrow().0
    }

    /// How many connections are open.
    #[must_use]
    pub fn open(&self) -> usize {
        self.shared.connections.borrow().1
    }

    /// Waits until no more than so many connections are open; whether that came true in time.
    pub async fn open_at_most(&self, most: usize) -> bool {
        let mut connections = self.shared.connections.subscribe();
        timeout(PATIENCE, connections.wait_for(|(_, open)| *open <= most))
            .await
            .is_ok_and(|found| found.is_ok())
    }

    /// Waits until so many requests have arrived, token requests included; whether that came true
    /// in time.
    pub async fn arrived(&self, count: usize) -> bool {
        let mut arrived = self.shared.arrived.subscribe();
        timeout(PATIENCE, arrived.wait_for(|arrived| *arrived >= count))
            .await
            .is_ok_and(|found| found.is_ok())
    }

    /// Waits until so many connections were made; whether that came true in time.
    pub async fn connected(&self, count: usize) -> bool {
        let mut connections = self.shared.connections.subscribe();
        timeout(PATIENCE, connections.wait_for(|(made, _)| *made >= count))
            .await
            .is_ok_and(|found| found.is_ok())
    }

    /// Waits until the server stalls on so many connections, with its bytes sent; whether that came
    /// true in time.
    pub async fn stalled(&self, count: usize) -> bool {
        let mut stalled = self.shared.stalled.subscribe();
        timeout(PATIENCE, stalled.wait_for(|stalled| *stalled >= count))
            .await
            .is_ok_and(|found| found.is_ok())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // A server that ended already needs no signal.
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            // A panic of the server has shown itself in the test.
            let _ = thread.join();
        }
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                let Ok((stream, _)) = accepted else { continue };
                let mut number = 0;
                shared.connections.send_modify(|(made, open)| {
                    *made += 1;
                    *open += 1;
                    number = *made;
                });
                let shared = Arc::clone(&shared);
                connections.spawn(async move {
                    // What goes wrong on a connection is the client's to notice.
                    let _ = serve(stream, &shared, number).await;
                    shared.connections.send_modify(|(_, open)| *open -= 1);
                });
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn serve(mut stream: TcpStream, shared: &Shared, number: usize) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let greeting = shared.state().greetings.pop_front().unwrap_or(Greeting::Read);
    match greeting {
        Greeting::Read => {}
        Greeting::Close => return Ok(()),
        Greeting::Reset => return stream.set_zero_linger(),
        Greeting::CloseAfter(bytes) | Greeting::ResetAfter(bytes) | Greeting::StallAfter(bytes) => {
            stream.read_exact(&mut vec![0; bytes]).await?;
            // Closing with unread bytes resets as well, on most systems.
            return match greeting {
                Greeting::ResetAfter(_) => stream.set_zero_linger(),
                Greeting::StallAfter(_) => stall(&mut stream, &shared.stalled).await,
                _ => Ok(()),
            };
        }
        Greeting::CloseWith(bytes) | Greeting::StallWith(bytes) => {
            stream.read_buf(&mut Vec::with_capacity(16 * 1024)).await?;
            send(&mut stream, bytes).await?;
            return match greeting {
                Greeting::StallWith(_) => stall(&mut stream, &shared.stalled).await,
                _ => Ok(()),
            };
        }
    }
    match &shared.tls {
        None => serve_requests(stream, shared, number).await,
        Some(tls) => serve_requests(tls.accept(stream).await?, shared, number).await,
    }
}

async fn serve_requests(
    mut stream: impl Connection,
    shared: &Shared,
    number: usize,
) -> io::Result<()> {
    let mut unread = Vec::new();
    while let Some(request) = read_request(&mut stream, &mut unread, number).await? {
        let mut action = shared.note(request);
        while let ServerAction::Gate(count, then) = action {
            // The sender lives as long as `shared`.
            let _ = shared.arrived.subscribe().wait_for(|arrived| *arrived >= count).await;
            action = *then;
        }
        if !perform(&mut stream, action, &shared.stalled).await? {
            return Ok(());
        }
    }
    Ok(())
}

impl Shared {
    fn note(&self, request: ReceivedRequest) -> ServerAction {
        let mut state = self.state();
        let is_token_request = request.target().ends_with("/oauth/token")
            || request.target().ends_with("/merchant/token");
        let action = if is_token_request {
            state.token_requests.push(request);
            let number = state.token_requests.len();
            state
                .token_actions
                .pop_front()
                .unwrap_or_else(|| ServerAction::Respond(token(&format!("token-{number}"), 86_399)))
        } else {
            state.calls.push(request);
            state.actions.pop_front().unwrap_or_else(|| ServerAction::Respond(done()))
        };
        drop(state);
        self.arrived.send_modify(|arrived| *arrived += 1);
        action
    }
}
