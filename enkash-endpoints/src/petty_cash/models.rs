//! The types of requests and replies.

pub use super::account::{PettyCashAccount, PettyCashCard};
pub use super::token::PettyCashToken;
pub use super::user::{PettyCashUserHandle, PettyCashUserHandleList};
pub use crate::models::GrantType;
