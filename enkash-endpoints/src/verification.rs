//! Checks of accounts and identities.
//!
//! The API reference has the check of a bank account alone, and names no host and no authentication: give the client a base
//! URL. Tokens are OAuth's, as in the sister products.

mod bank_account;

pub use bank_account::*;

use enkash_core::Product;

use crate::platform::{ENVELOPE, OAUTH};

/// Checks of accounts and identities. They have no base URL by default, and no result codes: the API reference names
/// neither. Authentication is inferred from the sister products.
pub const VERIFICATION: Product = Product::new("verification").auth(&OAUTH).envelope(&ENVELOPE);
