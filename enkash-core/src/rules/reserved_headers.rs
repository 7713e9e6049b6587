//! The headers that a request cannot set, neither as a field nor for a single call.
//!
//! The client sets them from its credentials (`authorization`), from the body's encoding
//! (`content-type`), and from the body's length and the connection, where a wrong value could make
//! client and server disagree on where a request ends. Headers of client-level settings are not
//! reserved: a request may set another partner id, for example.

/// Header names in lower case. The macros have the same list; a test compares the two.
pub(crate) const RESERVED_HEADERS: [&str; 13] = [
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "expect",
    "host",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];
