//! Requests, read from a connection.

use std::io;

use tokio::io::AsyncReadExt;

use super::tls::Connection;

/// A request that arrived as a whole.
#[derive(Debug, Clone)]
pub struct ReceivedRequest {
    /// Request line and headers.
    pub head: String,
    /// The body.
    pub body: Vec<u8>,
    /// The connection that it came over, counted from 1.
    pub connection: usize,
}

impl ReceivedRequest {
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
fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().skip(1).find_map(|line| {
        let (own, value) = line.split_once(':')?;
        own.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

/// The next whole request of a connection, whose body has a declared length; `None` where the
/// connection ended before. What arrived behind it stays in `unread`.
pub(super) async fn read_request(
    stream: &mut impl Connection,
    unread: &mut Vec<u8>,
    connection: usize,
) -> io::Result<Option<ReceivedRequest>> {
    let end = loop {
        if let Some(at) = unread.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            break at + 4;
        }
        if stream.read_buf(unread).await? == 0 {
            return Ok(None);
        }
    };
    let head = String::from_utf8_lossy(&unread[..end]).into_owned();
    let length: usize =
        header(&head, "content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    while unread.len() < end + length {
        if stream.read_buf(unread).await? == 0 {
            return Ok(None);
        }
    }
    let rest = unread.split_off(end + length);
    let body = unread.split_off(end);
    *unread = rest;
    Ok(Some(ReceivedRequest { head, body, connection }))
}
