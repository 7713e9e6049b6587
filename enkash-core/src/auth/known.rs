//! The state of an account in this process, for times when the store is unreachable, and in case it
//! loses data.

use std::time::Duration;

use tokio::time::Instant;

use super::account_record::{AccountRecord, Lease, Moment};
use super::snapshot::{Snapshot, Version};

/// The minimum jump of the store's clock, relative to this process's, that counts as a change of
/// the clock or a suspended machine. Responses take less.
const LEAP: Duration = Duration::from_secs(10);

#[derive(Default)]
pub(super) struct Known {
    record: AccountRecord,
    /// The store's time, and when it was read.
    clock: Option<(Moment, Instant)>,
    /// Whether the state changed while the store was unreachable.
    is_ahead: bool,
    /// The last known generation of the store, and the one it has if an unconfirmed write arrived.
    met: u64,
    uncertain: Option<u64>,
    /// Requests that were not sent because it is unknown whether the store has their lease, with
    /// the token host.
    unsent: Vec<(String, Lease)>,
}

impl Known {
    /// Merges the state of this process into a record, and returns whether it must be written.
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

    /// Returns the state of this process in place of the store's.
    pub(super) fn recall(&self) -> Snapshot {
        let now = self.clock.map_or(Moment::ZERO, |(now, at)| now.saturating_add(at.elapsed()));
        let version = Version::Unreachable(self.record.generation());
        Snapshot { record: self.record.clone(), now, version }
    }

    /// Records what the store contains now. `is_complete`: including the state of this process.
    pub(super) fn written(&mut self, record: AccountRecord, is_complete: bool) {
        if is_complete || !self.is_ahead {
            self.met = record.generation();
            self.record = record;
            self.is_ahead = false;
            self.uncertain = None;
        }
    }

    /// Records that it is unknown whether the store has a record of this generation.
    pub(super) fn maybe_written(&mut self, generation: u64) {
        self.uncertain = Some(generation);
    }

    /// Changes the state without the store, and returns whether nothing else changed it in between.
    pub(super) fn write(&mut self, generation: u64, record: AccountRecord) -> bool {
        let is_current = self.record.generation() == generation;
        if is_current {
            self.record = record;
            self.is_ahead = true;
        }
        is_current
    }

    /// Records that a request is not sent, since the store failed while it took the lease.
    pub(super) fn unsent(&mut self, host: &str, lease: Lease) {
        self.unsent.push((host.to_owned(), lease));
    }
}
