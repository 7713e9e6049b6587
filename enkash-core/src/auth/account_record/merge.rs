//! What this process knows of an account and the store does not: the store lost data, could not be
//! reached, or may have taken a write whose end nobody saw.

use std::time::Duration;

use super::{AccountRecord, HostRecord, Lease, Moment};

impl AccountRecord {
    /// Follows the store's clock where it was set back, so that nothing lasts longer than it
    /// should; whether it was. The record has to be written then, for the clock goes on.
    pub(in crate::auth) fn follow_clock(&mut self, now: Moment) -> bool {
        let back = self.written.saturating_sub(now);
        if !back.is_zero() {
            self.shift(back);
        }
        !back.is_zero()
    }

    /// Follows the store's clock where it was set ahead at this time, so that no suspension ends
    /// early; whether there was one that nobody lengthened before. Tokens are not taken for
    /// younger: a machine that has slept saw the same.
    pub(in crate::auth) fn lengthen_suspension(
        &mut self,
        expected: Moment,
        ahead: Duration,
    ) -> bool {
        let is_from_before = self.written <= expected;
        match &mut self.suspended_until {
            Some(until) if is_from_before && *until > expected => {
                *until = until.saturating_add(ahead);
                true
            }
            _ => false,
        }
    }

    fn shift(&mut self, back: Duration) {
        let moments =
            [&mut self.suspended_until].into_iter().flatten().chain([&mut self.counted_at]);
        let moments = moments.chain(self.lease.as_mut().map(|lease| &mut lease.until));
        let of_hosts = self.hosts.values_mut().flat_map(|host| {
            let granted = host.token.as_mut().map(|token| &mut token.granted);
            host.paused_until.as_mut().into_iter().chain(granted)
        });
        for moment in moments.chain(of_hosts).chain([&mut self.written]) {
            *moment = moment.saturating_sub(back);
        }
    }

    /// Whether the store has lost what this process read from it or wrote to it before.
    pub(in crate::auth) fn has_lost(&self, known: &AccountRecord) -> bool {
        known.generation > 0 && (self.born != known.born || self.generation < known.generation)
    }

    /// Brings in what this process knows. The later record is taken, and whatever else the other
    /// one has: a refusal, a doubt or a lease is not lost, unless a reset or a grant came after it.
    pub(in crate::auth) fn merge(&mut self, known: &AccountRecord) {
        let mut other = known.clone();
        if other.generation > self.generation {
            std::mem::swap(self, &mut other);
        }
        self.lease = self.lease.take().or(other.lease.take());
        if other.epoch > self.epoch {
            let (generation, born, written) = (self.generation, self.born, self.written);
            let lease = self.lease.take();
            std::mem::swap(self, &mut other);
            (self.generation, self.born, self.written, self.lease) =
                (generation, born, written, lease);
        }
        if other.epoch == self.epoch {
            for (host, known) in std::mem::take(&mut other.hosts) {
                self.hosts.entry(host).or_default().merge(known);
            }
            self.merge_failures(other);
        } else if other.counted > self.epoch {
            // A request that did not know of the reset, and that began after it.
            self.merge_failures(other);
        }
    }

    /// Takes over failures, and drops those of requests that began before the newest grant.
    fn merge_failures(&mut self, other: AccountRecord) {
        let newest = self.last_grant.max(other.last_grant);
        if self.last_grant < newest && self.counted <= newest {
            self.refusal = None;
            self.rejected = false;
            self.doubtful = u32::from(self.lease.is_some());
            self.doubt = None;
            self.suspended_until = None;
        }
        if other.last_grant == newest || other.counted > newest {
            self.refusal = self.refusal.take().or(other.refusal);
            self.rejected |= other.rejected;
            self.doubtful = self.doubtful.max(other.doubtful);
            self.doubt = self.doubt.take().or(other.doubt);
            self.suspended_until = self.suspended_until.max(other.suspended_until);
        }
        self.last_grant = newest;
        if other.counted > self.counted {
            (self.counted, self.counted_at) = (other.counted, other.counted_at);
        }
    }

    /// The same after a time without the store. Requests of both sides may have counted as failed
    /// attempts, and together they may be enough for a suspension.
    pub(in crate::auth) fn merge_after_separation(
        &mut self,
        known: &AccountRecord,
        now: Moment,
        suspension: Duration,
    ) {
        let both = self.doubtful > 0 && known.doubtful > 0;
        self.merge(known);
        if both && self.doubtful == 1 {
            self.doubtful = 2;
            self.suspended_until = self.suspended_until.max(Some(now.saturating_add(suspension)));
        }
    }

    /// Takes a request back that was not sent, because nobody knows whether the store took its
    /// lease.
    pub(in crate::auth) fn cancel(&mut self, host: &str, lease: &Lease) -> bool {
        let is_it = self.lease.as_ref().is_some_and(|current| current.is(lease));
        if is_it {
            self.lease = None;
            self.take_back(true);
            if lease.early {
                self.host(host).no_early_renewal = false;
            }
        }
        is_it
    }

    /// The same without tokens.
    #[cfg(feature = "token-store")]
    pub(in crate::auth) fn without_tokens(&self) -> AccountRecord {
        let mut record = self.clone();
        for host in record.hosts.values_mut() {
            host.token = None;
        }
        record
    }
}

impl HostRecord {
    fn merge(&mut self, other: HostRecord) {
        let serial = |host: &HostRecord| host.token.as_ref().map(|token| token.serial);
        if serial(&other) > serial(self) {
            self.token = other.token;
            self.no_early_renewal = other.no_early_renewal;
        }
        if self.paused_until.is_none() {
            (self.unavailable, self.paused_until, self.trouble) =
                (other.unavailable, other.paused_until, other.trouble);
        }
    }
}
