//! The lock-out memory of an account: failed token requests, refusals, suspensions, leases and
//! tokens. No clock, no network, no store: a record goes in, a decision and a changed record come
//! out.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::classify::{Class, History, RequestEnd, classify, is_rejection};
use crate::base::secret::Secret;

mod merge;

/// The pause after an unavailable token host doubles from the one to the other, and is spread over
/// its second half.
const SHORTEST_PAUSE: Duration = Duration::from_secs(1);
const MAX_PAUSE: Duration = Duration::from_secs(60);

/// How long a server's `Retry-After` is obeyed.
const MAX_RETRY_AFTER: Duration = Duration::from_secs(15 * 60);

/// A moment by the store's clock.
pub(super) type Moment = Duration;

/// The memory of one account, which every client with these credentials and this store shares.
///
/// Its JSON is what stores outside of the process keep. Programs of several releases share them, so
/// that a changed form has to go with another [`FORMAT`](super::shared::FORMAT).
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct AccountRecord {
    /// Grows with each write. It starts with the time, so that it also grows where a store has lost
    /// its data.
    generation: u64,
    /// The first generation: another one means that the store has lost its data in between.
    born: u64,
    /// The generation of the last reset. What was under way before brings nothing back.
    epoch: u64,
    /// The moment of the last write.
    written: Moment,
    /// The request that brought the last token; 0 before the first one.
    last_grant: u64,
    /// The last request that was counted as doubtful, and when it began.
    counted: u64,
    counted_at: Moment,
    /// Why the credentials were refused. It holds until they are replaced or reset.
    refusal: Option<String>,
    /// A whole 400, 401 or 423 came since the last grant.
    rejected: bool,
    /// Requests since the last grant that may have counted as failed attempts, those under way
    /// included.
    doubtful: u32,
    /// Why the last one was doubtful.
    doubt: Option<String>,
    suspended_until: Option<Moment>,
    /// The request that is under way. One at a time, whatever the host: servers count per account.
    lease: Option<Lease>,
    /// By base URL of the token host.
    hosts: BTreeMap<String, HostRecord>,
}

#[derive(Clone, Default, Serialize, Deserialize)]
struct HostRecord {
    token: Option<StoredToken>,
    /// An early renewal of this token ended in doubt; the next request waits until the token has
    /// expired.
    no_early_renewal: bool,
    /// How often in a row the host was unavailable.
    unavailable: u32,
    paused_until: Option<Moment>,
    /// Why it was unavailable.
    trouble: Option<String>,
}

/// A token as a store keeps it.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct StoredToken {
    /// The request that brought it, which identifies the token within the account.
    pub(super) serial: u64,
    #[serde(with = "exposed")]
    pub(super) token: Secret,
    pub(super) granted: Moment,
    pub(super) lifetime: Duration,
}

/// The right to request a token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Lease {
    /// The generation that began with it.
    pub(super) serial: u64,
    /// Tells it from one of the same serial: where the clock was set back, a generation can come
    /// twice.
    nonce: u64,
    until: Moment,
    epoch: u64,
    early: bool,
}

/// What a token is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A call waits for a token, any but this one.
    Call { unwanted: Option<u64> },
    /// The token of this serial is about to expire.
    EarlyRenewal { of: u64 },
    /// The caller makes the request itself, and wants no other token.
    Declared,
}

/// How long things may take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms {
    /// A request that is under way for longer is stuck.
    pub(super) lease: Duration,
    pub(super) suspension: Duration,
}

/// What to do about a wanted token.
pub(super) enum TokenDecision {
    Use(StoredToken),
    Request(Lease),
    /// Another request is under way, for so long at most.
    Wait(Duration),
    /// Nothing, for now: the old token has to do.
    Keep,
    Refused(String),
    Suspended(String, Duration),
    Paused(String, Duration),
}

/// A token request that has ended.
pub(super) struct TokenRequestResult {
    pub(super) end: RequestEnd,
    /// The token and its lifetime, where it is for all calls of the account.
    pub(super) token: Option<(Secret, Duration)>,
    /// The failure in a line without secrets.
    pub(super) reason: String,
    pub(super) retry_after: Option<Duration>,
}

/// What a request's end leads to.
pub(super) enum Finished {
    Granted(Option<StoredToken>),
    Refused,
    /// Doubtful, and the next request may follow.
    Doubtful,
    Suspended(Duration),
    Paused(Duration),
    /// The account was reset meanwhile, or another request brought a token.
    Superseded,
}

impl AccountRecord {
    pub(super) fn generation(&self) -> u64 {
        self.generation
    }

    /// The generation of a write at this moment.
    pub(super) fn next_generation(&self, now: Moment) -> u64 {
        let time = u64::try_from(now.as_micros()).unwrap_or(u64::MAX);
        self.generation.saturating_add(1).max(time)
    }

    /// Notes that it is about to be written.
    pub(super) fn stamp(&mut self, now: Moment) {
        self.generation = self.next_generation(now);
        self.written = now;
        if self.born == 0 {
            self.born = self.generation;
        }
    }

    /// Forgets tokens, counts and refusals, at the user's word of this moment. A request under way
    /// keeps its lease: two at once could be one too many. Where a request began after that moment,
    /// its end holds, and the counts.
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

    /// Decides about a wanted token. A request is counted as doubtful here, before it is sent, so
    /// that one whose end nobody sees has been counted. `serial` is the generation that this record
    /// has once it is saved; the leases in `abandoned` have no owner any more.
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

    /// Notes how a request ended. `fraction` lies in 0..1 and spreads the pauses of many clients.
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
        // Of a process that did not know of the reset, a request may have begun after it.
        if self.epoch != lease.epoch && lease.serial <= self.epoch {
            return Finished::Superseded;
        }
        let history = History { granted: self.last_grant > 0, rejected: self.rejected };
        match classify(ended.end, history) {
            Class::Granted => Finished::Granted(self.grant(host, lease, ended.token.clone(), now)),
            // The lease had passed to another request, which showed that the credentials are good.
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
        // A late response does not replace a newer token.
        if known.token.as_ref().is_none_or(|current| current.serial < token.serial) {
            known.no_early_renewal = false;
            known.token = Some(token);
        }
        known.token.clone()
    }

    /// A request proved not to count as a failed attempt. A suspension since its lease was passed
    /// on is not its own.
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
    /// Whether it is the same, wherever its moments have been shifted to.
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

/// How long the host is left alone after it was unavailable so often in a row.
fn pause(unavailable: u32, retry_after: Option<Duration>, fraction: f64) -> Duration {
    let doubled = SHORTEST_PAUSE.saturating_mul(2_u32.saturating_pow(unavailable)).min(MAX_PAUSE);
    let own = doubled.mul_f64(0.5 + fraction / 2.0);
    match retry_after {
        // A server may write 0 or a moment in the past into each response.
        Some(asked) if asked >= SHORTEST_PAUSE => asked.min(MAX_RETRY_AFTER),
        _ => own,
    }
}

/// A token as JSON, on its way into an encrypted record.
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
