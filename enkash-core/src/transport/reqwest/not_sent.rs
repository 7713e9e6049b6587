//! Proves that a request was not sent.
//!
//! A call whose time limit expires while it connects has sent nothing, and one that waits for a
//! response may have been performed. The two look alike from outside. But hyper calls
//! [`Body::is_end_stream`] on the request's body right before it writes the head, over HTTP/1 and
//! HTTP/2, and nothing calls it earlier. So the body records that call: nothing was sent if the
//! body was dropped without it.

use std::convert::Infallible;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use crate::base::outcome::Outcome;

/// The request has the tracked body.
const WRAPPED: u8 = 1;
/// hyper called `is_end_stream`.
const ASKED: u8 = 2;
/// The content was taken out of the body.
const TAKEN: u8 = 4;

/// Whether hyper calls `is_end_stream` as expected. hyper does not promise it, so every response is
/// checked: the first one without that call ends the use of this proof for the whole process.
#[derive(Debug)]
struct Trust(AtomicBool);

static TRUST: Trust = Trust::new();

impl Trust {
    const fn new() -> Self {
        Trust(AtomicBool::new(true))
    }

    fn holds(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Proves that a request was not sent, for a [`Transport`](crate::Transport) over reqwest or
/// another client on hyper 1.
///
/// An attempt that ends without a response is [`NotSent`](Outcome::NotSent) if it ended while
/// connecting, and [`Unknown`](Outcome::Unknown) from the first byte of the request on. The tracker
/// distinguishes the two, also after a time limit: hyper calls `is_end_stream` on a body right
/// before it writes the head of the request, and [`TrackedBody`] records that.
///
/// It proves nothing for a client that is not based on hyper 1, or that sends the request without
/// the tracked body.
///
/// ```
/// use enkash_core::{
///     Attempt, Outcome, PreparedRequest, SendTracker, Transport, TransportError,
///     TransportErrorKind, TransportFuture,
///     TransportResponse, reqwest,
/// };
///
/// /// A transport over an existing client.
/// struct Given(reqwest::Client);
///
/// impl Transport for Given {
///     fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture {
///         let client = self.0.clone();
///         Box::pin(async move {
///             let tracker = SendTracker::new();
///             let body = tracker.body(request.body.clone());
///             let mut request = reqwest::Request::from(request);
///             *request.body_mut() = Some(reqwest::Body::wrap(body));
///             // The timeout drops the future before the tracker reports.
///             let limit = tokio::time::Instant::from_std(attempt.deadline);
///             match tokio::time::timeout_at(limit, client.execute(request)).await {
///                 Ok(Ok(response)) => {
///                     tracker.responded();
///                     TransportResponse::from_reqwest(response, attempt.max_response_bytes).await
///                 }
///                 Ok(Err(_)) => {
///                     Err(TransportError::new(TransportErrorKind::Request, tracker.outcome()))
///                 }
///                 Err(_) => {
///                     Err(TransportError::new(TransportErrorKind::Timeout, tracker.outcome()))
///                 }
///             }
///         })
///     }
///
///     // Clients of real servers share what is known of an account.
///     fn is_remote(&self) -> bool {
///         true
///     }
/// }
///
/// // This body was dropped unused.
/// let tracker = SendTracker::new();
/// drop(tracker.body("{}".into()));
/// assert_eq!(tracker.outcome(), Outcome::NotSent);
/// ```
#[derive(Debug)]
pub struct SendTracker {
    /// The state of the body, which holds the other reference.
    steps: Arc<AtomicU8>,
    trust: &'static Trust,
}

impl Default for SendTracker {
    fn default() -> Self {
        SendTracker::new()
    }
}

impl SendTracker {
    /// Creates a tracker for one request.
    #[must_use]
    pub fn new() -> Self {
        SendTracker::with(&TRUST)
    }

    fn with(trust: &'static Trust) -> Self {
        SendTracker { steps: Arc::default(), trust }
    }

    /// Wraps the request's body. Wrap it even if it is empty: a tracker without a body proves
    /// nothing.
    #[must_use]
    pub fn body(&self, bytes: Bytes) -> TrackedBody {
        self.steps.fetch_or(WRAPPED, Ordering::Relaxed);
        TrackedBody { bytes, steps: Arc::clone(&self.steps) }
    }

    /// Records that a response arrived. If hyper did not call `is_end_stream` on the body before,
    /// it sends requests differently than expected, and no tracker of the process proves anything
    /// from then on.
    pub fn responded(&self) {
        if self.steps.load(Ordering::Relaxed) & ASKED == 0 {
            self.trust.0.store(false, Ordering::Relaxed);
        }
    }

    /// Returns the outcome of a request without a response: [`NotSent`](Outcome::NotSent) if it
    /// provably was not sent and never will be, otherwise [`Unknown`](Outcome::Unknown).
    ///
    /// Call it after the future that sends the request was dropped: while something holds the body,
    /// the request may still be sent, and the outcome is `Unknown`.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        // A body that still exists may still be sent.
        let steps = Arc::into_inner(self.steps).map(AtomicU8::into_inner);
        if steps == Some(WRAPPED) && self.trust.holds() {
            Outcome::NotSent
        } else {
            Outcome::Unknown
        }
    }
}

/// A request body that records when it is about to be sent. See [`SendTracker`].
pub struct TrackedBody {
    bytes: Bytes,
    steps: Arc<AtomicU8>,
}

impl fmt::Debug for TrackedBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TrackedBody").field("bytes", &self.bytes.len()).finish_non_exhaustive()
    }
}

impl Body for TrackedBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        // A transport that copies the body elsewhere sends the copy without that call.
        self.steps.fetch_or(TAKEN, Ordering::Relaxed);
        let bytes = std::mem::take(&mut self.bytes);
        Poll::Ready((!bytes.is_empty()).then(|| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.steps.fetch_or(ASKED, Ordering::Relaxed);
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
        let without_a_body = SendTracker::with(&SOUND);
        assert_eq!(without_a_body.outcome(), Outcome::Unknown);

        let read_into_another = SendTracker::with(&SOUND);
        let mut body = read_into_another.body(Bytes::from_static(b"{}"));
        let mut context = Context::from_waker(std::task::Waker::noop());
        assert!(Pin::new(&mut body).poll_frame(&mut context).is_ready());
        drop(body);
        assert_eq!(read_into_another.outcome(), Outcome::Unknown);

        for bytes in [Bytes::new(), Bytes::from_static(b"{}")] {
            let dropped = SendTracker::with(&SOUND);
            drop(dropped.body(bytes.clone()));
            assert_eq!(dropped.outcome(), Outcome::NotSent);

            let asked = SendTracker::with(&SOUND);
            let body = asked.body(bytes.clone());
            assert_eq!(body.is_end_stream(), bytes.is_empty());
            drop(body);
            assert_eq!(asked.outcome(), Outcome::Unknown);

            let alive = SendTracker::with(&SOUND);
            let _body = alive.body(bytes);
            assert_eq!(alive.outcome(), Outcome::Unknown);
        }
    }

    #[test]
    fn a_response_to_a_body_that_was_not_asked_ends_the_proof() {
        static SHAKEN: Trust = Trust::new();
        let asked = SendTracker::with(&SHAKEN);
        asked.body(Bytes::new()).is_end_stream();
        asked.responded();
        assert!(SHAKEN.holds());

        let unasked = SendTracker::with(&SHAKEN);
        drop(unasked.body(Bytes::new()));
        unasked.responded();
        assert!(!SHAKEN.holds());
        let later = SendTracker::with(&SHAKEN);
        drop(later.body(Bytes::new()));
        assert_eq!(later.outcome(), Outcome::Unknown);
    }
}
