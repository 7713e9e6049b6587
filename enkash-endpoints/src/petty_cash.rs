//! Petty cash.
