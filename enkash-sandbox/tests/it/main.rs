//! The sandbox as a client sees it.

#![allow(missing_docs, clippy::unwrap_used, reason = "a test crate")]

mod assumptions;
mod auth;
mod cli;
mod client;
mod faults;
mod gateway;
mod invoices;
mod journal;
mod limits;
mod operations;
mod payouts;
mod receivables;
