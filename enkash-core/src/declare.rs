//! What a declaration is: an endpoint, and the payload of its response.

pub(crate) mod endpoint;
pub(crate) mod payload;
