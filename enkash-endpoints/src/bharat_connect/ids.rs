//! Identifiers of this product, each with the pattern that the API reference gives.

use enkash_core::pattern;

/// The id of a business: `ORG` and 32 letters or digits, made by its originator.
///
/// The documented pattern takes any three of the letters O, R and G.
#[pattern("^[ORG]{3}[A-Za-z0-9]{32,32}$")]
pub struct OrganisationObjectId;

/// The id of an invoice for all parties: `INV` and 32 letters or digits, made by its originator.
///
/// The documented pattern takes any three of the letters I, N and V.
#[pattern("^[INV]{3}[A-Za-z0-9]{32,32}$")]
pub struct InvoiceObjectId;

/// The id of a payment: `PMT` and 32 letters or digits, made by its originator.
///
/// The documented pattern takes any three of the letters P, M and T.
#[pattern("^[PMT]{3}[A-Za-z0-9]{32,32}$")]
pub struct PaymentObjectId;

/// A company's B2B id: up to 100 characters without quotes and backslashes. Never printed by `Debug`.
#[pattern(r#"^([^\\\"]){1,100}$"#, sensitive)]
pub struct B2bId;

/// A supplier's number of an invoice: up to 50 characters without quotes and backslashes.
#[pattern(r#"^([^\\\"]){1,50}$"#)]
pub struct SupplierInvoiceNumber;

/// A bank's reference of a transaction: up to 50 characters without quotes and backslashes.
#[pattern(r#"^([^\\\"]){1,50}$"#)]
pub struct Utr;
