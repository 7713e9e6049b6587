//! Employees' expenses.
//!
//! A partner signs in on behalf of a company's user and searches the expenses that employees booked. The documents
//! name a test host and no live one. The pages are marked as still in development.

mod search;
mod token;

pub use search::*;
pub use token::*;
