//! Petty cash.
//!
//! A partner reads a company's petty cash account, its users and their handles. A handle is an EnKash card on the
//! wire. The documents name a test host and no live one, and show samples alone: they do not say which members are
//! required.
//!
//! They have a page about encrypted bodies, whose text is not public; bodies travel plain, as the samples show them.

mod account;
mod token;
mod user;

pub use account::*;
pub use token::*;
pub use user::*;
