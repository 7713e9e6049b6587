//! Classifies errors of reqwest. `not_sent.rs` proves what was sent at a time limit.

use std::error::Error as StdError;
use std::io;

use crate::base::outcome::Outcome;
use crate::error::{TransportError, TransportErrorKind, one_line};

/// The phase of an exchange.
#[derive(Clone, Copy)]
pub(super) enum Phase {
    /// Sending the request, or waiting for the head of the response.
    Request,
    /// Reading the body of the response.
    Body,
}

/// Returns the error of the default transport. The outcome is `NotSent` only if reqwest reports
/// that the connection was never made.
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
    // The certificate can also be that of a proxy.
    failure.permanent |= error.is_builder()
        || (never_connected && (chain(error).any(refuses_tls) || proxy_is_misconfigured(error)));
    failure
}

fn connect_kind(error: &reqwest::Error) -> TransportErrorKind {
    // Errors of the proxy's name resolution and handshake are nested in the tunnel's.
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

/// The start of a proxy tunnel's errors. Their type is private to hyper-util; a test pins the
/// string.
const TUNNEL: &str = "tunnel error";

/// Returns whether another attempt would fail in the same way: the proxy's URL cannot be used, or
/// the proxy refuses its credentials, which must not be tried repeatedly.
fn proxy_is_misconfigured(error: &reqwest::Error) -> bool {
    ["tunnel error: proxy authorization required", "unsupported scheme", "invalid URL"]
        .iter()
        .any(|text| chain(error).any(|cause| starts_with(cause, text)))
}

fn starts_with(cause: &(dyn StdError + 'static), text: &str) -> bool {
    cause.to_string().starts_with(text)
}

/// Returns whether one side refused the handshake of the other: its certificate, its version, or
/// bytes that are not TLS. A connection that breaks during the handshake does not count.
fn refuses_tls(cause: &(dyn StdError + 'static)) -> bool {
    #[cfg(feature = "native-tls")]
    if cause.is::<native_tls::Error>() {
        let broke = chain(cause)
            .any(|cause| cause.is::<io::Error>() || starts_with(cause, "unexpected EOF"));
        return !broke;
    }
    // rustls wraps its errors in this form.
    cause
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::InvalidData)
}

/// Iterates over an error and its causes. The error inside an [`io::Error`] is its content, not its
/// source.
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

/// Returns the first cause instead of the error, which can contain a URL, and as much as a server
/// puts into its certificate. An error of the system keeps its type, which is more useful to a
/// program than its message.
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
