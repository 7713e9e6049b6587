//! Where the memory of accounts is kept.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use sha2::{Digest, Sha256};
use tokio::time::Instant;
use zeroize::Zeroizing;

use super::credentials::{Credentials, Kind};
use super::record::AccountRecord;

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

    fn new<'a>(kind: u8, parts: impl Iterator<Item = &'a str>) -> Self {
        let mut id = Zeroizing::new(Vec::with_capacity(512));
        id.push(kind);
        for part in parts {
            // With its length in front, no part can end where another one begins.
            id.extend_from_slice(&(part.len() as u64).to_be_bytes());
            id.extend_from_slice(part.as_bytes());
        }
        AccountId(id)
    }
}

/// What a store has about an account.
pub(crate) struct Snapshot {
    /// Counts the writes; 0 for an account that the store does not know.
    pub(crate) generation: u64,
    pub(crate) record: AccountRecord,
    /// The time since some moment of the store's own, by the store's clock. All moments of a record are such times, so that
    /// processes whose clocks differ understand each other.
    pub(crate) now: Duration,
}

/// Why a store could not be read or written. It must hold no secret.
pub(crate) type StoreError = Box<dyn std::error::Error + Send + Sync>;

pub(crate) type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// Keeps a record for each account, and knows nothing of its meaning: all rules are functions of [`AccountRecord`]. One
/// operation writes, and it compares before: whoever else wrote in between makes it fail, and the caller reads again. That
/// makes the lease in the record safe between processes.
pub(crate) trait TokenStore: Send + Sync + 'static {
    /// What is known about the account.
    fn load<'a>(&'a self, account: &'a AccountId) -> StoreFuture<'a, Snapshot>;

    /// Writes the record, unless the store's generation is another one by now; whether it was written. The generation is
    /// one more then.
    fn save<'a>(
        &'a self,
        account: &'a AccountId,
        generation: u64,
        record: AccountRecord,
    ) -> StoreFuture<'a, bool>;
}

/// The memory of this process, or of one client.
pub(crate) struct MemoryStore {
    start: Instant,
    records: Mutex<HashMap<[u8; 32], (u64, AccountRecord)>>,
}

impl MemoryStore {
    pub(crate) fn new() -> Self {
        MemoryStore { start: Instant::now(), records: Mutex::default() }
    }

    /// The one that all clients of this process share, so that it ends with the process alone.
    pub(crate) fn of_the_process() -> Arc<Self> {
        static MEMORY: LazyLock<Arc<MemoryStore>> = LazyLock::new(|| Arc::new(MemoryStore::new()));
        Arc::clone(&MEMORY)
    }

    fn records(&self) -> MutexGuard<'_, HashMap<[u8; 32], (u64, AccountRecord)>> {
        // Nothing panics while the lock is held.
        self.records.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TokenStore for MemoryStore {
    fn load<'a>(&'a self, account: &'a AccountId) -> StoreFuture<'a, Snapshot> {
        let (generation, record) = self.records().get(&key(account)).cloned().unwrap_or_default();
        let now = Instant::now().saturating_duration_since(self.start);
        Box::pin(std::future::ready(Ok(Snapshot { generation, record, now })))
    }

    fn save<'a>(
        &'a self,
        account: &'a AccountId,
        generation: u64,
        record: AccountRecord,
    ) -> StoreFuture<'a, bool> {
        let mut records = self.records();
        let known = records.entry(key(account)).or_default();
        let current = known.0 == generation;
        if current {
            *known = (generation + 1, record);
        }
        Box::pin(std::future::ready(Ok(current)))
    }
}

/// A plain hash does: whoever can read it here can read the credentials as well.
fn key(account: &AccountId) -> [u8; 32] {
    Sha256::digest(&*account.0).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_record_is_written_only_over_the_generation_that_was_read() {
        let store = MemoryStore::new();
        let id = |parts: &'static [&str]| AccountId::new(0, parts.iter().copied());
        let one = id(&["a", "bc"]);
        assert_eq!(store.load(&one).await.unwrap().generation, 0);
        assert!(store.save(&one, 0, AccountRecord::default()).await.unwrap());
        assert!(!store.save(&one, 0, AccountRecord::default()).await.unwrap(), "written in between");
        assert!(store.save(&one, 1, AccountRecord::default()).await.unwrap());
        assert_eq!(store.load(&one).await.unwrap().generation, 2);
        for other in [id(&["ab", "c"]), id(&["a", "bc", ""]), AccountId::new(1, ["a", "bc"].into_iter())] {
            assert_eq!(store.load(&other).await.unwrap().generation, 0);
        }
    }
}
