//! The types of requests and replies.

pub use super::account::{CardAccount, CardAccountType, PrimaryCard};
pub use super::control::{BlockCode, OtpMedium};
pub use super::create::CardDocument;
pub use super::limits::CardLimits;
pub use super::load::LoadDirection;
pub use super::token::CardToken;
pub use crate::models::GrantType;
