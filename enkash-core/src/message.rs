//! What travels between the steps of a call: requests that are ready to leave, and responses that
//! are not decoded yet.

mod base_url;
mod prepared_request;
mod raw_response;

pub use base_url::{BaseUrl, InvalidBaseUrl};
pub use prepared_request::PreparedRequest;
pub(crate) use raw_response::RawResponse;
