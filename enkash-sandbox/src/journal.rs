//! The journal of requests and their effects: how a test proves that nothing was paid twice.

mod effect;
mod entry;
mod text;

use std::collections::VecDeque;
use std::mem::size_of;
use std::sync::{Mutex, MutexGuard, PoisonError};

pub use effect::{Action, Effect};
pub use entry::Entry;

/// How much the journal keeps.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Entries.
    pub(crate) entries: usize,
    /// Bytes of all entries together.
    pub(crate) bytes: usize,
    /// Bytes of one path, query or id; longer ones are cut.
    pub(crate) field_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { entries: 10_000, bytes: 32 << 20, field_bytes: 1024 }
    }
}

/// The ring of entries.
#[derive(Debug)]
pub(crate) struct Journal {
    limits: Limits,
    ring: Mutex<Ring>,
}

#[derive(Debug, Default)]
struct Ring {
    entries: VecDeque<Entry>,
    /// What the entries occupy, by [`size`].
    bytes: usize,
    counted: u64,
    dropped: u64,
}

impl Ring {
    fn drop_oldest(&mut self) {
        if let Some(oldest) = self.entries.pop_front() {
            self.bytes -= size(&oldest);
            self.dropped += 1;
        }
    }
}

impl Journal {
    pub(crate) fn new(limits: Limits) -> Self {
        Self { limits, ring: Mutex::default() }
    }

    /// Numbers the entry, cuts its long fields and keeps it. The oldest entries go if there are too
    /// many.
    pub(crate) fn add(&self, mut entry: Entry) -> Entry {
        entry.cut(self.limits.field_bytes);
        let size = size(&entry);
        let mut ring = self.lock();
        ring.counted += 1;
        entry.number = ring.counted;
        if self.limits.entries == 0 || size > self.limits.bytes {
            ring.dropped += 1;
            return entry;
        }
        while ring.entries.len() >= self.limits.entries || ring.bytes + size > self.limits.bytes {
            ring.drop_oldest();
        }
        ring.bytes += size;
        ring.entries.push_back(entry.clone());
        entry
    }

    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.lock().entries.iter().cloned().collect()
    }

    pub(crate) fn count(&self) -> u64 {
        self.lock().counted
    }

    pub(crate) fn dropped(&self) -> u64 {
        self.lock().dropped
    }

    pub(crate) fn clear(&self) {
        let mut ring = self.lock();
        ring.entries.clear();
        ring.bytes = 0;
    }

    fn lock(&self) -> MutexGuard<'_, Ring> {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What an entry occupies, without the allocator's own overhead.
fn size(entry: &Entry) -> usize {
    let optional = [&entry.operation, &entry.fault, &entry.unique];
    let optional = optional.into_iter().flatten().map(String::len).sum::<usize>();
    let effects =
        entry.effects.iter().map(|effect| size_of::<Effect>() + effect.id.len()).sum::<usize>();
    size_of::<Entry>() + entry.path.len() + entry.query.len() + optional + effects
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use rust_decimal::Decimal;

    use super::*;

    fn limits(entries: usize) -> Limits {
        Limits { entries, ..Limits::default() }
    }

    fn entry() -> Entry {
        Entry {
            number: 0,
            at: SystemTime::UNIX_EPOCH,
            product: "payouts",
            operation: Some("InitiatePayoutTransfer".to_owned()),
            method: http::Method::POST,
            route: Some("/api/v0/payout-transaction"),
            path: "/api/v0/payout-transaction".to_owned(),
            query: String::new(),
            bytes_cut: 0,
            status: Some(200),
            effects: vec![Effect::paid(Action::TransferMade, "TXN1", Decimal::ONE)],
            fault: None,
            unique: Some("TXN1".to_owned()),
        }
    }

    #[test]
    fn the_ring_forgets_the_oldest() {
        let journal = Journal::new(limits(3));
        for _ in 0..10 {
            journal.add(entry());
        }
        let numbers = journal.entries().iter().map(|entry| entry.number).collect::<Vec<_>>();
        assert_eq!(numbers, [8, 9, 10]);
        assert_eq!((journal.count(), journal.dropped()), (10, 7));
        journal.clear();
        assert!(journal.entries().is_empty());
        assert_eq!(journal.add(entry()).number, 11);
    }

    #[test]
    fn no_room_keeps_nothing_but_the_count() {
        let journal = Journal::new(limits(0));
        journal.add(entry());
        assert!(journal.entries().is_empty());
        assert_eq!(journal.count(), 1);
    }

    #[test]
    fn an_entry_is_one_line() {
        let line = entry().to_string();
        assert!(line.contains("200 POST   /payouts/api/v0/payout-transaction"), "{line}");
        assert!(line.contains("[transfer made TXN1 1]"), "{line}");
    }

    #[test]
    fn bytes_are_bounded_and_long_fields_cut() {
        let bytes = 20_000;
        let journal = Journal::new(Limits { bytes, ..Limits::default() });
        for _ in 0..100 {
            journal.add(Entry { query: "q".repeat(60_000), ..entry() });
        }
        let entries = journal.entries();
        assert!(entries.iter().map(size).sum::<usize>() <= bytes);
        assert!((5..20).contains(&entries.len()), "{}", entries.len());
        assert_eq!(journal.dropped(), 100 - entries.len() as u64);
        assert!(entries[0].query.ends_with("… [58976 bytes cut]"), "{}", entries[0].query.len());
        assert_eq!(entries[0].bytes_cut, 58_976);
        let many = (0..1000).map(|_| Effect::new(Action::TransferMade, "T")).collect();
        journal.add(Entry { effects: many, ..entry() });
        assert_eq!((journal.count(), journal.entries().len()), (101, entries.len()));
    }

    #[test]
    fn nothing_from_a_request_forges_a_line() {
        let entry = Entry {
            route: None,
            path: "/api/v0/pan/ABCDE1234F".to_owned(),
            query: "mobile=9876543210&pan=ABCDE1234F&9876543210&a%0Ab=1".to_owned(),
            effects: vec![Effect::new(Action::TransferMade, "T\n  2 200 POST \u{2028}\u{202e}")],
            ..entry()
        };
        let line = entry.to_string();
        assert!(line.contains("/payouts/api/v0/pan/…?mobile=…&pan=…&…&…"), "{line}");
        assert!(line.contains(r"[transfer made T\u{a}  2 200 POST \u{2028}\u{202e}]"), "{line}");
        let account = Effect::new(Action::AccountWhitelisted, "000111222333");
        assert_eq!(account.to_string(), "account whitelisted");
    }
}
