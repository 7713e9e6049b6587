//! Accounts receivable: customers and the invoices that they owe.

mod customer;

pub use customer::*;
