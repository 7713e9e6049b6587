//! The record of an account: failed token requests, refusals, suspensions, leases and tokens.
//! Without clock, network or store: functions take a record and return a decision and a changed
//! record.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::classify::{Class, History, RequestEnd, classify, is_rejection};
use crate::base::secret::Secret;

mod merge;

/// The pause after a token host was unavailable (5xx, 429, no connection). It doubles up to the
/// maximum with each failure in a row, so that an outage does not get a request from every call,
/// and its second half is random, so that clients do not return at the same time.
const SHORTEST_PAUSE: Duration = Duration::from_secs(1);
const MAX_PAUSE: Duration = Duration::from_secs(60);

/// The maximum pause that a server's `Retry-After` can ask for. A wrong header must not stop all
/// calls for longer.
const MAX_RETRY_AFTER: Duration = Duration::from_secs(15 * 60);

/// A time on the store's clock.
pub(super) type Moment = Duration;

/// The record of one account, shared by all clients with these credentials and this store.
///
/// Shared stores keep it as JSON. Programs of several releases share a store, so a change of the
/// format needs another [`FORMAT`](super::shared::FORMAT).
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct AccountRecord {
    /// Increases with each write. It starts with the time, so that it also increases if a store
    /// loses its data.
    generation: u64,
    /// The first generation; another value means that the store lost its data.
    born: u64,
    /// The generation of the last reset. Requests from before it do not undo it.
    epoch: u64,
    /// The time of the last write.
    written: Moment,
    /// The request that obtained the last token; 0 before the first.
    last_grant: u64,
    /// The last request counted as doubtful, and when it started.
    counted: u64,
    counted_at: Moment,
    /// Why the credentials were refused. Kept until they are replaced or reset.
    refusal: Option<String>,
    /// Whether a complete 400, 401 or 423 response arrived since the last token.
    rejected: bool,
    /// The number of requests since the last token that may count as failed attempts, including
    /// those in progress.
    doubtful: u32,
    /// Why the last one is doubtful.
    doubt: Option<String>,
    suspended_until: Option<Moment>,
    /// The request in progress. There is one at a time for all hosts, since servers count failed
    /// attempts per account.
    lease: Option<Lease>,
    /// The records of the token hosts by base URL.
    hosts: BTreeMap<String, HostRecord>,
}

#[derive(Clone, Default, Serialize, Deserialize)]
struct HostRecord {
    token: Option<StoredToken>,
    /// An early renewal of this token may have counted as a failed attempt, so the next request
    /// waits until the token has expired.
    no_early_renewal: bool,
    /// The number of times in a row that the host was unavailable.
    unavailable: u32,
    paused_until: Option<Moment>,
    /// Why it was unavailable.
    trouble: Option<String>,
}

/// A token in a store.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct StoredToken {
    /// The request that obtained it, which identifies the token within the account.
    pub(super) serial: u64,
    #[serde(with = "exposed")]
    pub(super) token: Secret,
    pub(super) granted: Moment,
    pub(super) lifetime: Duration,
}

/// The right to request a token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Lease {
    /// The generation written with the lease.
    pub(super) serial: u64,
    /// Distinguishes leases with the same serial: if the clock was set back, a generation can occur
    /// twice.
    nonce: u64,
    until: Moment,
    epoch: u64,
    early: bool,
}

/// Why a token is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A call waits for a token, other than the refused one.
    Call { unwanted: Option<u64> },
    /// The token of this serial is about to expire.
    EarlyRenewal { of: u64 },
    /// The caller declared the token request and sends it itself.
    Declared,
}

/// Time limits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms {
    /// The duration after which a request in progress counts as lost.
    pub(super) lease: Duration,
    pub(super) suspension: Duration,
}

/// The decision for a call that needs a token.
pub(super) enum TokenDecision {
    Use(StoredToken),
    Request(Lease),
    /// Wait for another request in progress, at most this long.
    Wait(Duration),
    /// Keep using the current token.
    Keep,
    Refused(String),
    Suspended(String, Duration),
    Paused(String, Duration),
}

/// The result of a token request.
pub(super) struct TokenRequestResult {
    pub(super) end: RequestEnd,
    /// The token and its lifetime, if it is for all calls of the account.
    pub(super) token: Option<(Secret, Duration)>,
    /// The failure on one line without secrets.
    pub(super) reason: String,
    pub(super) retry_after: Option<Duration>,
}

/// The consequence of a token request's result.
pub(super) enum Finished {
    Granted(Option<StoredToken>),
    Refused,
    /// It may count as a failed attempt; another request may follow.
    Doubtful,
    Suspended(Duration),
    Paused(Duration),
    /// The account was reset in the meantime, or another request obtained a token.
    Superseded,
}

impl AccountRecord {
    pub(super) fn generation(&self) -> u64 {
        self.generation
    }

    /// Returns the generation of a write at this time.
    pub(super) fn next_generation(&self, now: Moment) -> u64 {
        let time = u64::try_from(now.as_micros()).unwrap_or(u64::MAX);
        self.generation.saturating_add(1).max(time)
    }

    /// Sets the generation of a record that is about to be written.
    pub(super) fn stamp(&mut self, now: Moment) {
        self.generation = self.next_generation(now);
        self.written = now;
        if self.born == 0 {
            self.born = self.generation;
        }
    }

    /// Forgets tokens, counts and refusals, for a reset that the user requested at `asked`. A
    /// request in progress keeps its lease, since two at once could be one failed attempt too many.
    /// Requests that started after `asked` stay counted.
    pub(super) fn reset(&mut self, asked: Moment, now: Moment) {
        let epoch = self.next_generation(now);
        let before = std::mem::take(self);
        *self = AccountRecord {
            generation: before.generation,
            born: before.born,
            epoch,
            written: before.written,
            last_grant: before.last_grant,
            lease: before.lease,
            ..AccountRecord::default()
        };
        if before.counted_at > asked {
            *self = AccountRecord {
                epoch: before.epoch.max(before.counted.saturating_sub(1)),
                counted: before.counted,
                counted_at: before.counted_at,
                refusal: before.refusal,
                rejected: before.rejected,
                doubtful: before.doubtful,
                doubt: before.doubt,
                suspended_until: before.suspended_until,
                hosts: before.hosts,
                ..std::mem::take(self)
            };
            self.hosts
                .retain(|_, host| host.token.as_ref().is_some_and(|token| token.granted > asked));
        }
    }

    /// Decides for a call that needs a token. A request is counted as doubtful before it is sent,
    /// so that it is counted even if nobody sees its end. `serial` is the generation that this
    /// record will have once saved; the leases in `abandoned` no longer have an owner.
    pub(super) fn begin(
        &mut self,
        host: &str,
        purpose: Purpose,
        now: Moment,
        serial: u64,
        terms: Terms,
        abandoned: &[Lease],
    ) -> TokenDecision {
        let known = self.hosts.get(host);
        if let Some(token) = known.and_then(|known| known.token.as_ref())
            && token.serves(purpose, now)
        {
            return TokenDecision::Use(token.clone());
        }
        if let Some(reason) = &self.refusal {
            return TokenDecision::Refused(reason.clone());
        }
        if let Some(lease) = &self.lease
            && lease.until > now
            && !abandoned.iter().any(|abandoned| abandoned.is(lease))
        {
            return TokenDecision::Wait(lease.until - now);
        }
        if let Some(until) = self.suspended_until
            && until > now
        {
            return TokenDecision::Suspended(self.doubt(), until - now);
        }
        let early = matches!(purpose, Purpose::EarlyRenewal { .. });
        if let Some(known) = known {
            if early && known.no_early_renewal {
                return TokenDecision::Keep;
            }
            if let Some(until) = known.paused_until
                && until > now
            {
                return TokenDecision::Paused(
                    known.trouble.clone().unwrap_or_default(),
                    until - now,
                );
            }
        }
        self.doubtful += 1;
        (self.counted, self.counted_at) = (serial, now);
        if self.doubtful >= 2 {
            self.suspended_until =
                Some(now.saturating_add(terms.lease).saturating_add(terms.suspension));
        }
        if early {
            self.host(host).no_early_renewal = true;
        }
        let lease = Lease {
            serial,
            nonce: fastrand::u64(..),
            until: now.saturating_add(terms.lease),
            epoch: self.epoch,
            early,
        };
        self.lease = Some(lease.clone());
        TokenDecision::Request(lease)
    }

    /// Records how a request ended. `fraction` is in 0..1 and spreads the pauses of many clients.
    pub(super) fn finish(
        &mut self,
        host: &str,
        lease: &Lease,
        ended: &TokenRequestResult,
        now: Moment,
        terms: Terms,
        fraction: f64,
    ) -> Finished {
        let is_current = self.lease.take_if(|current| current.is(lease)).is_some();
        // In a process that did not know of the reset, a request may have started after it.
        if self.epoch != lease.epoch && lease.serial <= self.epoch {
            return Finished::Superseded;
        }
        let history = History { granted: self.last_grant > 0, rejected: self.rejected };
        match classify(ended.end, history) {
            Class::Granted => Finished::Granted(self.grant(host, lease, ended.token.clone(), now)),
            // The lease passed to another request, which proved that the credentials are correct.
            _ if self.last_grant > lease.serial => Finished::Superseded,
            Class::Refused => {
                self.take_back(is_current);
                self.refusal = Some(ended.reason.clone());
                Finished::Refused
            }
            Class::Doubtful => {
                self.rejected |= is_rejection(ended.end);
                self.doubt = Some(ended.reason.clone());
                if self.doubtful < 2 {
                    return Finished::Doubtful;
                }
                self.suspended_until = Some(now.saturating_add(terms.suspension));
                Finished::Suspended(terms.suspension)
            }
            Class::Unavailable => {
                self.take_back(is_current);
                let known = self.host(host);
                if lease.early {
                    known.no_early_renewal = false;
                }
                known.unavailable = known.unavailable.saturating_add(1);
                let pause = pause(known.unavailable, ended.retry_after, fraction);
                known.paused_until = Some(now.saturating_add(pause));
                known.trouble = Some(ended.reason.clone());
                Finished::Paused(pause)
            }
        }
    }

    fn grant(
        &mut self,
        host: &str,
        lease: &Lease,
        token: Option<(Secret, Duration)>,
        now: Moment,
    ) -> Option<StoredToken> {
        self.last_grant = self.last_grant.max(lease.serial);
        self.refusal = None;
        self.rejected = false;
        self.doubtful = u32::from(self.lease.is_some());
        self.doubt = None;
        self.suspended_until = None;
        let known = self.host(host);
        (known.unavailable, known.paused_until, known.trouble) = (0, None, None);
        let (token, lifetime) = token?;
        let token = StoredToken { serial: lease.serial, token, granted: now, lifetime };
        // A late response must not replace a newer token.
        if known.token.as_ref().is_none_or(|current| current.serial < token.serial) {
            known.no_early_renewal = false;
            known.token = Some(token);
        }
        known.token.clone()
    }

    /// Removes a request from the count, since it did not count as a failed attempt. A suspension
    /// that started after its lease was passed on stays.
    fn take_back(&mut self, is_current: bool) {
        self.doubtful = self.doubtful.saturating_sub(1);
        if is_current {
            self.suspended_until = None;
        }
    }

    fn doubt(&self) -> String {
        self.doubt.clone().unwrap_or_else(|| "no response".to_owned())
    }

    fn host(&mut self, host: &str) -> &mut HostRecord {
        self.hosts.entry(host.to_owned()).or_default()
    }
}

impl Lease {
    /// Returns whether it is the same lease, even if its times were shifted.
    fn is(&self, other: &Lease) -> bool {
        (self.serial, self.nonce) == (other.serial, other.nonce)
    }
}

impl StoredToken {
    fn serves(&self, purpose: Purpose, now: Moment) -> bool {
        let age = now.saturating_sub(self.granted);
        let usable = super::token::state(age, self.lifetime) != super::token::TokenState::Expired;
        match purpose {
            Purpose::Call { unwanted } => usable && unwanted != Some(self.serial),
            Purpose::EarlyRenewal { of } => usable && of != self.serial,
            Purpose::Declared => false,
        }
    }
}

/// Returns the pause after the host was unavailable this many times in a row.
fn pause(unavailable: u32, retry_after: Option<Duration>, fraction: f64) -> Duration {
    let doubled = SHORTEST_PAUSE.saturating_mul(2_u32.saturating_pow(unavailable)).min(MAX_PAUSE);
    let own = doubled.mul_f64(0.5 + fraction / 2.0);
    match retry_after {
        // Some servers send 0 or a past date with every response.
        Some(asked) if asked >= SHORTEST_PAUSE => asked.min(MAX_RETRY_AFTER),
        _ => own,
    }
}

/// Serialises a token as JSON, inside an encrypted record.
mod exposed {
    use serde::{Deserialize, Deserializer, Serializer};

    use super::Secret;

    pub(super) fn serialize<S: Serializer>(
        token: &Secret,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(token.expose())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Secret, D::Error> {
        String::deserialize(deserializer).map(Secret::from)
    }
}

#[cfg(test)]
mod tests;
