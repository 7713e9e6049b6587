//! Checks of accounts and identities.
//!
//! <!-- operations -->
//! | method | path | struct | reply |
//! |---|---|---|---|
//! | POST | `/api/v0/pennyDrop` | [`VerifyBankAccount`] | [`PennyDropPayload`](models::PennyDropPayload) |
//! <!-- /operations -->
//!
//! The API reference shows only the check of a bank account, and no host and no authentication:
//! give the client a base URL. The client uses OAuth, as in the related products.

mod bank_account;
pub mod builders;
pub mod models;

pub use bank_account::VerifyBankAccount;

use enkash_core::Product;

use crate::platform::{ENVELOPE, OAUTH};

/// Checks of accounts and identities. They have no base URL by default, and no result codes: the
/// API reference names neither. Authentication is inferred from the related products.
pub const VERIFICATION: Product = Product::new("verification").auth(&OAUTH).envelope(&ENVELOPE);
