//! The types of requests and replies.

pub use super::bank_account::PennyDropPayload;
