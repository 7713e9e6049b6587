//! Accounts receivable: customers and the invoices that they owe.
//!
//! The documents name no host for this product: give the client a base URL. They do not print the header that carries the
//! token either; it is sent as the sister products ask for it.
//!
//! The unit and the currency of amounts are not documented.
//!
//! # Result codes
//!
//! No page explains `response_code`. In a sister product with the same envelope (fleet), two public clients take 200 with
//! `SUCCESS` for a success, and 400 or more with `FAILURE` for a failure. There an `errorResponse` that is not null is a
//! failure as well, also with HTTP status 200. That this holds for receivables is not confirmed.
//!
//! Updates leave alone what is absent and clear what is `null`. This is what the Java wrapper that the documents print
//! around those members (`JsonNullable`) usually means; they do not say so themselves.

mod customer;
mod customer_bulk;
mod ids;
mod invoice;
mod invoice_actions;
mod invoice_search;
mod shared;
mod token;

pub use customer::*;
pub use customer_bulk::*;
pub use ids::*;
pub use invoice::*;
pub use invoice_actions::*;
pub use invoice_search::*;
pub use shared::*;
pub use token::*;

use enkash_core::Product;

use crate::platform::{ENVELOPE, OAUTH};

/// Accounts receivable. It has no base URL by default, and no [result codes](self#result-codes): the API reference names
/// neither.
pub const ACCOUNTS_RECEIVABLE: Product = Product::new("accounts-receivable").auth(&OAUTH).envelope(&ENVELOPE);
