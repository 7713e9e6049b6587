//! Bodies of responses, the broken ones included.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use tokio::time::Sleep;

/// A body on its way out.
#[derive(Debug)]
pub(crate) struct Stream {
    left: Bytes,
    manner: Manner,
}

#[derive(Debug)]
enum Manner {
    Whole,
    /// Declares `declared` bytes, sends what is there, then breaks.
    Half {
        declared: u64,
        flushed: bool,
    },
    /// Sends this many bytes of filler, without a declared length.
    Filler {
        left: u64,
    },
    /// Sends a piece after each pause.
    Drip {
        bytes: usize,
        pause: Duration,
        sleep: Option<Pin<Box<Sleep>>>,
    },
}

/// The error that makes hyper close the connection in the middle of a body.
#[derive(Debug, thiserror::Error)]
#[error("the sandbox breaks off the body")]
pub(crate) struct BodyCut;

static FILLER: [u8; 64 << 10] = [b'x'; 64 << 10];

impl Stream {
    fn new(left: Bytes, manner: Manner) -> Self {
        Self { left, manner }
    }

    pub(crate) fn whole(body: Bytes) -> Self {
        Self::new(body, Manner::Whole)
    }

    pub(crate) fn half(body: Bytes) -> Self {
        let declared = body.len() as u64;
        let half = body.len() / 2;
        Self::new(body.slice(..half), Manner::Half { declared, flushed: false })
    }

    pub(crate) fn filler(bytes: u64) -> Self {
        Self::new(Bytes::new(), Manner::Filler { left: bytes })
    }

    pub(crate) fn drip(body: Bytes, bytes: usize, pause: Duration) -> Self {
        Self::new(body, Manner::Drip { bytes, pause, sleep: None })
    }
}

impl Body for Stream {
    type Data = Bytes;
    type Error = BodyCut;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyCut>>> {
        let this = self.get_mut();
        let piece = match &mut this.manner {
            Manner::Whole => this.left.split_off(0),
            Manner::Half { flushed, .. } => {
                if !this.left.is_empty() {
                    this.left.split_off(0)
                } else if *flushed {
                    return Poll::Ready(Some(Err(BodyCut)));
                } else {
                    // Pending makes hyper write out what it has before the connection breaks.
                    *flushed = true;
                    context.waker().wake_by_ref();
                    return Poll::Pending;
                }
            }
            Manner::Filler { left } => {
                let size = (*left).min(FILLER.len() as u64);
                *left -= size;
                Bytes::from_static(&FILLER).slice(..usize::try_from(size).unwrap_or(0))
            }
            Manner::Drip { bytes, pause, sleep } => {
                if this.left.is_empty() {
                    return Poll::Ready(None);
                }
                let waiting = sleep.get_or_insert_with(|| Box::pin(tokio::time::sleep(*pause)));
                if waiting.as_mut().poll(context).is_pending() {
                    return Poll::Pending;
                }
                *sleep = None;
                this.left.split_to((*bytes).min(this.left.len()))
            }
        };
        Poll::Ready((!piece.is_empty()).then(|| Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        match self.manner {
            Manner::Whole | Manner::Drip { .. } => self.left.is_empty(),
            Manner::Half { .. } => false,
            Manner::Filler { left } => left == 0,
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self.manner {
            Manner::Whole | Manner::Drip { .. } => SizeHint::with_exact(self.left.len() as u64),
            Manner::Half { declared, .. } => SizeHint::with_exact(declared),
            Manner::Filler { .. } => SizeHint::default(),
        }
    }
}
