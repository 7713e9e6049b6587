//! Ports that refuse connections, always or for a while in front of another server, and one that
//! never accepts them.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
#[cfg(target_os = "linux")]
use std::time::Duration;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinHandle;
#[cfg(target_os = "linux")]
use tokio::time::timeout;

/// A port of this machine that refuses every connection as long as this lives, and that nobody else
/// gets.
#[derive(Debug)]
pub struct DeadPort {
    address: SocketAddr,
    _bound: TcpSocket,
}

impl DeadPort {
    /// Binds a port and never listens on it.
    ///
    /// # Errors
    /// The machine has no free port.
    pub fn bind() -> io::Result<Self> {
        let bound = socket(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
        Ok(DeadPort { address: bound.local_addr()?, _bound: bound })
    }

    /// A base URL on this port.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/gw", self.address)
    }

    /// Its address.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

/// A port at which connecting takes for ever: Linux drops what arrives at a full queue of
/// connections.
#[cfg(target_os = "linux")]
#[derive(Debug)]
pub struct FullQueue {
    address: SocketAddr,
    _listener: TcpListener,
    _queued: Vec<TcpStream>,
}

#[cfg(target_os = "linux")]
impl FullQueue {
    /// Listens on a port and fills its queue.
    ///
    /// # Errors
    /// The machine has no free port, or refuses a connection to it.
    pub async fn fill() -> io::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
        let listener = socket.listen(1)?;
        let address = listener.local_addr()?;
        let mut queued = Vec::new();
        while let Ok(stream) =
            timeout(Duration::from_millis(300), TcpStream::connect(address)).await
        {
            queued.push(stream?);
        }
        Ok(FullQueue { address, _listener: listener, _queued: queued })
    }

    /// Its address.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

/// A proxy that forwards bytes to the sandbox, and whose port refuses connections on
/// demand. Faults of single requests are the sandbox's own.
#[derive(Debug)]
pub struct FaultProxy {
    to: SocketAddr,
    listening: Option<JoinHandle<()>>,
    /// Holds the port while nobody listens on it.
    port: DeadPort,
}

impl FaultProxy {
    /// Starts a proxy in front of a server, in tasks of the current runtime.
    ///
    /// # Errors
    /// The machine has no free port.
    pub fn start(to: SocketAddr) -> io::Result<Self> {
        let mut proxy = FaultProxy { to, listening: None, port: DeadPort::bind()? };
        proxy.accept_connections()?;
        Ok(proxy)
    }

    /// The address that clients connect to.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.port.address
    }

    /// Refuses new connections (on unix) until [`accept_connections`](Self::accept_connections).
    /// Open ones go on.
    pub async fn refuse_connections(&mut self) {
        if let Some(task) = self.listening.take() {
            task.abort();
            // It ends as cancelled.
            let _ = task.await;
        }
    }

    /// Accepts connections again.
    ///
    /// # Errors
    /// The port cannot be listened on.
    pub fn accept_connections(&mut self) -> io::Result<()> {
        let listener = socket(self.port.address)?.listen(1024)?;
        self.listening = Some(tokio::spawn(accept(listener, self.to)));
        Ok(())
    }
}

impl Drop for FaultProxy {
    fn drop(&mut self) {
        if let Some(task) = self.listening.take() {
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

async fn accept(listener: TcpListener, to: SocketAddr) {
    loop {
        if let Ok((client, _)) = listener.accept().await {
            // An error is the client's to notice.
            tokio::spawn(forward(client, to));
        }
    }
}

async fn forward(mut client: TcpStream, to: SocketAddr) -> io::Result<()> {
    client.set_nodelay(true)?;
    let mut server = TcpStream::connect(to).await?;
    server.set_nodelay(true)?;
    if copy_bidirectional(&mut client, &mut server).await.is_err() {
        // The server's reset reaches the client as one.
        client.set_zero_linger()?;
    }
    Ok(())
}
