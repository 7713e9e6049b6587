//! Proof that a request was not sent.
//!
//! A call that runs into its time limit while a connection is made has sent nothing, and one that waits for a response
//! may have been performed. From outside both look alike. What tells them apart is that hyper asks the request's body
//! whether it is empty ([`Body::is_end_stream`]) right before it writes the head, over HTTP/1 and HTTP/2 alike, and
//! nobody asks before. So the body notes that question. Nothing was sent if the body is gone and was never asked.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

/// Whether hyper does ask. It is no promise of hyper's, so each response is checked: the first one to a request whose
/// body was not asked ends the use of this proof for the whole process.
pub(super) struct Trust(AtomicBool);

pub(super) static TRUST: Trust = Trust::new();

impl Trust {
    pub(super) const fn new() -> Self {
        Trust(AtomicBool::new(true))
    }

    pub(super) fn holds(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What is known about the sending of one request.
pub(super) struct Dispatch {
    /// Whether the body was asked. The body holds the other reference.
    asked: Arc<AtomicBool>,
    trust: &'static Trust,
}

impl Dispatch {
    pub(super) fn new(trust: &'static Trust) -> Self {
        Dispatch { asked: Arc::default(), trust }
    }

    /// The request's body, which has to be wrapped even if it is empty.
    pub(super) fn body(&self, bytes: Bytes) -> TrackedBody {
        TrackedBody { bytes, asked: Arc::clone(&self.asked) }
    }

    /// Notes that a response arrived.
    pub(super) fn responded(&self) {
        if !self.asked.load(Ordering::Relaxed) {
            self.trust.0.store(false, Ordering::Relaxed);
        }
    }

    /// Whether the request was provably not sent, and never will be. Call it when the future that sends the request is
    /// gone: as long as something holds the body, it may still be sent.
    pub(super) fn nothing_sent(self) -> bool {
        let asked = Arc::into_inner(self.asked).is_none_or(AtomicBool::into_inner);
        !asked && self.trust.holds()
    }
}

/// A body in one piece that notes when it is about to be sent.
pub(super) struct TrackedBody {
    bytes: Bytes,
    asked: Arc<AtomicBool>,
}

impl Body for TrackedBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let bytes = std::mem::take(&mut self.bytes);
        Poll::Ready((!bytes.is_empty()).then(|| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.asked.store(true, Ordering::Relaxed);
        self.bytes.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes.len() as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static SOUND: Trust = Trust::new();

    #[test]
    fn nothing_was_sent_if_the_body_is_gone_and_was_never_asked() {
        let never_made = Dispatch::new(&SOUND);
        assert!(never_made.nothing_sent());

        for bytes in [Bytes::new(), Bytes::from_static(b"{}")] {
            let dropped = Dispatch::new(&SOUND);
            drop(dropped.body(bytes.clone()));
            assert!(dropped.nothing_sent());

            let asked = Dispatch::new(&SOUND);
            let body = asked.body(bytes.clone());
            assert_eq!(body.is_end_stream(), bytes.is_empty());
            drop(body);
            assert!(!asked.nothing_sent());

            let alive = Dispatch::new(&SOUND);
            let _body = alive.body(bytes);
            assert!(!alive.nothing_sent());
        }
    }

    #[test]
    fn a_response_to_a_body_that_was_not_asked_ends_the_proof() {
        static SHAKEN: Trust = Trust::new();
        let asked = Dispatch::new(&SHAKEN);
        asked.body(Bytes::new()).is_end_stream();
        asked.responded();
        assert!(SHAKEN.holds() && Dispatch::new(&SHAKEN).nothing_sent());

        let unasked = Dispatch::new(&SHAKEN);
        drop(unasked.body(Bytes::new()));
        unasked.responded();
        assert!(!SHAKEN.holds() && !Dispatch::new(&SHAKEN).nothing_sent());
    }
}
