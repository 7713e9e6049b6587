//! Helpers shared by the tests of the workspace.

pub mod capture;
pub mod contract;
pub mod fixtures;
pub mod guide;
pub mod leak_check;
pub mod operations;
pub mod random;
pub mod server;
