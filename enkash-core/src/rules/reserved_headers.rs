//! The names of headers that no request can give, neither as a field nor for one call.
//!
//! The client derives them from its credentials (`authorization`), from the kind of the body
//! (`content-type`) and from the body's length and the connection, where a wrong one could make
//! server and client disagree on where a request ends. Headers of client-level settings are not
//! among them: a request may name another partner, say.

/// In lower case. The macros have the same list; a test compares the two.
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
