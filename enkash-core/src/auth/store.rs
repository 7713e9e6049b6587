//! Stores of account records.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};
use tokio::time::Instant;
use zeroize::Zeroizing;

use super::account_id::AccountId;
use super::account_record::AccountRecord;
#[cfg(feature = "token-store")]
use super::shared::SharedStore;
use super::snapshot::{Snapshot, StoreError, Version};

/// Stores a record for each account. The rules are functions of [`AccountRecord`]. The only write
/// is a compare-and-set: it fails if another process wrote in between, and the caller reads again.
/// That makes the lease in the record safe between processes.
pub(crate) enum Store {
    Memory(MemoryStore),
    #[cfg(feature = "token-store")]
    Shared(Box<SharedStore>),
}

impl Store {
    /// Creates a store that lives as long as a client.
    pub(crate) fn of_one_client() -> Arc<Self> {
        Arc::new(Store::Memory(MemoryStore::new()))
    }

    /// Returns the store that all clients of this process share.
    pub(crate) fn of_the_process() -> Arc<Self> {
        static MEMORY: LazyLock<Arc<Store>> = LazyLock::new(Store::of_one_client);
        Arc::clone(&MEMORY)
    }

    /// Returns whether the store is in memory, and so never slow or unreachable.
    pub(super) fn is_memory(&self) -> bool {
        matches!(self, Store::Memory(_))
    }

    /// Loads the record of an account.
    pub(super) async fn load(&self, account: &AccountId) -> Result<Snapshot, StoreError> {
        match self {
            Store::Memory(memory) => Ok(memory.load(account)),
            #[cfg(feature = "token-store")]
            Store::Shared(shared) => shared.load(account).await,
        }
    }

    /// Writes a record unless the store has another version by now, and returns whether it did.
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
            // A version of another kind of store.
            _ => Ok(false),
        }
    }
}

/// Records in the memory of this process or of one client.
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

/// Hashes an account with the process's random key. The hash stays in memory as long as the
/// process, while the credentials may not; without the key it could be compared with hashes of
/// guessed passwords. The key on both sides of the input is the envelope method; HMAC would be an
/// additional dependency.
fn key(account: &AccountId) -> [u8; 32] {
    static KEY: LazyLock<Zeroizing<[u8; 32]>> = LazyLock::new(random);
    keyed(&KEY, account)
}

fn keyed(key: &[u8; 32], account: &AccountId) -> [u8; 32] {
    let hash = Sha256::new().chain_update(key).chain_update(account.as_bytes()).chain_update(key);
    hash.finalize().into()
}

/// Returns 32 random bytes, as random as the seeds of the standard library's hash maps, which come
/// from the system.
fn random() -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    for bytes in key.chunks_exact_mut(8) {
        bytes.copy_from_slice(&RandomState::new().hash_one("accounts").to_ne_bytes());
    }
    key
}

#[cfg(test)]
mod tests {
    use super::super::account_record::Moment;
    use super::*;

    #[test]
    fn the_key_of_an_account_is_no_hash_of_its_credentials_alone() {
        let id = AccountId::new(0, ["a", "bc"].into_iter());
        let plain: [u8; 32] = Sha256::digest(id.as_bytes()).into();
        let (one, other) = (random(), random());
        assert_ne!(*one, *other);
        assert_ne!(keyed(&one, &id), plain);
        assert_ne!(keyed(&one, &id), keyed(&other, &id));
        assert_eq!(key(&id), key(&id));
    }

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
        for other in
            [id(&["ab", "c"]), id(&["a", "bc", ""]), AccountId::new(1, ["a", "bc"].into_iter())]
        {
            assert_eq!(store.load(&other).record.generation(), 0);
        }
    }
}
