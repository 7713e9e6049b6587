//! A server that misbehaves as it is told: bytes over a socket of this machine, and nothing that minds HTTP.

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{oneshot, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

/// What a test waits for at most before it gives up.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the server does about one request.
#[derive(Debug, Clone)]
pub enum Act {
    /// Sends these bytes and waits for the next request.
    Answer(Vec<u8>),
    /// Sends these bytes and closes the connection.
    Close(Vec<u8>),
    /// Sends these bytes and resets the connection.
    Reset(Vec<u8>),
    /// Sends these bytes, then nothing until the client hangs up.
    Stall(Vec<u8>),
    /// Sends these bytes, then one more byte after each pause, for ever.
    Drip(Vec<u8>, Duration),
    /// Sends the first bytes, then the second ones over and over.
    Flood(Vec<u8>, Vec<u8>),
    /// Waits until so many requests have arrived in all, then does the other act.
    Gate(usize, Box<Act>),
}

/// What the server does about one connection, before any request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Greeting {
    /// Reads requests.
    Read,
    /// Closes the connection at once.
    Close,
    /// Resets it at once.
    Reset,
    /// Reads so many bytes of the first request and closes the connection.
    CloseAfter(usize),
    /// Reads so many bytes of the first request and resets the connection.
    ResetAfter(usize),
    /// Reads so many bytes of the first request, then nothing until the client hangs up.
    StallAfter(usize),
}

/// A request that arrived as a whole.
#[derive(Debug, Clone)]
pub struct Received {
    /// Request line and headers.
    pub head: String,
    /// The body.
    pub body: Vec<u8>,
    /// The connection that it came over, counted from 1.
    pub connection: usize,
}

impl Received {
    /// The path and query of the request line.
    #[must_use]
    pub fn target(&self) -> &str {
        self.head.split(' ').nth(1).unwrap_or_default()
    }

    /// A header's value.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        header(&self.head, name)
    }
}

/// A header's value in a request's head.
pub(crate) fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().skip(1).find_map(|line| {
        let (own, value) = line.split_once(':')?;
        own.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

#[derive(Default)]
struct State {
    acts: VecDeque<Act>,
    token_acts: VecDeque<Act>,
    greetings: VecDeque<Greeting>,
    calls: Vec<Received>,
    token_calls: Vec<Received>,
}

struct Shared {
    state: Mutex<State>,
    /// Requests that arrived, token calls included.
    arrived: watch::Sender<usize>,
    /// Connections made so far, and those open now.
    connections: watch::Sender<(usize, usize)>,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A server on a free port of this machine, with a thread of its own, so that the tasks of a test's runtime are the
/// client's alone. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// A server that answers everything with [`done`], and token calls with tokens named `token-1`, `token-2` and so on.
    ///
    /// # Panics
    /// Where the machine gives no port or thread.
    #[must_use]
    pub fn start() -> Self {
        let shared = Arc::new(Shared {
            state: Mutex::default(),
            arrived: watch::Sender::new(0),
            connections: watch::Sender::new((0, 0)),
        });
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).expect("a socket that does not block");
        let address = listener.local_addr().expect("an address");
        let (stop, stopped) = oneshot::channel::<()>();
        let own = Arc::clone(&shared);
        let thread = std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
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

    /// What it does about the requests to come, one after the other; [`done`] when they are used up.
    pub fn script(&self, acts: impl IntoIterator<Item = Act>) {
        self.shared.state().acts = acts.into_iter().collect();
    }

    /// What it does about the token calls to come; tokens when they are used up.
    pub fn script_tokens(&self, acts: impl IntoIterator<Item = Act>) {
        self.shared.state().token_acts = acts.into_iter().collect();
    }

    /// What it does about the connections to come; it reads when they are used up.
    pub fn greet(&self, greetings: impl IntoIterator<Item = Greeting>) {
        self.shared.state().greetings = greetings.into_iter().collect();
    }

    /// A base URL on this server.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/gw", self.address)
    }

    /// A base URL that asks for TLS, which this server does not speak: no request arrives by way of it.
    #[must_use]
    pub fn tls_url(&self) -> String {
        format!("https://{}/gw", self.address)
    }

    /// The requests that arrived as a whole, token calls left out.
    #[must_use]
    pub fn calls(&self) -> Vec<Received> {
        self.shared.state().calls.clone()
    }

    /// The token calls that arrived.
    #[must_use]
    pub fn token_calls(&self) -> Vec<Received> {
        self.shared.state().token_calls.clone()
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

    /// Waits until so many requests have arrived, token calls included; whether that came true in time.
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
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // A server that ended already needs no word.
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            // A panic of the server has shown itself in the test.
            let _ = thread.join();
        }
    }
}

/// A port of this machine that refuses every connection as long as this lives, and that nobody else gets.
#[derive(Debug)]
pub struct DeadPort {
    address: SocketAddr,
    _bound: TcpSocket,
}

impl DeadPort {
    /// Binds a port and never listens on it.
    ///
    /// # Errors
    /// Where the machine gives no port.
    pub fn bind() -> io::Result<Self> {
        let bound = TcpSocket::new_v4()?;
        bound.bind(SocketAddr::from(([127, 0, 0, 1], 0)))?;
        Ok(DeadPort { address: bound.local_addr()?, _bound: bound })
    }

    /// A base URL on this port.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/gw", self.address)
    }
}

/// An answer with this status and body, its length declared.
#[must_use]
pub fn answer(status: u16, body: &str) -> Vec<u8> {
    answer_with(status, "Content-Type: application/json\r\n", body)
}

/// An answer with these header lines, each with its line end.
#[must_use]
pub fn answer_with(status: u16, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {status} Whatever\r\n{headers}Content-Length: {length}\r\n\r\n{body}").into_bytes()
}

/// The platform's word for a success.
#[must_use]
pub fn done() -> Vec<u8> {
    answer(200, r#"{"response_code":0,"response_message":"Success","payload":"done"}"#)
}

/// The answer of a token call.
#[must_use]
pub fn token(text: &str, seconds: u64) -> Vec<u8> {
    answer(200, &format!(r#"{{"access_token":"{text}","token_type":"bearer","expires_in":{seconds}}}"#))
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
                Greeting::StallAfter(_) => until_hung_up(&mut stream).await,
                _ => Ok(()),
            };
        }
    }
    let mut unread = Vec::new();
    while let Some(request) = read_request(&mut stream, &mut unread, number).await? {
        let mut act = shared.note(request);
        while let Act::Gate(count, then) = act {
            // The sender lives as long as `shared`.
            let _ = shared.arrived.subscribe().wait_for(|arrived| *arrived >= count).await;
            act = *then;
        }
        if !perform(&mut stream, act).await? {
            return Ok(());
        }
    }
    Ok(())
}

impl Shared {
    fn note(&self, request: Received) -> Act {
        let mut state = self.state();
        let is_token_call =
            request.target().ends_with("/oauth/token") || request.target().ends_with("/merchant/token");
        let act = if is_token_call {
            state.token_calls.push(request);
            let number = state.token_calls.len();
            state
                .token_acts
                .pop_front()
                .unwrap_or_else(|| Act::Answer(token(&format!("token-{number}"), 86_399)))
        } else {
            state.calls.push(request);
            state.acts.pop_front().unwrap_or_else(|| Act::Answer(done()))
        };
        drop(state);
        self.arrived.send_modify(|arrived| *arrived += 1);
        act
    }
}

/// Does what is to be done; whether the connection goes on.
async fn perform(stream: &mut TcpStream, act: Act) -> io::Result<bool> {
    match act {
        Act::Answer(bytes) => {
            stream.write_all(&bytes).await?;
            Ok(true)
        }
        Act::Close(bytes) => {
            stream.write_all(&bytes).await?;
            Ok(false)
        }
        Act::Reset(bytes) => {
            stream.write_all(&bytes).await?;
            if !bytes.is_empty() {
                // Lets the client take what was sent before the reset overtakes it.
                sleep(Duration::from_millis(20)).await;
            }
            stream.set_zero_linger()?;
            Ok(false)
        }
        Act::Stall(bytes) => {
            stream.write_all(&bytes).await?;
            until_hung_up(stream).await?;
            Ok(false)
        }
        Act::Drip(bytes, pause) => {
            stream.write_all(&bytes).await?;
            loop {
                sleep(pause).await;
                stream.write_all(b"x").await?;
            }
        }
        Act::Flood(first, more) => {
            stream.write_all(&first).await?;
            loop {
                stream.write_all(&more).await?;
            }
        }
        // Opened by the caller.
        Act::Gate(..) => Ok(true),
    }
}

async fn until_hung_up(stream: &mut TcpStream) -> io::Result<()> {
    let mut rest = [0; 1024];
    while stream.read(&mut rest).await? > 0 {}
    Ok(())
}

/// The next whole request of a connection; `None` where it ended before.
async fn read_request(
    stream: &mut TcpStream,
    unread: &mut Vec<u8>,
    connection: usize,
) -> io::Result<Option<Received>> {
    let Some((head, body)) = read_message(stream, unread).await? else { return Ok(None) };
    Ok(Some(Received { head, body, connection }))
}

/// Head and body (of a declared length) of the next request; what arrived behind it stays in `unread`.
pub(crate) async fn read_message(
    stream: &mut (impl AsyncReadExt + Unpin),
    unread: &mut Vec<u8>,
) -> io::Result<Option<(String, Vec<u8>)>> {
    let end = loop {
        if let Some(at) = unread.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            break at + 4;
        }
        if stream.read_buf(unread).await? == 0 {
            return Ok(None);
        }
    };
    let head = String::from_utf8_lossy(&unread[..end]).into_owned();
    let length: usize = header(&head, "content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    while unread.len() < end + length {
        if stream.read_buf(unread).await? == 0 {
            return Ok(None);
        }
    }
    let rest = unread.split_off(end + length);
    let body = unread.split_off(end);
    *unread = rest;
    Ok(Some((head, body)))
}
