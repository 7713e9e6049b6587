//! What the fault server does about a connection and about a request.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::sleep;

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
    /// Sends these bytes, then one more byte after each pause, for ever.
    Drip(Vec<u8>, Duration),
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
}

/// Does what is to be done; whether the connection goes on.
pub(super) async fn perform(stream: &mut TcpStream, action: ServerAction) -> io::Result<bool> {
    match action {
        ServerAction::Respond(bytes) => {
            stream.write_all(&bytes).await?;
            Ok(true)
        }
        ServerAction::Close(bytes) => {
            stream.write_all(&bytes).await?;
            Ok(false)
        }
        ServerAction::Reset(bytes) => {
            stream.write_all(&bytes).await?;
            if !bytes.is_empty() {
                // Lets the client take what was sent before the reset overtakes it.
                sleep(Duration::from_millis(20)).await;
            }
            stream.set_zero_linger()?;
            Ok(false)
        }
        ServerAction::Stall(bytes) => {
            stream.write_all(&bytes).await?;
            until_hung_up(stream).await?;
            Ok(false)
        }
        ServerAction::Drip(bytes, pause) => {
            stream.write_all(&bytes).await?;
            loop {
                sleep(pause).await;
                stream.write_all(b"x").await?;
            }
        }
        ServerAction::Flood(first, more) => {
            stream.write_all(&first).await?;
            loop {
                stream.write_all(&more).await?;
            }
        }
        // Opened by the caller.
        ServerAction::Gate(..) => Ok(true),
    }
}

pub(super) async fn until_hung_up(stream: &mut TcpStream) -> io::Result<()> {
    let mut rest = [0; 1024];
    while stream.read(&mut rest).await? > 0 {}
    Ok(())
}
