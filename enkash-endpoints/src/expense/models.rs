//! The types of requests and replies.

pub use super::token::{ExpensePartnerToken, ExpenseToken};
pub use crate::models::GrantType;
