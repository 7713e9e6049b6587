//! Where several processes keep what they know of an account together.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

/// What the functions of a [`TokenStore`] return.
pub type TokenStoreFuture<'a, T> =
    Pin<Box<dyn Future<Output = Result<T, Box<dyn std::error::Error + Send + Sync>>> + Send + 'a>>;

/// What a [`TokenStore`] has under a key.
#[derive(Debug, Clone)]
pub struct StoredRecord {
    /// The record, as it was set last; `None` if there is none.
    pub record: Option<Vec<u8>>,
    /// The time by the store's own clock, since any moment in the past, such as the Unix epoch. All
    /// processes that use the store must get it from the same clock: that of the database's server,
    /// not that of their machine.
    pub now: Duration,
}

/// Keeps records that several processes share: access tokens, the one token request under way, the
/// count of requests that may have counted as failed attempts, and the refusal of an account. Give
/// one to [`ClientBuilder::token_store`](crate::ClientBuilder::token_store).
///
/// `FileTokenStore` and `RedisTokenStore` are two of them. Implement it for a database that your
/// processes share already. A store knows nothing of what it keeps: a key is an HMAC of the
/// credentials, and a record is encrypted, about 1 kB long, and different each time it is written.
/// Records are few, one for each set of credentials; they need no expiry, and a record that expires
/// is a refused account that is tried again.
///
/// # What it must guarantee
///
/// - [`compare_and_set`](Self::compare_and_set) is atomic and linearizable: of two processes that
///   expect the same record, one sets its own. What it has set, every later [`load`](Self::load)
///   finds, in any process; a replica that lags behind is no place to load from. Two processes
///   request a token at once otherwise.
/// - A record stays until another one takes its place. If records are lost, a wrong password costs
///   another failed attempt.
/// - The clock goes on at about the speed of real time. It may be wrong, and may be set back. If it
///   jumps ahead, suspensions end early unless a process that knew of them is the next to look.
///
/// It need not be trusted with secrets: without the key nobody can read a record, make one up, or
/// put it in another's place. It is trusted to keep them: whoever can delete records, or put back
/// old ones, makes the processes forget failed attempts.
///
/// The client gives each function five seconds. A store that fails or takes longer counts as
/// unreachable: a process then uses the token that it has, and requests another one only if it was
/// granted one for these credentials before.
///
/// # Example
///
/// A store in the memory of a process shows the shape. In SQL, `compare_and_set` is
/// `UPDATE tokens SET record = $3 WHERE key = $1 AND record = $2`, or
/// `INSERT … ON CONFLICT DO NOTHING` if nothing is expected, and whether one row was affected.
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
    /// Reads the record under a key, and the store's clock.
    ///
    /// # Errors
    /// The store could not be read. The error is shown and must hold no secret.
    fn load<'a>(&'a self, key: &'a str) -> TokenStoreFuture<'a, StoredRecord>;

    /// Sets the record under a key if the store has the expected one there, byte for byte; returns
    /// whether it did. `None` expects that there is none.
    ///
    /// # Errors
    /// The store could not be written, or nobody knows whether it was. The error is shown and must
    /// hold no secret.
    fn compare_and_set<'a>(
        &'a self,
        key: &'a str,
        expected: Option<&'a [u8]>,
        record: &'a [u8],
    ) -> TokenStoreFuture<'a, bool>;

    /// Whether records may contain access tokens, encrypted; true by default. Without them each
    /// process requests its own, one after the other.
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
