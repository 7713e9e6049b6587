//! What is written for the wire and what is read from it: no sockets, and the mock where a response is needed.
#![allow(missing_docs, clippy::unwrap_used, reason = "what fails here fails the test")]
#![allow(unreachable_pub, reason = "endpoints and models are declared as a program declares them")]

#[cfg(feature = "accounts-receivable")]
mod activate;
mod evidence;
mod flattened;
mod models;
mod path_safety;
#[cfg(feature = "accounts-receivable")]
mod registry;
mod requests;
mod responses;
#[cfg(feature = "payment-gateway")]
mod return_url;
