//! Writes requests and decodes responses.

pub(crate) mod decode;
pub(crate) mod from_json;
pub(crate) mod given_header;
pub(crate) mod json_path;
pub(crate) mod reply;
pub(crate) mod response_plan;
pub(crate) mod url_length;
pub(crate) mod write;
