//! A wire between a client and the sandbox that spoils calls: it cuts them off before or behind the server, and asks the
//! sandbox for its faults. What it does about a call depends on a seed, the call's number and the attempt alone.

use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::server::{header, read_message};

/// The header with which a client numbers its calls; requests without it pass unharmed.
pub const CALL: &str = "x-test-call";

/// How long an answer may take that no client waits for any more.
const LINGER: Duration = Duration::from_secs(5);

/// What the wire does about one attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spoil {
    /// Nothing.
    Pass,
    /// Asks the sandbox for a fault, as the header `x-sandbox-fault` spells it.
    Ask(String),
    /// Loses the request and closes the connection.
    Lose,
    /// Loses the request and resets the connection.
    LoseHard,
    /// Hands the request on and closes the client's connection without waiting for the answer.
    LoseAnswer,
}

/// Says what is done about an attempt: the call's number, and the attempt's, from 0.
pub type Plan = Arc<dyn Fn(u64, u64) -> Spoil + Send + Sync>;

struct Shared {
    to: SocketAddr,
    plan: Plan,
    attempts: Mutex<HashMap<u64, u64>>,
    /// Numbered requests that were handed on to the sandbox.
    handed_on: AtomicU64,
}

/// The wire: a port of this machine. It is cut when it is dropped.
pub struct Wire {
    address: SocketAddr,
    shared: Arc<Shared>,
    task: Option<JoinHandle<()>>,
    /// Holds the port while nobody listens on it. Bound, never listening: connections are refused.
    _reserve: TcpSocket,
}

impl Wire {
    /// Lays a wire to a server, in tasks of the runtime around it.
    ///
    /// # Errors
    /// Where the machine gives no port.
    pub fn lay(to: SocketAddr, plan: Plan) -> io::Result<Self> {
        let reserve = socket(SocketAddr::from(([127, 0, 0, 1], 0)))?;
        let address = reserve.local_addr()?;
        let shared = Arc::new(Shared { to, plan, attempts: Mutex::default(), handed_on: AtomicU64::new(0) });
        let mut wire = Wire { address, shared, task: None, _reserve: reserve };
        wire.mend()?;
        Ok(wire)
    }

    /// Where the wire begins.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// How many numbered requests were handed on.
    #[must_use]
    pub fn handed_on(&self) -> u64 {
        self.shared.handed_on.load(Ordering::Relaxed)
    }

    /// Takes no new connections: on unix they are refused until [`mend`](Self::mend). Those that are there go on.
    pub async fn cut(&mut self) {
        if let Some(task) = self.task.take() {
            task.abort();
            // It ends as cancelled, which is what was asked for.
            let _ = task.await;
        }
    }

    /// Takes connections again.
    ///
    /// # Errors
    /// Where the port cannot be listened on.
    pub fn mend(&mut self) -> io::Result<()> {
        let listener = socket(self.address)?.listen(1024)?;
        self.task = Some(tokio::spawn(accept(listener, Arc::clone(&self.shared))));
        Ok(())
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        if let Some(task) = self.task.take() {
            task.abort();
        }
    }
}

/// A socket that shares its port with others of this process.
fn socket(address: SocketAddr) -> io::Result<TcpSocket> {
    let socket = TcpSocket::new_v4()?;
    #[cfg(unix)]
    socket.set_reuseport(true)?;
    socket.bind(address)?;
    Ok(socket)
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    loop {
        if let Ok((stream, _)) = listener.accept().await {
            // The connection ends with the client or the sandbox.
            tokio::spawn(carry(stream, Arc::clone(&shared)));
        }
    }
}

/// Why a connection is not carried on.
enum End {
    /// The client hung up, or is to think that the server did.
    Client,
    /// The same, and the answer is still awaited in the client's stead.
    Lingering,
    /// The client gets a reset.
    Hard,
}

async fn carry(mut client: TcpStream, shared: Arc<Shared>) -> io::Result<()> {
    client.set_nodelay(true)?;
    let mut server = TcpStream::connect(shared.to).await?;
    server.set_nodelay(true)?;
    let end = {
        let (mut from_client, mut to_client) = client.split();
        let (mut from_server, mut to_server) = server.split();
        tokio::select! {
            end = requests(&mut from_client, &mut to_server, &shared) => end.unwrap_or(End::Client),
            copied = copy(&mut from_server, &mut to_client) => match copied {
                Ok(_) => End::Client,
                Err(_) => End::Hard,
            },
        }
    };
    if matches!(end, End::Hard) {
        client.set_zero_linger()?;
    }
    drop(client);
    if matches!(end, End::Lingering) {
        // The sandbox would not act upon a request whose client is gone.
        let _ = timeout(LINGER, copy(&mut server, &mut tokio::io::sink())).await;
    }
    Ok(())
}

/// Hands requests on until one of them is spoiled or the client hangs up.
async fn requests(
    client: &mut (impl AsyncReadExt + Unpin),
    server: &mut (impl AsyncWriteExt + Unpin),
    shared: &Shared,
) -> io::Result<End> {
    let mut unread = Vec::new();
    while let Some((head, body)) = read_message(client, &mut unread).await? {
        let call = header(&head, CALL).and_then(|number| number.parse().ok());
        let spoil = call.map_or(Spoil::Pass, |call| shared.spoil(call));
        let more = match &spoil {
            Spoil::Lose => return Ok(End::Client),
            Spoil::LoseHard => return Ok(End::Hard),
            Spoil::Pass => String::new(),
            // A client may give up an answer that is late: then the connection ends with it.
            Spoil::Ask(fault) => format!("x-sandbox-fault: {fault}\r\nconnection: close\r\n"),
            Spoil::LoseAnswer => "connection: close\r\n".to_owned(),
        };
        let lines = head.strip_suffix("\r\n").unwrap_or(&head);
        server.write_all(format!("{lines}{more}\r\n").as_bytes()).await?;
        server.write_all(&body).await?;
        if call.is_some() {
            shared.handed_on.fetch_add(1, Ordering::Relaxed);
        }
        if spoil == Spoil::LoseAnswer {
            return Ok(End::Lingering);
        }
    }
    Ok(End::Lingering)
}

impl Shared {
    fn spoil(&self, call: u64) -> Spoil {
        let mut attempts = self.attempts.lock().unwrap_or_else(PoisonError::into_inner);
        let attempt = attempts.entry(call).or_default();
        let spoil = (self.plan)(call, *attempt);
        *attempt += 1;
        spoil
    }
}
