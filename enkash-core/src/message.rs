//! What travels between the steps of a call: requests that are ready to leave, and responses that are not decoded yet.

pub(crate) mod outgoing;
pub(crate) mod raw_response;
