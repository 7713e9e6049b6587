//! What the processes of a fleet share of an account, in Redis.

use std::error::Error as StdError;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use redis::aio::MultiplexedConnection;
use redis::{AsyncConnectionConfig, Client, ErrorKind, FromRedisValue, Pipeline, RedisError};

use super::token_store::{StoredRecord, TokenStore, TokenStoreFuture};
use crate::error::ConfigError;

/// How long Redis has to accept a connection, and to respond to a command.
const LIMIT: Duration = Duration::from_secs(2);

/// Sets the record in one step. `WATCH` would do so as well, but it belongs to a connection, and
/// this one is shared; besides, it takes three round trips. What is there already was set by this
/// very command, whose reply was lost: no record is written twice, since each has a nonce of its
/// own.
const COMPARE_AND_SET: &str = "\
local current = redis.call('GET', KEYS[1])
if current == ARGV[2] then return 1 end
if current ~= (ARGV[1] ~= '' and ARGV[1]) then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1";

/// A [`TokenStore`] in Redis or Valkey, for processes on several machines: access tokens, the one
/// token request under way, and what is remembered of failed token requests. Clones share one
/// connection, which is made when it is first needed and again whenever it breaks.
///
/// Its keys begin with `enkash:v1:`, and it uses the commands `GET`, `TIME`, `EVAL` and `SET`. It
/// needs one server that takes writes, not a cluster; of a replicated one, the primary. Let that
/// keep its data (`appendonly yes`) and remove nothing by itself (`maxmemory-policy noeviction`, or
/// one of the `volatile` policies).
///
/// With `rediss://` the connection is encrypted, by the cargo feature `rustls` or `native-tls`, and
/// trusts the system's certificates (with rustls those of the file in the environment variable
/// `SSL_CERT_FILE`, if there is one). If both are on, it is rustls here.
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
    /// A store in the Redis at this URL: `redis://USER:PASSWORD@HOST:PORT/DATABASE`, of which the
    /// host alone is required, or `rediss` for TLS. It does not connect yet.
    ///
    /// # Errors
    /// The URL is not of this form, or asks for TLS in a build without it.
    pub fn new(url: &str) -> Result<Self, ConfigError> {
        const HAS_TLS: bool = cfg!(any(feature = "rustls", feature = "native-tls"));
        if !HAS_TLS && (url.starts_with("rediss:") || url.starts_with("valkeys:")) {
            return Err(ConfigError::new(
                "the URL of Redis asks for TLS, which needs the cargo feature `rustls` or `native-tls`",
            ));
        }
        // The error of the library is left out: the URL holds a password.
        let client = Client::open(url).map_err(|_| {
            ConfigError::new(
                "the URL of Redis is not of the form `redis://USER:PASSWORD@HOST:PORT/DATABASE`, with `rediss` for TLS",
            )
        })?;
        Ok(RedisTokenStore { client, prefix: "enkash:".to_owned(), connection: Arc::default() })
    }

    /// What its keys begin with, in place of `enkash:`. Fleets with different keys for their
    /// records need different prefixes or databases.
    #[must_use]
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    fn key(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    /// Runs commands, over the connection there is or a new one. The library's connection manager
    /// keeps a connection that does not respond any more, and one whose runtime has stalled: here
    /// each failure costs it.
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
        // A server that is no primary any more replies as well.
        *self.kept() = replied.is_ok().then_some(connection);
        replied
    }

    async fn connect(&self) -> Result<MultiplexedConnection, Box<dyn StdError + Send + Sync>> {
        let client = self.client.clone();
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(LIMIT))
            .set_response_timeout(Some(LIMIT));
        // In a task of its own, since rustls panics if a program has two providers of cryptography
        // and chose none.
        let connecting = tokio::spawn(async move {
            client.get_multiplexed_async_connection_with_config(&config).await
        });
        Ok(connecting.await.map_err(|_| "the connection to Redis could not be set up")??)
    }

    fn kept(&self) -> MutexGuard<'_, Option<MultiplexedConnection>> {
        // Nothing panics while the lock is held.
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether Redis replied with an error: another connection would get the same.
fn is_reply(error: &RedisError) -> bool {
    matches!(error.kind(), ErrorKind::Server(_) | ErrorKind::Extension)
}

impl TokenStore for RedisTokenStore {
    fn load<'a>(&'a self, key: &'a str) -> TokenStoreFuture<'a, StoredRecord> {
        Box::pin(async move {
            let mut commands = redis::pipe();
            // The time comes last: it is later than whatever the record says.
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
    /// Without the URL, which holds a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisTokenStore").field("prefix", &self.prefix).finish_non_exhaustive()
    }
}
