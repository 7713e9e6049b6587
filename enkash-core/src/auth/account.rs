//! One account in this process: its tokens, and the way to its record in the store. Several products, and so
//! several token hosts, can share it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, timeout};

use super::Token;
use super::cache::{Renewal, TokenCache, TokenPlace};
use super::credentials::Credentials;
use super::header;
use super::record::{
    AccountRecord, Ended, Lease, Moment, Purpose, Settled, StoredToken, Terms, TokenDecision,
};
use super::store::{AccountId, Snapshot, StoreError, TokenStore};
use crate::error::Error;

/// How often the end of another process's request is looked for. One of this process notifies the waiting calls.
const POLL: Duration = Duration::from_millis(100);

/// A store that takes longer counts as unreachable.
const STORE_LIMIT: Duration = Duration::from_secs(5);

pub(crate) struct Account {
    credentials: Credentials,
    id: AccountId,
    store: Arc<dyn TokenStore>,
    local: Mutex<Local>,
    /// A request has ended, or the account was reset.
    changed: Notify,
}

/// What this process keeps for itself.
#[derive(Default)]
pub(super) struct Local {
    caches: Vec<(TokenPlace, TokenCache)>,
    /// How often the user reset the account, and how many of these the store knows of.
    pub(super) resets: u64,
    resets_stored: u64,
    /// Requests whose task was dropped with its runtime.
    abandoned: Vec<u64>,
    /// How the last request failed.
    cause: Option<Arc<Error>>,
}

impl Local {
    pub(super) fn cache(&mut self, place: &TokenPlace) -> &mut TokenCache {
        let found = self.caches.iter().position(|(own, _)| own == place);
        let index = found.unwrap_or_else(|| {
            self.caches.push((place.clone(), TokenCache::default()));
            self.caches.len() - 1
        });
        &mut self.caches[index].1
    }
}

/// A token that is wanted has been found, or may be requested.
pub(super) enum Begun {
    Token(Arc<Token>),
    Request(Ticket),
    Keep,
    Failed(TokenDecision),
}

impl Account {
    pub(super) fn new(id: AccountId, credentials: Credentials, store: Arc<dyn TokenStore>) -> Self {
        Account { credentials, id, store, local: Mutex::default(), changed: Notify::new() }
    }

    pub(super) fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    pub(super) fn is(&self, id: &AccountId) -> bool {
        self.id == *id
    }

    /// Forgets tokens, counts and refusals: here at once, in the store before anything else is read from it.
    pub(crate) fn reset(&self) {
        let mut local = self.local();
        local.resets += 1;
        local.caches.clear();
        local.cause = None;
        drop(local);
        self.changed.notify_waiters();
    }

    /// Waits until a request ends or the account is reset, but no longer than this.
    pub(super) async fn changed_within(&self, limit: Duration) {
        // Either way the caller looks again.
        let _ = timeout(limit, self.changed.notified()).await;
    }

    /// Finds a token, takes the lease for a request, or says why neither is possible. Waits while another request of the
    /// account is under way.
    pub(super) async fn begin(
        self: &Arc<Self>,
        place: &TokenPlace,
        purpose: Purpose,
        terms: Terms,
    ) -> Result<Begun, StoreError> {
        loop {
            let Snapshot { generation, mut record, now } = self.load().await?;
            let resets = self.catch_up(&mut record);
            if resets.is_some() {
                self.save(generation, record, resets).await?;
                continue;
            }
            let abandoned = self.local().abandoned.clone();
            let step = record.begin(place.key(), purpose, now, generation + 1, terms, &abandoned);
            match step {
                TokenDecision::Use(token) => {
                    if let Some(token) = self.adopt(place, &token, now)? {
                        return Ok(Begun::Token(token));
                    }
                }
                TokenDecision::Request(lease) => {
                    if self.save(generation, record, None).await? {
                        self.local().abandoned.clear();
                        return Ok(Begun::Request(Ticket {
                            account: Arc::clone(self),
                            place: place.clone(),
                            lease,
                            terms,
                            settled: false,
                        }));
                    }
                }
                TokenDecision::Wait(left) => self.changed_within(left.min(POLL)).await,
                TokenDecision::Keep => return Ok(Begun::Keep),
                failed => return Ok(Begun::Failed(failed)),
            }
        }
    }

    /// Takes over a token of the store, unless this process has it already. None after a reset that the store does not know
    /// of: the token is from before.
    fn adopt(
        &self,
        place: &TokenPlace,
        stored: &StoredToken,
        now: Moment,
    ) -> Result<Option<Arc<Token>>, StoreError> {
        let mut local = self.local();
        if local.resets_stored < local.resets {
            return Ok(None);
        }
        let cache = local.cache(place);
        if let Some(token) = cache.token.as_ref().filter(|token| token.serial == stored.serial) {
            return Ok(Some(Arc::clone(token)));
        }
        let token = Arc::new(Token {
            header: header::bearer(stored.token.expose(), place.without_bearer)?,
            serial: stored.serial,
            // A machine that has not run for so long takes the token for a new one; a 401 corrects that.
            issued: Instant::now()
                .checked_sub(now.saturating_sub(stored.granted))
                .unwrap_or_else(Instant::now),
            lifetime: stored.lifetime,
        });
        cache.token = Some(Arc::clone(&token));
        Ok(Some(token))
    }

    pub(super) fn local(&self) -> MutexGuard<'_, Local> {
        // Nothing panics while the lock is held.
        self.local.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn cause(&self) -> Option<Arc<Error>> {
        self.local().cause.clone()
    }

    /// Gives a renewal up to other callers.
    pub(super) fn drop_renewal(&self, place: &TokenPlace, renewal: &Renewal) {
        self.local().cache(place).drop_renewal(renewal);
    }

    /// Applies the resets that the store does not know of; how many there were in all, if there were any.
    fn catch_up(&self, record: &mut AccountRecord) -> Option<u64> {
        let local = self.local();
        let behind = local.resets_stored < local.resets;
        if behind {
            record.reset();
        }
        behind.then_some(local.resets)
    }

    async fn load(&self) -> Result<Snapshot, StoreError> {
        in_time(self.store.load(&self.id)).await
    }

    async fn save(
        &self,
        generation: u64,
        record: AccountRecord,
        resets: Option<u64>,
    ) -> Result<bool, StoreError> {
        let saved = in_time(self.store.save(&self.id, generation, record)).await?;
        if saved && let Some(resets) = resets {
            let mut local = self.local();
            local.resets_stored = local.resets_stored.max(resets);
        }
        Ok(saved)
    }
}

async fn in_time<T>(operation: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
    timeout(STORE_LIMIT, operation).await.unwrap_or_else(|_| Err("the token store does not respond".into()))
}

/// A request that may be sent now, and whose end is to be noted.
pub(crate) struct Ticket {
    account: Arc<Account>,
    place: TokenPlace,
    lease: Lease,
    terms: Terms,
    settled: bool,
}

impl Ticket {
    /// Notes how the request ended, and takes over its token.
    pub(super) async fn settle(
        mut self,
        ended: &Ended,
        cause: Option<Error>,
        fraction: f64,
    ) -> Result<(Settled, Option<Arc<Token>>), StoreError> {
        let account = Arc::clone(&self.account);
        loop {
            let Snapshot { generation, mut record, now } = account.load().await?;
            let resets = account.catch_up(&mut record);
            let host = self.place.key();
            let settled = record.settle(host, &self.lease, ended, now, self.terms, fraction);
            if !account.save(generation, record, resets).await? {
                continue;
            }
            self.settled = true;
            let token = match &settled {
                Settled::Granted(Some(token)) => account.adopt(&self.place, token, now)?,
                _ => None,
            };
            if !matches!(settled, Settled::Superseded) {
                account.local().cause = cause.map(Arc::new);
            }
            account.changed.notify_waiters();
            return Ok((settled, token));
        }
    }
}

impl Drop for Ticket {
    /// The task was dropped before the end, with its runtime: nobody else has to wait for the lease. The request stays
    /// counted.
    fn drop(&mut self) {
        if !self.settled {
            self.account.local().abandoned.push(self.lease.serial);
            self.account.changed.notify_waiters();
        }
    }
}
