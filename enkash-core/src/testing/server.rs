//! A fault server: sends the bytes that it was given over a real socket, and then misbehaves.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;

/// What the server does behind each response.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Then {
    /// Waits for the next request of the connection.
    Next,
    /// Closes the connection.
    Close,
    /// Resets it.
    Reset,
    /// Keeps the connection and sends no more.
    Silence,
}

/// Sends the same bytes for every request of every connection.
pub(crate) struct FaultServer {
    pub(crate) address: SocketAddr,
    connections: Arc<AtomicUsize>,
    requests: mpsc::UnboundedReceiver<Bytes>,
}

/// What is the same for all connections.
#[derive(Clone)]
struct Plan {
    response: Bytes,
    then: Then,
    tls: Option<TlsAcceptor>,
    /// Whether the first bytes count as a request, whatever they are.
    raw: bool,
    /// Where requests are reported, once the response is sent.
    requests: mpsc::UnboundedSender<Bytes>,
}

impl FaultServer {
    pub(crate) async fn start(response: impl Into<Bytes>, then: Then) -> Self {
        FaultServer::bind(response.into(), then, None, false).await
    }

    pub(crate) async fn start_tls(tls: TlsAcceptor, response: impl Into<Bytes>, then: Then) -> Self {
        FaultServer::bind(response.into(), then, Some(tls), false).await
    }

    /// For clients that do not speak HTTP: the first bytes of a connection are its request.
    pub(crate) async fn start_raw(response: impl Into<Bytes>, then: Then) -> Self {
        FaultServer::bind(response.into(), then, None, true).await
    }

    async fn bind(response: Bytes, then: Then, tls: Option<TlsAcceptor>, raw: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (report, requests) = mpsc::unbounded_channel();
        let connections = Arc::new(AtomicUsize::new(0));
        let plan = Plan { response, then, tls, raw, requests: report };
        let made = Arc::clone(&connections);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                made.fetch_add(1, Ordering::Relaxed);
                let plan = plan.clone();
                tokio::spawn(async move { plan.accept(stream).await });
            }
        });
        FaultServer { address, connections, requests }
    }

    /// How many connections were made.
    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::Relaxed)
    }

    /// Waits for the next request, and for the response to be sent.
    pub(crate) async fn request(&mut self) -> Bytes {
        self.requests.recv().await.unwrap()
    }
}

impl Plan {
    /// Ends with `None` if the client closes the connection, or refuses the certificate.
    async fn accept(&self, stream: TcpStream) -> Option<()> {
        if self.then == Then::Reset {
            stream.set_zero_linger().ok()?;
        }
        match &self.tls {
            None => self.serve(stream).await,
            Some(tls) => self.serve(tls.accept(stream).await.ok()?).await,
        }
    }

    async fn serve(&self, mut stream: impl AsyncRead + AsyncWrite + Unpin) -> Option<()> {
        loop {
            let request = if self.raw { read(&mut stream).await? } else { read_request(&mut stream).await? };
            stream.write_all(&self.response).await.ok()?;
            stream.flush().await.ok()?;
            let _ = self.requests.send(request);
            match self.then {
                Then::Next => {}
                Then::Close | Then::Reset => return Some(()),
                Then::Silence => loop {
                    let more = read(&mut stream).await?;
                    let _ = self.requests.send(more);
                },
            }
        }
    }
}

/// Whatever comes next.
async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Option<Bytes> {
    let mut bytes = Vec::with_capacity(4096);
    match stream.read_buf(&mut bytes).await.ok()? {
        0 => None,
        _ => Some(bytes.into()),
    }
}

/// A whole request, with a body as long as its head says.
async fn read_request(stream: &mut (impl AsyncRead + Unpin)) -> Option<Bytes> {
    let mut request = Vec::new();
    loop {
        let head_end = request.windows(4).position(|bytes| bytes == b"\r\n\r\n");
        if let Some(head_end) = head_end
            && request.len() >= head_end + 4 + content_length(&request[..head_end])
        {
            return Some(request.into());
        }
        request.extend_from_slice(&read(stream).await?);
    }
}

fn content_length(head: &[u8]) -> usize {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
    length.map_or(0, |length| length.trim().parse().unwrap())
}

/// An address at which nobody listens.
pub(crate) async fn unused_port() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap()
}

/// An address at which connecting takes for ever: Linux drops what arrives at a full queue of connections.
#[cfg(target_os = "linux")]
pub(crate) async fn full_queue() -> (SocketAddr, impl Sized) {
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut queued = Vec::new();
    while let Ok(stream) = tokio::time::timeout(Duration::from_millis(300), TcpStream::connect(address)).await
    {
        queued.push(stream.unwrap());
    }
    (address, (listener, queued))
}
