//! How the fault server handles a connection and a request.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::watch;
use tokio::time::sleep;

use super::tls::Connection;

/// What the server does about one request.
#[derive(Debug, Clone)]
pub enum ServerAction {
    /// Sends these bytes and waits for the next request.
    Respond(Vec<u8>),
    /// Sends these bytes and closes the connection.
    Close(Vec<u8>),
    /// Sends these bytes and resets the connection.
    Reset(Vec<u8>),
    /// Sends these bytes, then nothing until the client hangs up.
    Stall(Vec<u8>),
    /// Sends the first bytes, then the second ones over and over, with a pause before each.
    Drip(Vec<u8>, Vec<u8>, Duration),
    /// Sends the first bytes, then the second ones over and over.
    Flood(Vec<u8>, Vec<u8>),
    /// Waits until so many requests have arrived in all, then does the other action.
    Gate(usize, Box<ServerAction>),
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
    /// Sends these bytes for whatever arrives first, and closes the connection.
    CloseWith(&'static [u8]),
    /// Sends these bytes for whatever arrives first, then nothing until the client hangs up.
    StallWith(&'static [u8]),
}

/// Does what is to be done; whether the connection goes on. Counts itself in `stalled` when it
/// stalls.
pub(super) async fn perform(
    stream: &mut impl Connection,
    action: ServerAction,
    stalled: &watch::Sender<usize>,
) -> io::Result<bool> {
    match action {
        ServerAction::Respond(bytes) => {
            send(stream, &bytes).await?;
            Ok(true)
        }
        ServerAction::Close(bytes) => {
            send(stream, &bytes).await?;
            Ok(false)
        }
        ServerAction::Reset(bytes) => {
            send(stream, &bytes).await?;
            if !bytes.is_empty() {
                // Lets the client take what was sent before the reset overtakes it.
                sleep(Duration::from_millis(20)).await;
            }
            stream.tcp().set_zero_linger()?;
            Ok(false)
        }
        ServerAction::Stall(bytes) => {
            send(stream, &bytes).await?;
            stall(stream, stalled).await?;
            Ok(false)
        }
        ServerAction::Drip(first, more, pause) => {
            send(stream, &first).await?;
            loop {
                sleep(pause).await;
                send(stream, &more).await?;
            }
        }
        ServerAction::Flood(first, more) => {
            send(stream, &first).await?;
            loop {
                send(stream, &more).await?;
            }
        }
        // Opened by the caller.
        ServerAction::Gate(..) => Ok(true),
    }
}

pub(super) async fn send(stream: &mut impl Connection, bytes: &[u8]) -> io::Result<()> {
    stream.write_all(bytes).await?;
    // TLS may keep a record back.
    stream.flush().await
}

/// Reads until the client hangs up.
pub(super) async fn stall(
    stream: &mut impl Connection,
    stalled: &watch::Sender<usize>,
) -> io::Result<()> {
    stalled.send_modify(|stalled| *stalled += 1);
    let mut rest = [0; 1024];
    while stream.read(&mut rest).await? > 0 {}
    Ok(())
}
