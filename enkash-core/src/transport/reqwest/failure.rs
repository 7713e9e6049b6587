//! What an error of reqwest means. The proof for a time limit is in `not_sent.rs`.

use std::error::Error as StdError;
use std::io;

use crate::base::outcome::Outcome;
use crate::error::{TransportError, TransportErrorKind, one_line};

/// What was going on.
#[derive(Clone, Copy)]
pub(super) enum Phase {
    /// The request was sent, or the head of its response awaited.
    Request,
    /// The response's body was read.
    Body,
}

/// The error of the default transport. Its outcome is what reqwest itself proves: a connection that
/// was never made.
pub(super) fn failed(error: &reqwest::Error, phase: Phase) -> TransportError {
    let never_connected = error.is_connect() || error.is_builder();
    let kind = if never_connected {
        connect_kind(error)
    } else if error.is_timeout() {
        TransportErrorKind::Timeout
    } else {
        match phase {
            Phase::Request => TransportErrorKind::Request,
            Phase::Body => TransportErrorKind::Body,
        }
    };
    let outcome = if never_connected { Outcome::NotSent } else { Outcome::Unknown };
    let mut failure = TransportError::new(kind, outcome).caused_by(cause(error));
    // The certificate can be that of a proxy as well.
    failure.permanent |= error.is_builder()
        || (never_connected && (chain(error).any(refuses_tls) || proxy_is_misconfigured(error)));
    failure
}

fn connect_kind(error: &reqwest::Error) -> TransportErrorKind {
    // Name look-ups and handshakes with the proxy are within its tunnel.
    if chain(error).any(|cause| starts_with(cause, TUNNEL)) {
        TransportErrorKind::Proxy
    } else if error.is_dns() {
        TransportErrorKind::Dns
    } else if chain(error).any(refuses_tls) {
        TransportErrorKind::Tls
    } else {
        TransportErrorKind::Connect
    }
}

/// How the errors of a proxy's tunnel begin. Their type is hyper-util's own; a test pins the text.
const TUNNEL: &str = "tunnel error";

/// Whether another attempt would fail alike: the proxy's URL cannot be used, or the proxy does not
/// take the credentials in it, which are not to be tried over and over.
fn proxy_is_misconfigured(error: &reqwest::Error) -> bool {
    ["tunnel error: proxy authorization required", "unsupported scheme", "invalid URL"]
        .iter()
        .any(|text| chain(error).any(|cause| starts_with(cause, text)))
}

fn starts_with(cause: &(dyn StdError + 'static), text: &str) -> bool {
    cause.to_string().starts_with(text)
}

/// Whether one of the two sides does not take what the other one shows in the handshake: a
/// certificate, a version, or bytes that are no TLS. A connection that breaks in the handshake is
/// another matter.
fn refuses_tls(cause: &(dyn StdError + 'static)) -> bool {
    #[cfg(feature = "native-tls")]
    if cause.is::<native_tls::Error>() {
        let broke = chain(cause)
            .any(|cause| cause.is::<io::Error>() || starts_with(cause, "unexpected EOF"));
        return !broke;
    }
    // rustls hands its own errors on in this form.
    cause
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::InvalidData)
}

/// An error and its causes, down to the first one. What an [`io::Error`] wraps is its content and
/// not its source.
fn chain<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |&error| {
        match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(content) => Some(content as &(dyn StdError + 'static)),
            None => error.source(),
        }
    })
}

/// The first cause, in place of the error itself: that one can hold a URL, and as much as a server
/// puts into its certificate. The system's own error stays one, since it says more to a program
/// than its text.
fn cause(error: &reqwest::Error) -> Box<dyn StdError + Send + Sync> {
    let text = chain(error).last().map(ToString::to_string).unwrap_or_default();
    let text = one_line(&text);
    match chain(error).filter_map(|cause| cause.downcast_ref::<io::Error>()).last() {
        Some(system) => match system.raw_os_error() {
            Some(code) => io::Error::from_raw_os_error(code).into(),
            None => io::Error::new(system.kind(), text).into(),
        },
        None => text.into(),
    }
}
