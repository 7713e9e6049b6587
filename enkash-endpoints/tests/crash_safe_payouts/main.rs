//! The example `crash_safe_payouts`: killed at any moment, it pays everything once, and what it
//! knows is true.
#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

mod killed;
mod platform;
mod program;
mod refused;
#[path = "../../examples/crash_safe_payouts/verdict.rs"]
mod verdict;
mod verdicts;
