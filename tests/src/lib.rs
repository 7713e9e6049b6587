//! Helpers shared by the tests of the workspace.

pub mod capture;
pub mod contract;
pub mod guide;
pub mod material;
pub mod operations;
pub mod planted;
pub mod random;
pub mod server;
pub mod wire;
