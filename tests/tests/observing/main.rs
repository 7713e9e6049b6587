//! What logs, traces, errors and `Debug` show of a call, and that no secret or personal data is
//! among it.
#![allow(missing_docs, clippy::unwrap_used, reason = "what fails here fails the test")]
#![allow(unreachable_pub, reason = "endpoints and models are declared as a program declares them")]

#[cfg(all(
    feature = "bharat-connect",
    feature = "bill-payments",
    feature = "cards",
    feature = "payouts"
))]
mod declared;
// The only module that records the whole process; all others record their own thread.
#[cfg(all(
    feature = "accounts-receivable",
    feature = "cards",
    feature = "payment-gateway",
    feature = "payouts"
))]
mod secrets;
#[cfg(all(feature = "accounts-receivable", feature = "expense"))]
mod spans;
