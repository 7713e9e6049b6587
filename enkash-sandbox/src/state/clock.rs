//! The sandbox's time: the machine's, or one that a test moves by hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use jiff::Timestamp;
use jiff::tz::Offset;

/// Where the sandbox reads the time: for the life of tokens, for dates in responses and for the
/// journal.
///
/// Clones of a hand-moved clock show the same time.
///
/// ```
/// use std::time::Duration;
/// use enkash_sandbox::Clock;
///
/// let clock = Clock::fixed(1_800_000_000);
/// let hand = clock.clone();
/// hand.advance(Duration::from_secs(60));
/// assert_eq!(clock.now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs(), 1_800_000_060);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Clock(Option<Arc<AtomicU64>>);

/// The last moment that can be written down, in milliseconds after 1970.
const LAST: u64 = 253_402_207_200_000;

/// India is ahead of UTC by these seconds, in summer and winter.
const INDIA: i32 = 19_800;

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(None)
    }

    /// A fixed clock at `seconds` after 1970, which moves only by [`advance`](Self::advance).
    pub fn fixed(seconds: u32) -> Self {
        Self(Some(Arc::new(AtomicU64::new(u64::from(seconds) * 1000))))
    }

    /// Moves a fixed clock forward, by whole milliseconds and at most to the year 9999; the
    /// machine's clock stays as it is.
    pub fn advance(&self, by: Duration) {
        if let Some(millis) = &self.0 {
            let by = u64::try_from(by.as_millis()).unwrap_or(LAST);
            let moved = |now: u64| Some(now.saturating_add(by).min(LAST));
            // It is always moved: the closure refuses nothing.
            let _ = millis.fetch_update(Ordering::SeqCst, Ordering::SeqCst, moved);
        }
    }

    /// The time now.
    pub fn now(&self) -> SystemTime {
        match &self.0 {
            None => SystemTime::now(),
            Some(millis) => UNIX_EPOCH + Duration::from_millis(millis.load(Ordering::SeqCst)),
        }
    }

    /// `yyyy-MM-dd HH:mm:ss`, in UTC because the API reference names no zone.
    pub(crate) fn stamp(&self) -> String {
        self.stamp_at(Offset::UTC)
    }

    /// The same in India (+05:30): how the gateway writes times, as far as one public sample shows.
    pub(crate) fn indian_stamp(&self) -> String {
        self.stamp_at(Offset::from_seconds(INDIA).unwrap_or(Offset::UTC))
    }

    fn stamp_at(&self, offset: Offset) -> String {
        offset.to_datetime(self.timestamp()).strftime("%Y-%m-%d %H:%M:%S").to_string()
    }

    /// The same as RFC 3339 writes it, for what the API reference types as `date-time`.
    pub(crate) fn instant(&self) -> String {
        self.timestamp().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    fn timestamp(&self) -> Timestamp {
        Timestamp::try_from(self.now()).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps() {
        let clock = Clock::fixed(1_800_000_000);
        assert_eq!(clock.stamp(), "2027-01-15 08:00:00");
        assert_eq!(clock.indian_stamp(), "2027-01-15 13:30:00");
        clock.advance(Duration::from_secs(1));
        assert_eq!(clock.instant(), "2027-01-15T08:00:01Z");
        clock.advance(Duration::from_secs(100 * 24 * 60 * 60));
        assert_eq!(clock.stamp(), "2027-04-25 08:00:01");
        clock.advance(Duration::MAX);
        assert_eq!(clock.stamp(), "9999-12-30 22:00:00");
        assert_eq!(clock.indian_stamp(), "9999-12-31 03:30:00");
        Clock::system().advance(Duration::MAX);
    }
}
