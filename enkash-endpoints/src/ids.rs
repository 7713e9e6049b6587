//! Identifiers that several products share, each with the pattern that the documents give.

use enkash_core::pattern;

/// A customer's identifier.
#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

/// A company's identifier, also that of a seller.
#[pattern("^CEK[A-Z0-9]{7}$")]
pub struct CompanyId;
