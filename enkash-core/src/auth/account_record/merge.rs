//! Merges the state of this process into the record of the store, after the store lost data, was
//! unreachable, or may or may not have executed a write.

use std::time::Duration;

use super::{AccountRecord, HostRecord, Lease, Moment};

impl AccountRecord {
    /// Adjusts all times if the store's clock was set back, so that nothing lasts too long. Returns
    /// whether it did; the record must then be written.
    pub(in crate::auth) fn follow_clock(&mut self, now: Moment) -> bool {
        let back = self.written.saturating_sub(now);
        if !back.is_zero() {
            self.shift(back);
        }
        !back.is_zero()
    }

    /// Extends a suspension if the store's clock was set forward, so that it does not end early.
    /// Returns whether there was one that no other process had extended. Tokens are not extended:
    /// the clock also jumps on a machine that was asleep, where they really aged.
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

    /// Returns whether the store lost what this process read from it or wrote to it.
    pub(in crate::auth) fn has_lost(&self, known: &AccountRecord) -> bool {
        known.generation > 0 && (self.born != known.born || self.generation < known.generation)
    }

    /// Merges the state of this process. The later record is the base, and a refusal, doubtful
    /// request or lease of the other one is kept, unless a reset or a token came after it.
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
            // A request of a process that did not know of the reset, started after it.
            self.merge_failures(other);
        }
    }

    /// Merges failures, and drops those of requests that started before the newest token.
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

    /// Merges after the store was unreachable. Requests of both sides may count as failed attempts,
    /// and together they may be enough for a suspension.
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

    /// Removes a request that was not sent, since it is unknown whether the store has its lease.
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

    /// Returns a copy without tokens.
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
