//! What is read from a store, and what a write compares with.

use super::account_record::{AccountRecord, Moment};

/// What a store has about an account.
pub(super) struct Snapshot {
    pub(super) record: AccountRecord,
    /// The time since some moment of the store's own, by the store's clock. All moments of a record
    /// are such times, so that processes whose clocks differ understand each other.
    pub(super) now: Moment,
    pub(super) version: Version,
}

/// What the store must still have for a record to take its place.
#[derive(Clone)]
pub(super) enum Version {
    /// A record of this generation.
    Generation(u64),
    /// These bytes.
    #[cfg(feature = "token-store")]
    Bytes(Option<Vec<u8>>),
    /// The store cannot be reached: what this process knows has this generation.
    Unreachable(u64),
}

/// Why a store could not be read or written. It must hold no secret.
pub(super) type StoreError = Box<dyn std::error::Error + Send + Sync>;
