//! Where the memory of accounts is kept.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};
use tokio::time::Instant;
use zeroize::Zeroizing;

use super::credentials::{Credentials, Kind};
use super::record::{AccountRecord, Moment};
#[cfg(feature = "token-store")]
use super::shared::SharedStore;

/// Which account: all parts of its credentials, so that equal credentials are one account. It is as secret as they are. A
/// store outside of the process makes its key of it with HMAC.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct AccountId(Zeroizing<Vec<u8>>);

impl AccountId {
    /// The account of credentials that a token is requested with; `None` for others.
    pub(super) fn of(credentials: &Credentials) -> Option<Self> {
        let kind = match credentials.0 {
            Kind::OAuth(_) => 0,
            Kind::KeyPair(_) => 1,
            Kind::ApiKey(_) | Kind::Bearer(_) | Kind::Basic(_) | Kind::Provider(_) => return None,
        };
        Some(AccountId::new(kind, credentials.parts().into_iter().map(|(_, part)| part)))
    }

    pub(super) fn new<'a>(kind: u8, parts: impl Iterator<Item = &'a str>) -> Self {
        let mut id = Zeroizing::new(Vec::with_capacity(512));
        id.push(kind);
        for part in parts {
            // With its length in front, no part can end where another one begins.
            id.extend_from_slice(&(part.len() as u64).to_be_bytes());
            id.extend_from_slice(part.as_bytes());
        }
        AccountId(id)
    }

    #[cfg(feature = "token-store")]
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// What a store has about an account.
pub(super) struct Snapshot {
    pub(super) record: AccountRecord,
    /// The time since some moment of the store's own, by the store's clock. All moments of a record are such times, so that
    /// processes whose clocks differ understand each other.
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

/// Keeps a record for each account, and knows nothing of its meaning: all rules are functions of [`AccountRecord`]. One
/// operation writes, and it compares before: whoever else wrote in between makes it fail, and the caller reads again. That
/// makes the lease in the record safe between processes.
pub(crate) enum Store {
    Memory(MemoryStore),
    #[cfg(feature = "token-store")]
    Shared(SharedStore),
}

impl Store {
    /// A memory that ends with the client.
    pub(crate) fn of_one_client() -> Arc<Self> {
        Arc::new(Store::Memory(MemoryStore::new()))
    }

    /// The memory that all clients of this process share, so that it ends with the process alone.
    pub(crate) fn of_the_process() -> Arc<Self> {
        static MEMORY: LazyLock<Arc<Store>> = LazyLock::new(Store::of_one_client);
        Arc::clone(&MEMORY)
    }

    /// What is known about the account.
    pub(super) async fn load(&self, account: &AccountId) -> Result<Snapshot, StoreError> {
        match self {
            Store::Memory(memory) => Ok(memory.load(account)),
            #[cfg(feature = "token-store")]
            Store::Shared(shared) => shared.load(account).await,
        }
    }

    /// Writes the record, unless the store has another one by now; whether it was written.
    pub(super) async fn save(
        &self,
        account: &AccountId,
        version: &Version,
        record: &AccountRecord,
    ) -> Result<bool, StoreError> {
        match (self, version) {
            (Store::Memory(memory), Version::Generation(generation)) => {
                Ok(memory.save(account, *generation, record))
            }
            #[cfg(feature = "token-store")]
            (Store::Shared(shared), Version::Bytes(expected)) => {
                shared.save(account, expected.as_deref(), record).await
            }
            // Of another store: nothing it could have.
            _ => Ok(false),
        }
    }
}

/// The memory of this process, or of one client.
pub(crate) struct MemoryStore {
    start: Instant,
    records: Mutex<HashMap<[u8; 32], AccountRecord>>,
}

impl MemoryStore {
    fn new() -> Self {
        MemoryStore { start: Instant::now(), records: Mutex::default() }
    }

    fn records(&self) -> MutexGuard<'_, HashMap<[u8; 32], AccountRecord>> {
        // Nothing panics while the lock is held.
        self.records.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn load(&self, account: &AccountId) -> Snapshot {
        let record = self.records().get(&key(account)).cloned().unwrap_or_default();
        let now = Instant::now().saturating_duration_since(self.start);
        let version = Version::Generation(record.generation());
        Snapshot { record, now, version }
    }

    fn save(&self, account: &AccountId, generation: u64, record: &AccountRecord) -> bool {
        let mut records = self.records();
        let known = records.entry(key(account)).or_default();
        let is_current = known.generation() == generation;
        if is_current {
            *known = record.clone();
        }
        is_current
    }
}

/// A plain hash does: whoever can read it here can read the credentials as well.
fn key(account: &AccountId) -> [u8; 32] {
    Sha256::digest(&*account.0).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_written_only_over_the_generation_that_was_read() {
        let store = MemoryStore::new();
        let id = |parts: &'static [&str]| AccountId::new(0, parts.iter().copied());
        let one = id(&["a", "bc"]);
        let record = |generation: u64| {
            let mut record = AccountRecord::default();
            (0..generation).for_each(|_| record.stamp(Moment::ZERO));
            record
        };
        assert_eq!(store.load(&one).record.generation(), 0);
        assert!(store.save(&one, 0, &record(1)));
        assert!(!store.save(&one, 0, &record(1)), "written in between");
        assert!(store.save(&one, 1, &record(2)));
        assert_eq!(store.load(&one).record.generation(), 2);
        for other in [id(&["ab", "c"]), id(&["a", "bc", ""]), AccountId::new(1, ["a", "bc"].into_iter())] {
            assert_eq!(store.load(&other).record.generation(), 0);
        }
    }
}
