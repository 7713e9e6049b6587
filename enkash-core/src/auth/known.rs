//! What this process knows of an account: for the time in which the store cannot be reached, and
//! against a store that loses its data.

use std::time::Duration;

use tokio::time::Instant;

use super::account_record::{AccountRecord, Lease, Moment};
use super::snapshot::{Snapshot, Version};

/// A store's clock that is so far ahead of this process's was set, or the machine has slept. A
/// response takes less.
const LEAP: Duration = Duration::from_secs(10);

#[derive(Default)]
pub(super) struct Known {
    record: AccountRecord,
    /// The time by the store's clock, and when it was read.
    clock: Option<(Moment, Instant)>,
    /// It was changed while the store could not be reached, and the store does not know.
    is_ahead: bool,
    /// The generation that the store had last, and the one that it has if a write arrived whose end
    /// nobody saw.
    met: u64,
    uncertain: Option<u64>,
    /// Requests that were not sent because nobody knows whether the store took their lease, with
    /// the token host.
    unsent: Vec<(String, Lease)>,
}

impl Known {
    /// Completes what the store has by what it does not know; whether it is to be written.
    pub(super) fn complete(&mut self, snapshot: &mut Snapshot, suspension: Duration) -> bool {
        let Snapshot { record, now, .. } = snapshot;
        let expected = self.clock.map_or(*now, |(then, at)| then.saturating_add(at.elapsed()));
        let ahead = now.saturating_sub(expected);
        let has_leapt = ahead >= LEAP && record.lengthen_suspension(expected, ahead);
        if ahead >= LEAP {
            self.record.lengthen_suspension(expected, ahead);
        }
        let is_behind = record.follow_clock(*now);
        self.record.follow_clock(*now);
        let found = record.generation();
        // Before the merge: the lease's count is its own, and no failed request's of this process.
        let mut is_cancelled = false;
        self.unsent.retain(|(host, lease)| {
            let is_it = record.cancel(host, lease);
            is_cancelled |= is_it;
            // Before that generation a write on its way can still arrive.
            is_it || found < lease.serial
        });
        let is_merged = if self.is_ahead {
            let others_wrote = found != self.met && Some(found) != self.uncertain;
            if others_wrote {
                record.merge_after_separation(&self.record, *now, suspension);
            } else {
                record.merge(&self.record);
            }
            true
        } else if record.has_lost(&self.record) {
            record.merge(&self.record);
            true
        } else {
            self.record = record.clone();
            self.met = found;
            false
        };
        self.clock = Some((*now, Instant::now()));
        has_leapt || is_behind || is_merged || is_cancelled
    }

    /// In place of the store's.
    pub(super) fn recall(&self) -> Snapshot {
        let now = self.clock.map_or(Moment::ZERO, |(now, at)| now.saturating_add(at.elapsed()));
        let version = Version::Unreachable(self.record.generation());
        Snapshot { record: self.record.clone(), now, version }
    }

    /// Takes over what the store has now. `is_complete`: with all that was known here.
    pub(super) fn written(&mut self, record: AccountRecord, is_complete: bool) {
        if is_complete || !self.is_ahead {
            self.met = record.generation();
            self.record = record;
            self.is_ahead = false;
            self.uncertain = None;
        }
    }

    /// Notes that nobody knows whether the store took a record of this generation.
    pub(super) fn maybe_written(&mut self, generation: u64) {
        self.uncertain = Some(generation);
    }

    /// Changes what is known, without the store; whether nobody else did in between.
    pub(super) fn write(&mut self, generation: u64, record: AccountRecord) -> bool {
        let is_current = self.record.generation() == generation;
        if is_current {
            self.record = record;
            self.is_ahead = true;
        }
        is_current
    }

    /// Notes that a request is not sent: the store failed just when it was to take the lease.
    pub(super) fn unsent(&mut self, host: &str, lease: Lease) {
        self.unsent.push((host.to_owned(), lease));
    }
}
