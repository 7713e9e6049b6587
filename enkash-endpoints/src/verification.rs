//! Checks of accounts and identities.
//!
//! The documents tell of the check of a bank account alone, and name no host and no sign-in: give the client a base URL.
//! It signs in with OAuth, as the sister products do.

mod bank_account;

pub use bank_account::*;
