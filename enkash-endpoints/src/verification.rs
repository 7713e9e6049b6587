//! Checks of accounts and identities.
//!
//! <!-- operations -->
//! | method | path | struct | reply |
//! |---|---|---|---|
//! | POST | `/api/v0/pennyDrop` | [`VerifyBankAccount`] | [`PennyDropPayload`](models::PennyDropPayload) |
//! <!-- /operations -->
//!
//! The API reference has the check of a bank account alone, and names no host and no authentication: give the client a
//! base URL. Tokens are OAuth's, as in the sister products.

mod bank_account;
pub mod builders;
pub mod models;

pub use bank_account::VerifyBankAccount;

use enkash_core::Product;

use crate::platform::{ENVELOPE, OAUTH};

/// Checks of accounts and identities. They have no base URL by default, and no result codes: the API reference names
/// neither. Authentication is inferred from the sister products.
pub const VERIFICATION: Product = Product::new("verification").auth(&OAUTH).envelope(&ENVELOPE);
