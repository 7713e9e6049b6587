//! One account in this process: its tokens, and the way to its record in the store. Several
//! products, and so several token hosts, can share it.

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

/// How often the end of another process's request is looked for. One of this process notifies the
/// waiting calls.
const POLL: Duration = Duration::from_millis(100);

/// A store that takes longer counts as unreachable.
const STORE_TIMEOUT: Duration = Duration::from_secs(5);

/// A store that refuses so many writes in a row counts as unreachable. Each time another process
/// wrote in between, or the store does not find what it has.
const MAX_REFUSED_WRITES: u32 = 20;

/// From the fourth one on, the next try waits, so long at most.
const REFUSED_PAUSE: Duration = Duration::from_millis(50);

pub(crate) struct Account {
    credentials: Credentials,
    id: AccountId,
    store: Arc<Store>,
    local: Mutex<Local>,
    /// A request has ended, or the account was reset.
    changed: Notify,
}

/// What this process keeps for itself.
#[derive(Default)]
pub(super) struct Local {
    caches: Vec<(TokenHost, TokenCache)>,
    /// How often the user reset the account, and how many of these the store knows of.
    pub(super) resets: u64,
    resets_stored: u64,
    /// When the last one was asked for.
    reset_asked: Option<Instant>,
    known: Known,
    /// A request of this process was granted a token.
    was_granted: bool,
    /// Requests whose task was dropped with its runtime.
    abandoned: Vec<Lease>,
    /// How the last request failed.
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

/// A token that is wanted has been found, or may be requested.
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

    /// Forgets tokens, counts and refusals: here at once, in the store before anything else is read
    /// from it. What happened in between stays.
    pub(crate) fn reset(&self) {
        let mut local = self.local();
        local.resets += 1;
        local.reset_asked = Some(Instant::now());
        local.caches.clear();
        local.cause = None;
        drop(local);
        self.changed.notify_waiters();
    }

    /// How long the store may take to write or to read the record.
    pub(super) fn store_limit(&self) -> Duration {
        if self.store.is_memory() { Duration::ZERO } else { STORE_TIMEOUT }
    }

    /// Waits until a request ends or the account is reset, but no longer than this.
    pub(super) async fn changed_within(&self, limit: Duration) {
        // Either way the caller looks again.
        let _ = timeout(limit, self.changed.notified()).await;
    }

    /// Finds a token, takes the lease for a request, or says why neither is possible. Waits while
    /// another request of the account is under way.
    ///
    /// While the store cannot be reached, what this process knows takes its place. A token is
    /// requested then only if a request of this process was granted one: credentials that worked
    /// cost no failed attempt, in however many processes.
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

    /// Takes over a token of the store, unless this process has it already. None after a reset that
    /// the store does not know of: the token is from before.
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
            // A machine that has not run for so long takes the token for a new one; a 401 corrects
            // that.
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
    pub(super) fn drop_renewal(&self, place: &TokenHost, renewal: &Renewal) {
        self.local().cache(place).drop_renewal(renewal);
    }

    /// What the store has, completed by what this process knows. With the number of resets if it is
    /// to be written because of that.
    async fn load(&self, terms: Terms) -> Result<(Snapshot, Option<u64>), StoreError> {
        // The store's clock is read later: a reset is taken for a later one, if anything.
        let begin = Instant::now();
        let mut snapshot = in_time(self.store.load(&self.id)).await?;
        let mut local = self.local();
        let is_news = local.known.complete(&mut snapshot, terms.suspension);
        let is_reset = local.catch_up(&mut snapshot, begin);
        Ok((snapshot, (is_news || is_reset).then_some(local.resets)))
    }

    /// What this process knows, in place of what the store has.
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
                let saved = in_time(self.store.save(&self.id, &version, &record)).await;
                let known = &mut self.local().known;
                match &saved {
                    Ok(true) => known.written(record, resets.is_some()),
                    Ok(false) => {}
                    Err(_) => known.maybe_written(record.generation()),
                }
                saved?
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
    /// Applies the resets that the store does not know of; whether there were any. The snapshot was
    /// read at that moment or later.
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

/// The write of a lease. If its end is not seen, because the store fails or the caller is dropped,
/// the request is not sent, and the store may have the lease.
struct LeaseWrite<'a> {
    account: &'a Account,
    place: &'a TokenHost,
    lease: &'a Lease,
    is_seen: bool,
}

impl Drop for LeaseWrite<'_> {
    fn drop(&mut self) {
        if !self.is_seen {
            let known = &mut self.account.local().known;
            known.maybe_written(self.lease.serial);
            known.unsent(self.place.key(), self.lease.clone());
        }
    }
}

/// How many writes in a row were refused.
#[derive(Default)]
struct RefusedWrites(u32);

impl RefusedWrites {
    /// Counts another one, and waits before the next try.
    ///
    /// # Errors
    /// There were too many.
    async fn another(&mut self) -> Result<(), StoreError> {
        self.0 += 1;
        if self.0 >= MAX_REFUSED_WRITES {
            self.0 = 0;
            return Err("it refuses each write, as if others wrote all the time".into());
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

/// A request that may be sent now, and whose end is to be noted.
pub(crate) struct Ticket {
    account: Arc<Account>,
    place: TokenHost,
    lease: Lease,
    terms: Terms,
    /// The lease has not begun before.
    started: Instant,
    /// The store has the lease. A store that just kept a call waiting is not asked again at its
    /// end.
    is_reachable: bool,
    finished: bool,
}

impl Ticket {
    /// When the request has to end: with a store that responds late, some of the lease's time has
    /// passed already.
    pub(super) fn deadline(&self, limit: Duration) -> Instant {
        self.started + limit
    }

    /// Notes how the request ended, and takes over its token. If the store cannot be reached, it is
    /// noted here until it can.
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
    /// The task was dropped before the end, with its runtime: nobody else has to wait for the
    /// lease. The request stays counted.
    fn drop(&mut self) {
        if !self.finished {
            self.account.local().abandoned.push(self.lease.clone());
            self.account.changed.notify_waiters();
        }
    }
}
