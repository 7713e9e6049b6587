//! Request bodies, within their limits.

use std::pin::Pin;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use hyper::body::{Body, Incoming};

/// Why there is no body.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum BodyError {
    /// It is larger than the limit.
    TooLarge,
    /// It did not arrive in time.
    TimedOut,
    /// The connection broke: nobody waits for a response.
    Broken,
}

/// Bytes of a refused body that are read and thrown away, so that a client that sends all of it
/// before it reads gets its response.
const DISCARDED: usize = 64 << 20;

/// Reads a body of at most `limit` bytes within `time`. A client that `waits` for permission to
/// send is refused before it has sent anything.
pub(super) async fn read(
    mut body: Incoming,
    limit: usize,
    time: Duration,
    waits: bool,
) -> Result<Bytes, BodyError> {
    let declared = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if declared > limit && waits {
        return Err(BodyError::TooLarge);
    }
    let end = tokio::time::Instant::now() + time;
    let reading = async {
        if declared > limit { Err(BodyError::TooLarge) } else { collect(&mut body, limit).await }
    };
    let read = tokio::time::timeout_at(end, reading).await.unwrap_or(Err(BodyError::TimedOut));
    if read == Err(BodyError::TooLarge) {
        // However long the client goes on sending, the body was too large.
        let _ = tokio::time::timeout_at(end, discard(&mut body)).await;
    }
    read
}

async fn collect(body: &mut Incoming, limit: usize) -> Result<Bytes, BodyError> {
    let mut whole = BytesMut::new();
    let mut only = Bytes::new();
    while let Some(data) = chunk(body).await? {
        if whole.len() + only.len() + data.len() > limit {
            return Err(BodyError::TooLarge);
        }
        // A body of one chunk, as most are, is not copied.
        if whole.is_empty() && only.is_empty() {
            only = data;
        } else {
            whole.extend_from_slice(&std::mem::take(&mut only));
            whole.extend_from_slice(&data);
        }
    }
    Ok(if whole.is_empty() { only } else { whole.freeze() })
}

async fn discard(body: &mut Incoming) {
    let mut discarded = 0;
    while discarded < DISCARDED {
        match chunk(body).await {
            Ok(Some(data)) => discarded += data.len(),
            Ok(None) | Err(_) => break,
        }
    }
}

/// The next data of the body; empty frames and trailers count as empty data.
async fn chunk(body: &mut Incoming) -> Result<Option<Bytes>, BodyError> {
    let frame = std::future::poll_fn(|context| Pin::new(&mut *body).poll_frame(context)).await;
    let frame = frame.transpose().map_err(|_| BodyError::Broken)?;
    Ok(frame.map(|frame| frame.into_data().unwrap_or_default()))
}
