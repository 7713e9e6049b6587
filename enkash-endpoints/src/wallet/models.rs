//! The types of requests and replies.

pub use super::setup::WalletDocument;
