//! The company that the sandbox knows.

/// The company that the initial data and the client id belong to.
pub(super) const COMPANY_ID: &str = "CEK0SANDBX";
