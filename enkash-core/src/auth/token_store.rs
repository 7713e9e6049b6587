//! The trait for stores that processes share.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

/// The future that the methods of a [`TokenStore`] return.
pub type TokenStoreFuture<'a, T> =
    Pin<Box<dyn Future<Output = Result<T, Box<dyn std::error::Error + Send + Sync>>> + Send + 'a>>;

/// The record that a [`TokenStore`] has under a key.
#[derive(Debug, Clone)]
pub struct StoredRecord {
    /// The record as it was last set; `None` if there is none.
    pub record: Option<Vec<u8>>,
    /// The time on the store's own clock, since any past moment such as the Unix epoch. All
    /// processes must get it from the same clock: that of the database server, not that of their
    /// machine.
    pub now: Duration,
}

/// Stores account records for several processes: access tokens, the token request in progress, the
/// number of requests that may count as failed attempts, and the refusal of an account. Set it with
/// [`ClientBuilder::token_store`](crate::ClientBuilder::token_store).
///
/// `FileTokenStore` and `RedisTokenStore` implement it. Implement it for a database that your
/// processes already share. Keys and records are opaque to a store: a key is an HMAC of the
/// credentials, and a record is encrypted, about 1 kB long, and different after each write. There
/// is one record per set of credentials. Records need no expiry: if a record expires, a refused
/// account is tried again.
///
/// # Requirements
///
/// - [`compare_and_set`](Self::compare_and_set) is atomic and linearizable: if two processes expect
///   the same record, one of them sets its own, and every later [`load`](Self::load) in any process
///   returns it. Do not load from a replica that can lag behind. Otherwise two processes request a
///   token at the same time.
/// - A record is kept until it is replaced. If records are lost, a wrong password costs another
///   failed attempt.
/// - The clock advances at about the speed of real time. It may be wrong, and may be set back. If
///   it jumps forward, suspensions end early, unless the next process to load the record knew of
///   them.
///
/// A store need not be trusted with secrets: without the key, records cannot be read, forged or
/// swapped. It must be trusted to keep them: deleting a record, or restoring an old one, makes the
/// processes forget failed attempts.
///
/// The client limits each call of the store to five seconds. A store that fails or takes longer
/// counts as unreachable: a process then uses its current token, and requests another one only if
/// it obtained one with these credentials before.
///
/// # Example
///
/// A store in memory shows the structure. In SQL, `compare_and_set` is `UPDATE tokens SET record =
/// $3 WHERE key = $1 AND record = $2`, or `INSERT … ON CONFLICT DO NOTHING` if no record is
/// expected; return whether one row was affected.
///
/// ```
/// use std::collections::HashMap;
/// use std::sync::Mutex;
/// use std::time::SystemTime;
///
/// use enkash_core::{Client, StoredRecord, TokenStore, TokenStoreFuture};
///
/// #[derive(Default)]
/// struct Records(Mutex<HashMap<String, Vec<u8>>>);
///
/// impl TokenStore for Records {
///     fn load<'a>(&'a self, key: &'a str) -> TokenStoreFuture<'a, StoredRecord> {
///         Box::pin(async move {
///             let record = self.0.lock().map_err(|_| "a thread panicked")?.get(key).cloned();
///             Ok(StoredRecord { record, now: SystemTime::UNIX_EPOCH.elapsed()? })
///         })
///     }
///
///     fn compare_and_set<'a>(
///         &'a self,
///         key: &'a str,
///         expected: Option<&'a [u8]>,
///         record: &'a [u8],
///     ) -> TokenStoreFuture<'a, bool> {
///         Box::pin(async move {
///             let mut records = self.0.lock().map_err(|_| "a thread panicked")?;
///             let is_expected = records.get(key).map(Vec::as_slice) == expected;
///             if is_expected {
///                 records.insert(key.to_owned(), record.to_vec());
///             }
///             Ok(is_expected)
///         })
///     }
/// }
///
/// # fn main() -> Result<(), enkash_core::Error> {
/// let key = "not-a-real-key-but-32-bytes-long";
/// let client = Client::builder().token_store(Records::default(), key).build()?;
/// # Ok(())
/// # }
/// ```
pub trait TokenStore: Send + Sync + 'static {
    /// Loads the record under a key, and the time on the store's clock.
    ///
    /// # Errors
    /// Returns an error if the store cannot be read. It is shown and must contain no secret.
    fn load<'a>(&'a self, key: &'a str) -> TokenStoreFuture<'a, StoredRecord>;

    /// Sets the record under a key if the current one equals `expected` byte for byte, and returns
    /// whether it did. `None` expects no record.
    ///
    /// # Errors
    /// Returns an error if the store cannot be written, or if it is unknown whether it was. It is
    /// shown and must contain no secret.
    fn compare_and_set<'a>(
        &'a self,
        key: &'a str,
        expected: Option<&'a [u8]>,
        record: &'a [u8],
    ) -> TokenStoreFuture<'a, bool>;

    /// Returns whether records may contain access tokens, in encrypted form; true by default.
    /// Otherwise each process requests its own, one after the other.
    fn keeps_tokens(&self) -> bool {
        true
    }
}

impl<S: TokenStore + ?Sized> TokenStore for Arc<S> {
    fn load<'a>(&'a self, key: &'a str) -> TokenStoreFuture<'a, StoredRecord> {
        (**self).load(key)
    }

    fn compare_and_set<'a>(
        &'a self,
        key: &'a str,
        expected: Option<&'a [u8]>,
        record: &'a [u8],
    ) -> TokenStoreFuture<'a, bool> {
        (**self).compare_and_set(key, expected, record)
    }

    fn keeps_tokens(&self) -> bool {
        (**self).keeps_tokens()
    }
}
