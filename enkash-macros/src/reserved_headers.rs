//! The names of headers that no field can have: the client sets them. Core has the reasons.

/// In lower case. Core has the same list; a test compares the two.
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
