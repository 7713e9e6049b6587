//! A token store in Redis.

use std::error::Error as StdError;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use redis::aio::MultiplexedConnection;
use redis::{AsyncConnectionConfig, Client, ErrorKind, FromRedisValue, Pipeline, RedisError};

use super::token_store::{StoredRecord, TokenStore, TokenStoreFuture};
use crate::error::ConfigError;

/// The time limit for connecting to Redis, and for a command.
const LIMIT: Duration = Duration::from_secs(2);

/// Sets the record atomically. `WATCH` belongs to a connection, and this one is shared; it also
/// takes three round trips. If the record already has the new value, this very command set it and
/// its reply was lost: no record is written twice, since each has its own nonce.
const COMPARE_AND_SET: &str = "\
local current = redis.call('GET', KEYS[1])
if current == ARGV[2] then return 1 end
if current ~= (ARGV[1] ~= '' and ARGV[1]) then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1";

/// A [`TokenStore`] in Redis or Valkey, for processes on several machines. Clones share one
/// connection, which is opened on first use and again after it breaks.
///
/// Keys have the prefix `enkash:v1:`. The store uses the commands `GET`, `TIME`, `EVAL` and `SET`.
/// It needs a single server that accepts writes, not a cluster; with replication, the primary.
/// Configure it to persist its data (`appendonly yes`) and not to evict keys without expiry
/// (`maxmemory-policy noeviction`, or one of the `volatile` policies).
///
/// With `rediss://` the connection uses TLS, with the cargo feature `rustls` or `native-tls`
/// (rustls if both are enabled). It trusts the system's certificates; rustls uses those in the file
/// of the environment variable `SSL_CERT_FILE` instead, if it is set.
///
/// ```
/// use enkash_core::{Client, RedisTokenStore};
///
/// # fn main() -> Result<(), enkash_core::Error> {
/// let redis = RedisTokenStore::new("redis://billing:not-a-real-password@redis.internal:6379/0")?;
/// let key = "not-a-real-key-but-32-bytes-long";
/// let client = Client::builder().token_store(redis, key).build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct RedisTokenStore {
    client: Client,
    prefix: String,
    connection: Arc<Mutex<Option<MultiplexedConnection>>>,
}

impl RedisTokenStore {
    /// Creates a store for a URL `redis://USER:PASSWORD@HOST:PORT/DATABASE`, of which only the host
    /// is required, or `rediss` for TLS. It does not connect yet.
    ///
    /// # Errors
    /// Returns an error if the URL does not have this form, or requires TLS in a build without it.
    pub fn new(url: &str) -> Result<Self, ConfigError> {
        const HAS_TLS: bool = cfg!(any(feature = "rustls", feature = "native-tls"));
        if !HAS_TLS && (url.starts_with("rediss:") || url.starts_with("valkeys:")) {
            return Err(ConfigError::new(
                "the Redis URL requires TLS; enable the cargo feature `rustls` or `native-tls`",
            ));
        }
        // The error of the library can contain the URL, and so a password.
        let client = Client::open(url).map_err(|_| {
            ConfigError::new(
                "the Redis URL is invalid; use `redis://USER:PASSWORD@HOST:PORT/DATABASE`, or `rediss` for TLS",
            )
        })?;
        Ok(RedisTokenStore { client, prefix: "enkash:".to_owned(), connection: Arc::default() })
    }

    /// Sets the prefix of keys, instead of `enkash:`. Fleets with different store keys need
    /// different prefixes or databases.
    #[must_use]
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    fn key(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    /// Runs commands over the current connection or a new one. The library's connection manager
    /// would keep a connection that no longer responds, or whose runtime is stalled; here every
    /// failure closes the connection.
    async fn run<T: FromRedisValue>(
        &self,
        commands: &Pipeline,
    ) -> Result<T, Box<dyn StdError + Send + Sync>> {
        let kept = self.kept().clone();
        if let Some(connection) = kept {
            match self.query(commands, connection).await {
                Err(error) if !is_reply(&error) => {}
                replied => return Ok(replied?),
            }
        }
        let connection = self.connect().await?;
        Ok(self.query(commands, connection).await?)
    }

    async fn query<T: FromRedisValue>(
        &self,
        commands: &Pipeline,
        mut connection: MultiplexedConnection,
    ) -> Result<T, RedisError> {
        let replied = commands.query_async(&mut connection).await;
        // A server that is no longer the primary replies as well.
        *self.kept() = replied.is_ok().then_some(connection);
        replied
    }

    async fn connect(&self) -> Result<MultiplexedConnection, Box<dyn StdError + Send + Sync>> {
        let client = self.client.clone();
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(LIMIT))
            .set_response_timeout(Some(LIMIT));
        // In a separate task, since rustls panics if a program has two crypto providers and none is
        // the default.
        let connecting = tokio::spawn(async move {
            client.get_multiplexed_async_connection_with_config(&config).await
        });
        Ok(connecting.await.map_err(|_| "the connection to Redis could not be set up")??)
    }

    fn kept(&self) -> MutexGuard<'_, Option<MultiplexedConnection>> {
        // No code panics while it holds the lock.
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns whether Redis replied with an error: another connection would get the same.
fn is_reply(error: &RedisError) -> bool {
    matches!(error.kind(), ErrorKind::Server(_) | ErrorKind::Extension)
}

impl TokenStore for RedisTokenStore {
    fn load<'a>(&'a self, key: &'a str) -> TokenStoreFuture<'a, StoredRecord> {
        Box::pin(async move {
            let mut commands = redis::pipe();
            // `TIME` is last, so that it is later than all times in the record.
            commands.cmd("GET").arg(self.key(key)).cmd("TIME");
            let (record, (seconds, micros)): (_, (u64, u64)) = self.run(&commands).await?;
            let now = Duration::from_secs(seconds).saturating_add(Duration::from_micros(micros));
            Ok(StoredRecord { record, now })
        })
    }

    fn compare_and_set<'a>(
        &'a self,
        key: &'a str,
        expected: Option<&'a [u8]>,
        record: &'a [u8],
    ) -> TokenStoreFuture<'a, bool> {
        Box::pin(async move {
            let mut commands = redis::pipe();
            commands.cmd("EVAL").arg(COMPARE_AND_SET).arg(1).arg(self.key(key));
            commands.arg(expected.unwrap_or_default()).arg(record);
            let (is_set,): (bool,) = self.run(&commands).await?;
            Ok(is_set)
        })
    }
}

impl fmt::Debug for RedisTokenStore {
    /// Omits the URL, which can contain a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisTokenStore").field("prefix", &self.prefix).finish_non_exhaustive()
    }
}
