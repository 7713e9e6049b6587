//! enkash measured beside its peers. `README.md` says what each table compares and leaves out.
//!
//! [`harness`] counts instructions and allocations, [`subjects`] are the ways to call the API,
//! [`responses`] is what an API responds with, and [`server`] is one that sends it.

pub mod harness;
pub mod responses;
pub mod server;
pub mod subjects;

/// What can go wrong in a program that measures.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;
