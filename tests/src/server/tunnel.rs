//! A proxy for HTTPS: it forwards the bytes of a tunnel, which it cannot read.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::request::{ReceivedRequest, read_request};

/// An HTTP proxy that makes every tunnel that it is asked for, to that port of this machine,
/// whatever the host.
pub struct TunnelProxy {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<ReceivedRequest>>>,
    listening: JoinHandle<()>,
}

impl TunnelProxy {
    /// Starts one in tasks of the current runtime.
    ///
    /// # Errors
    /// The machine has no free port.
    pub async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let (address, asked) =
            (listener.local_addr()?, Arc::<Mutex<Vec<ReceivedRequest>>>::default());
        let requests = Arc::clone(&asked);
        let listening = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                // An error is the client's to notice.
                tokio::spawn(tunnel(client, Arc::clone(&requests)));
            }
        });
        Ok(TunnelProxy { address, asked, listening })
    }

    /// Its address.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The requests for a tunnel so far.
    #[must_use]
    pub fn asked(&self) -> Vec<ReceivedRequest> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for TunnelProxy {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

async fn tunnel(mut client: TcpStream, asked: Arc<Mutex<Vec<ReceivedRequest>>>) -> io::Result<()> {
    let Some(request) = read_request(&mut client, &mut Vec::new(), 0).await? else { return Ok(()) };
    let port = request.target().rsplit(':').next().and_then(|port| port.parse().ok()).unwrap_or(0);
    asked.lock().unwrap_or_else(PoisonError::into_inner).push(request);
    let mut server = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await?;
    client.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await?;
    copy_bidirectional(&mut client, &mut server).await.map(drop)
}
