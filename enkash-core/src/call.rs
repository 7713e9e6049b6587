//! One call: its plan, its attempts, and the future of its reply.

pub(crate) mod encryption;
pub(crate) mod engine;
pub(crate) mod execute;
pub(crate) mod plan;
pub(crate) mod products;
pub(crate) mod raw;
pub(crate) mod send;
pub(crate) mod trace;
