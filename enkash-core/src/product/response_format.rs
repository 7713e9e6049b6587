//! Response formats.

/// Whether responses have an envelope around the payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResponseFormat {
    /// The response has an envelope.
    Enveloped,
    /// The body is the payload.
    Bare,
    /// The API reference does not document the response, so both are accepted.
    Auto,
}
