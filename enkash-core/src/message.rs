//! The messages between the steps of a call: prepared requests, and responses that are not yet
//! decoded.

mod base_url;
mod prepared_request;
mod raw_response;

pub use base_url::{BaseUrl, InvalidBaseUrl};
pub use prepared_request::PreparedRequest;
pub(crate) use raw_response::RawResponse;
