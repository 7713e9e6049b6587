//! Data read from a store, and the version that a write is conditional on.

use super::account_record::{AccountRecord, Moment};

/// The record of an account, as read from a store.
pub(super) struct Snapshot {
    pub(super) record: AccountRecord,
    /// The time on the store's clock. All times in a record are on this clock, so that processes
    /// whose clocks differ agree.
    pub(super) now: Moment,
    pub(super) version: Version,
}

/// The version that the store must still have for a write to succeed.
#[derive(Clone)]
pub(super) enum Version {
    /// A record of this generation.
    Generation(u64),
    /// A record with these bytes.
    #[cfg(feature = "token-store")]
    Bytes(Option<Vec<u8>>),
    /// The store is unreachable: the state of this process has this generation.
    Unreachable(u64),
}

/// The error of a store operation. It must contain no secret.
pub(super) type StoreError = Box<dyn std::error::Error + Send + Sync>;
