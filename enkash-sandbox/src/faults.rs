//! Things that go wrong on demand.

mod header;
mod schedule;

use std::fmt;
use std::time::Duration;

pub use header::BadFault;
pub use schedule::{FaultRule, Faults};

/// One thing that goes wrong with a request: at most one kind of failure, with a delay if wanted.
///
/// ```
/// use std::time::Duration;
/// use enkash_sandbox::Fault;
///
/// let fault = Fault::drop_connection().after_effect().delayed(Duration::from_millis(50));
/// assert_eq!(fault.to_string(), "drop, delay=50ms, when=after");
/// assert_eq!("drop, delay=50ms, when=after".parse(), Ok(fault));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fault {
    pub(crate) kind: Option<Kind>,
    pub(crate) delay: Option<Duration>,
    pub(crate) when: Option<When>,
}

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    Status(u16),
    Drop,
    Reset,
    Truncate,
    Html(u16),
    Garbage,
    Huge(u64),
    ExpiredToken,
    TooMany(Option<RetryAfter>),
    Drip { bytes: usize, pause: Duration },
}

/// When it goes wrong: before the request has done anything, or after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    Before,
    After,
}

/// The form of `Retry-After` in a 429 response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAfter {
    /// A number of seconds.
    Seconds(u64),
    /// A date this many seconds from now, by the sandbox's clock.
    Date(u64),
}

impl Fault {
    fn of(kind: Kind) -> Self {
        Self { kind: Some(kind), delay: None, when: None }
    }

    /// The response comes late and is otherwise right.
    pub fn delay(by: Duration) -> Self {
        Self { delay: Some(by), ..Self::default() }
    }

    /// A response with this status and the usual envelope; before the effect unless said
    /// otherwise. A status that HTTP does not have becomes 500.
    pub fn status(status: u16) -> Self {
        let known = (200..=599).contains(&status);
        Self::of(Kind::Status(if known { status } else { 500 }))
    }

    /// The connection is closed without a response; before the effect unless said otherwise.
    pub fn drop_connection() -> Self {
        Self::of(Kind::Drop)
    }

    /// The connection is reset (TCP RST) without a response; before the effect unless said
    /// otherwise.
    pub fn reset() -> Self {
        Self::of(Kind::Reset)
    }

    /// The right response, but half of its body: more is declared, then the connection closes.
    /// After the effect.
    pub fn truncated_body() -> Self {
        Self::of(Kind::Truncate)
    }

    /// A page of HTML with this status, as a proxy in between would send it; before the effect
    /// unless said otherwise. A status that HTTP does not have becomes 502.
    pub fn html(status: u16) -> Self {
        let known = (200..=599).contains(&status);
        Self::of(Kind::Html(if known { status } else { 502 }))
    }

    /// The right status and content type, but bytes that are neither JSON nor UTF-8. After the
    /// effect unless said otherwise.
    pub fn garbage() -> Self {
        Self::of(Kind::Garbage)
    }

    /// The right status and a body of this many bytes, sent in pieces without a declared length.
    /// After the effect.
    pub fn huge_body(bytes: u64) -> Self {
        Self::of(Kind::Huge(bytes))
    }

    /// The token that the request carries is forgotten and the response is 401, as if it had just
    /// expired. Before the effect.
    pub fn expired_token() -> Self {
        Self::of(Kind::ExpiredToken)
    }

    /// A 429 response, with `Retry-After` if wanted. Before the effect.
    pub fn too_many_requests(retry_after: Option<RetryAfter>) -> Self {
        Self::of(Kind::TooMany(retry_after))
    }

    /// The right response, its body sent `bytes` at a time with a pause before each piece. After
    /// the effect.
    pub fn slow_drip(bytes: usize, pause: Duration) -> Self {
        Self::of(Kind::Drip { bytes: bytes.max(1), pause })
    }

    /// The same fault, and late.
    #[must_use]
    pub fn delayed(self, by: Duration) -> Self {
        Self { delay: Some(by), ..self }
    }

    /// The request does nothing.
    #[must_use]
    pub fn before_effect(self) -> Self {
        Self { when: Some(When::Before), ..self }
    }

    /// The request does its work; only its response suffers.
    #[must_use]
    pub fn after_effect(self) -> Self {
        Self { when: Some(When::After), ..self }
    }

    /// When the fault strikes, where the caller did not choose or had no choice.
    pub(crate) fn when(&self) -> When {
        match self.kind {
            Some(Kind::Truncate | Kind::Huge(_) | Kind::Drip { .. }) => When::After,
            Some(Kind::ExpiredToken | Kind::TooMany(_)) => When::Before,
            Some(Kind::Garbage) => self.when.unwrap_or(When::After),
            _ => self.when.unwrap_or(When::Before),
        }
    }
}

/// In the form of the header `x-sandbox-fault`.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        if let Some(kind) = &self.kind {
            parts.push(match kind {
                Kind::Status(status) => format!("status={status}"),
                Kind::Drop => "drop".to_owned(),
                Kind::Reset => "reset".to_owned(),
                Kind::Truncate => "truncate".to_owned(),
                Kind::Html(status) => format!("html={status}"),
                Kind::Garbage => "garbage".to_owned(),
                Kind::Huge(bytes) => format!("huge={bytes}"),
                Kind::ExpiredToken => "expired-token".to_owned(),
                Kind::TooMany(None) => "429".to_owned(),
                Kind::TooMany(Some(RetryAfter::Seconds(seconds))) => format!("429={seconds}"),
                Kind::TooMany(Some(RetryAfter::Date(seconds))) => format!("429=date+{seconds}"),
                Kind::Drip { bytes, pause } => format!("drip={bytes}/{}ms", pause.as_millis()),
            });
        }
        if let Some(delay) = self.delay {
            parts.push(format!("delay={}ms", delay.as_millis()));
        }
        match self.when {
            Some(When::Before) => parts.push("when=before".to_owned()),
            Some(When::After) => parts.push("when=after".to_owned()),
            None => {}
        }
        f.write_str(&parts.join(", "))
    }
}
