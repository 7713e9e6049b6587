//! The traits of declarations: endpoints and payloads.

pub(crate) mod endpoint;
pub(crate) mod payload;
