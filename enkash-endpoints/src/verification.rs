//! Checks of accounts and identities.
