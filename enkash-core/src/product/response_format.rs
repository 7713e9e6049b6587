//! Whether responses have an envelope.

/// Whether a response has the envelope around its payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResponseFormat {
    /// It has.
    Enveloped,
    /// The body is the payload.
    Bare,
    /// The API reference does not document the response, so that both are read.
    Auto,
}
