//! An account in this process: its tokens, and access to its record in the store. Several products,
//! and so several token hosts, can share an account.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, sleep, timeout};

use super::Token;
use super::account_id::AccountId;
use super::account_record::{
    Finished, Lease, Moment, Purpose, StoredToken, Terms, TokenDecision, TokenRequestResult,
};
use super::cache::{Renewal, TokenCache, TokenHost};
use super::credentials::Credentials;
use super::header;
use super::known::Known;
use super::snapshot::{Snapshot, StoreError, Version};
use super::store::Store;
use crate::error::Error;

/// The polling interval for the end of a token request in another process. Requests of this process
/// wake the waiting calls instead.
const POLL: Duration = Duration::from_millis(100);

/// The time limit of a store operation. A slower store counts as unreachable, so that it does not
/// use up the time of the call.
const STORE_TIMEOUT: Duration = Duration::from_secs(5);

/// The maximum number of refused writes in a row. Each one means that another process wrote in
/// between, or that the store does not return what it contains; after this many, the store counts
/// as unreachable.
const MAX_REFUSED_WRITES: u32 = 20;

/// The maximum random delay before another write, from the fourth refused one on. It spreads
/// processes that write at the same time.
const REFUSED_PAUSE: Duration = Duration::from_millis(50);

pub(crate) struct Account {
    credentials: Credentials,
    id: AccountId,
    store: Arc<Store>,
    local: Mutex<Local>,
    /// Notified when a token request ends or the account is reset.
    changed: Notify,
}

/// The state of the account that only this process knows.
#[derive(Default)]
pub(super) struct Local {
    caches: Vec<(TokenHost, TokenCache)>,
    /// The number of resets by the user.
    pub(super) resets: u64,
    resets_stored: u64,
    /// The time of the last reset.
    reset_asked: Option<Instant>,
    known: Known,
    /// Whether a request of this process ever obtained a token.
    was_granted: bool,
    /// Leases of requests whose task was dropped with its runtime.
    abandoned: Vec<Lease>,
    /// The error of the last token request.
    cause: Option<Arc<Error>>,
}

impl Local {
    pub(super) fn cache(&mut self, place: &TokenHost) -> &mut TokenCache {
        let found = self.caches.iter().position(|(own, _)| own == place);
        let index = found.unwrap_or_else(|| {
            self.caches.push((place.clone(), TokenCache::default()));
            self.caches.len() - 1
        });
        &mut self.caches[index].1
    }
}

/// A token, or permission to request one.
pub(super) enum Begun {
    Token(Arc<Token>),
    Request(Ticket),
    Keep,
    Failed(TokenDecision),
}

impl Account {
    pub(super) fn new(id: AccountId, credentials: Credentials, store: Arc<Store>) -> Self {
        Account { credentials, id, store, local: Mutex::default(), changed: Notify::new() }
    }

    pub(super) fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    pub(super) fn is(&self, id: &AccountId) -> bool {
        self.id == *id
    }

    /// Forgets tokens, counts and refusals: in this process at once, and in the store before it is
    /// next read. Requests recorded in the meantime stay.
    pub(crate) fn reset(&self) {
        let mut local = self.local();
        local.resets += 1;
        local.reset_asked = Some(Instant::now());
        local.caches.clear();
        local.cause = None;
        drop(local);
        self.changed.notify_waiters();
    }

    /// Returns the time limit of a store operation.
    pub(super) fn store_limit(&self) -> Duration {
        if self.store.is_memory() { Duration::ZERO } else { STORE_TIMEOUT }
    }

    /// Waits until a request ends or the account is reset, up to this limit.
    pub(super) async fn changed_within(&self, limit: Duration) {
        // The caller checks again in either case.
        let _ = timeout(limit, self.changed.notified()).await;
    }

    /// Returns a token, a lease for a token request, or the reason for neither. Waits while another
    /// request of the account is in progress.
    ///
    /// While the store is unreachable, the state of this process replaces it. A token is then
    /// requested only if a request of this process obtained one before: credentials that have
    /// worked do not cause failed attempts, in any number of processes.
    pub(super) async fn begin(
        self: &Arc<Self>,
        place: &TokenHost,
        purpose: Purpose,
        terms: Terms,
    ) -> Result<Begun, StoreError> {
        let mut unreachable: Option<StoreError> = None;
        let mut refused = RefusedWrites::default();
        loop {
            let started = Instant::now();
            let looked =
                if unreachable.is_some() { Ok(self.recall()) } else { self.load(terms).await };
            let (mut snapshot, resets) = match looked {
                Ok(looked) => looked,
                Err(error) => {
                    unreachable = Some(error);
                    continue;
                }
            };
            if resets.is_some() {
                let failed = match self.save(snapshot, resets).await {
                    Ok(true) => None,
                    Ok(false) => refused.another().await.err(),
                    Err(error) => Some(error),
                };
                unreachable = failed.or(unreachable);
                continue;
            }
            let (now, serial) = (snapshot.now, snapshot.record.next_generation(snapshot.now));
            let abandoned = self.local().abandoned.clone();
            let step = snapshot.record.begin(place.key(), purpose, now, serial, terms, &abandoned);
            match step {
                TokenDecision::Use(token) => {
                    if let Some(token) = self.adopt(place, &token, now)? {
                        return Ok(Begun::Token(token));
                    }
                }
                TokenDecision::Request(lease) => {
                    if let Some(error) = unreachable.take_if(|_| !self.local().was_granted) {
                        return Err(error);
                    }
                    let mut write =
                        LeaseWrite { account: self, place, lease: &lease, is_seen: false };
                    let saved = self.save(snapshot, None).await;
                    write.is_seen = saved.is_ok();
                    drop(write);
                    match saved {
                        Ok(true) => {
                            self.local().abandoned.clear();
                            return Ok(Begun::Request(Ticket {
                                account: Arc::clone(self),
                                place: place.clone(),
                                lease,
                                terms,
                                started,
                                is_reachable: unreachable.is_none(),
                                finished: false,
                            }));
                        }
                        Ok(false) => unreachable = refused.another().await.err().or(unreachable),
                        Err(error) => unreachable = Some(error),
                    }
                }
                TokenDecision::Wait(left) => {
                    self.changed_within(left.min(POLL)).await;
                    unreachable = None;
                }
                TokenDecision::Keep => return Ok(Begun::Keep),
                failed => return Ok(Begun::Failed(failed)),
            }
        }
    }

    /// Uses a token of the store, unless this process already has it. Ignores tokens from before a
    /// reset that the store does not know of.
    fn adopt(
        &self,
        place: &TokenHost,
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
            // A machine that has been running for a shorter time treats the token as new; a 401
            // corrects that.
            issued: Instant::now()
                .checked_sub(now.saturating_sub(stored.granted))
                .unwrap_or_else(Instant::now),
            lifetime: stored.lifetime,
        });
        cache.token = Some(Arc::clone(&token));
        Ok(Some(token))
    }

    pub(super) fn local(&self) -> MutexGuard<'_, Local> {
        // No code panics while it holds the lock.
        self.local.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn cause(&self) -> Option<Arc<Error>> {
        self.local().cause.clone()
    }

    /// Removes a renewal, so that other calls can start one.
    pub(super) fn drop_renewal(&self, place: &TokenHost, renewal: &Renewal) {
        self.local().cache(place).drop_renewal(renewal);
    }

    /// Loads the record of the store and merges the state of this process into it. Returns the
    /// number of resets if the record must be written because of that.
    async fn load(&self, terms: Terms) -> Result<(Snapshot, Option<u64>), StoreError> {
        // The store's clock is read later than this, so a reset can only appear later than it was.
        let begin = Instant::now();
        let mut snapshot = in_time(self.store.load(&self.id)).await?;
        let mut local = self.local();
        let is_news = local.known.complete(&mut snapshot, terms.suspension);
        let is_reset = local.catch_up(&mut snapshot, begin);
        Ok((snapshot, (is_news || is_reset).then_some(local.resets)))
    }

    /// Returns the state of this process in place of the store's.
    fn recall(&self) -> (Snapshot, Option<u64>) {
        let local = self.local();
        let mut snapshot = local.known.recall();
        let is_reset = local.catch_up(&mut snapshot, Instant::now());
        (snapshot, is_reset.then_some(local.resets))
    }

    async fn save(&self, snapshot: Snapshot, resets: Option<u64>) -> Result<bool, StoreError> {
        let Snapshot { mut record, now, version } = snapshot;
        record.stamp(now);
        let saved = match version {
            Version::Unreachable(generation) => self.local().known.write(generation, record),
            version => {
                let generation = record.generation();
                let mut write = StoreWrite { account: self, generation, is_seen: false };
                let saved = in_time(self.store.save(&self.id, &version, &record)).await?;
                write.is_seen = true;
                if saved {
                    self.local().known.written(record, resets.is_some());
                }
                saved
            }
        };
        if saved && let Some(resets) = resets {
            let mut local = self.local();
            local.resets_stored = local.resets_stored.max(resets);
        }
        Ok(saved)
    }
}

impl Local {
    /// Applies the resets that the store does not know of, and returns whether there were any. The
    /// snapshot was read at `begin` or later.
    fn catch_up(&self, snapshot: &mut Snapshot, begin: Instant) -> bool {
        let is_behind = self.resets_stored < self.resets;
        if is_behind {
            let ago = self
                .reset_asked
                .map_or(Duration::ZERO, |asked| begin.saturating_duration_since(asked));
            snapshot.record.reset(snapshot.now.saturating_sub(ago), snapshot.now);
        }
        is_behind
    }
}

/// A write of the store. If its end is not seen, because the store fails or the caller is dropped,
/// the store may have the record.
struct StoreWrite<'a> {
    account: &'a Account,
    generation: u64,
    is_seen: bool,
}

impl Drop for StoreWrite<'_> {
    fn drop(&mut self) {
        if !self.is_seen {
            self.account.local().known.maybe_written(self.generation);
        }
    }
}

/// The write of a lease. If its end is not seen, the request is not sent, and the store may have
/// the lease.
struct LeaseWrite<'a> {
    account: &'a Account,
    place: &'a TokenHost,
    lease: &'a Lease,
    is_seen: bool,
}

impl Drop for LeaseWrite<'_> {
    fn drop(&mut self) {
        if !self.is_seen {
            self.account.local().known.unsent(self.place.key(), self.lease.clone());
        }
    }
}

/// Counts refused writes in a row.
#[derive(Default)]
struct RefusedWrites(u32);

impl RefusedWrites {
    /// Counts another refused write, and waits before the next one.
    ///
    /// # Errors
    /// Returns an error if there were too many.
    async fn another(&mut self) -> Result<(), StoreError> {
        self.0 += 1;
        if self.0 >= MAX_REFUSED_WRITES {
            self.0 = 0;
            return Err("it refused every write".into());
        }
        if self.0 > 3 {
            sleep(REFUSED_PAUSE.mul_f64(fastrand::f64())).await;
        }
        Ok(())
    }
}

async fn in_time<T>(
    operation: impl Future<Output = Result<T, StoreError>>,
) -> Result<T, StoreError> {
    timeout(STORE_TIMEOUT, operation).await.unwrap_or_else(|_| Err("it does not respond".into()))
}

/// A lease for a token request, which records how the request ends.
pub(crate) struct Ticket {
    account: Arc<Account>,
    place: TokenHost,
    lease: Lease,
    terms: Terms,
    /// The start of the lease, at the latest.
    started: Instant,
    /// Whether the store has the lease. A store that just made a call wait is not called again at
    /// the end of the request.
    is_reachable: bool,
    finished: bool,
}

impl Ticket {
    /// Returns the time by which the request must end. If the store responded late, part of the
    /// lease has already passed.
    pub(super) fn deadline(&self, limit: Duration) -> Instant {
        self.started + limit
    }

    /// Records how the request ended, and keeps its token. If the store is unreachable, the record
    /// stays in this process until it is reachable.
    pub(super) async fn finish(
        mut self,
        ended: &TokenRequestResult,
        cause: Option<Error>,
        fraction: f64,
    ) -> Result<(Finished, Option<Arc<Token>>), StoreError> {
        let account = Arc::clone(&self.account);
        let mut is_reachable = self.is_reachable;
        let mut refused = RefusedWrites::default();
        loop {
            let looked =
                if is_reachable { account.load(self.terms).await } else { Ok(account.recall()) };
            let Ok((mut snapshot, resets)) = looked else {
                is_reachable = false;
                continue;
            };
            let (host, now) = (self.place.key(), snapshot.now);
            let finished =
                snapshot.record.finish(host, &self.lease, ended, now, self.terms, fraction);
            match account.save(snapshot, resets).await {
                Ok(true) => {}
                Ok(false) => {
                    is_reachable &= refused.another().await.is_ok();
                    continue;
                }
                Err(_) => {
                    is_reachable = false;
                    continue;
                }
            }
            self.finished = true;
            account.local().was_granted |= matches!(finished, Finished::Granted(_));
            let token = match &finished {
                Finished::Granted(Some(token)) => account.adopt(&self.place, token, now)?,
                _ => None,
            };
            if !matches!(finished, Finished::Superseded) {
                account.local().cause = cause.map(Arc::new);
            }
            account.changed.notify_waiters();
            return Ok((finished, token));
        }
    }
}

impl Drop for Ticket {
    /// Runs without an end if the task was dropped with its runtime: the lease is released, and the
    /// request stays counted.
    fn drop(&mut self) {
        if !self.finished {
            self.account.local().abandoned.push(self.lease.clone());
            self.account.changed.notify_waiters();
        }
    }
}
