//! How the JSON of a response or a webhook event is read: fast at first, and once more with care
//! where that would lose something.
//!
//! serde_json hands over a long number as the nearest double, gives up at 128 levels, and builds
//! trees that need up to a hundred times the memory of their text. With care, the text of a value
//! is looked at before the value is read. Ordinary responses need none of this, and it takes time.

use std::cell::Cell;

thread_local! {
    /// A value that is read without [`reading`], by serde_json itself say, is read with care and
    /// without a budget.
    static READING: Reading = const {
        Reading {
            careful: Cell::new(true),
            again: Cell::new(false),
            budget: Cell::new(usize::MAX),
            counts_elements: Cell::new(false),
            texts: Cell::new(0),
        }
    };
}

struct Reading {
    careful: Cell<bool>,
    /// Whether this reading loses something.
    again: Cell<bool>,
    /// The memory that is left for trees.
    budget: Cell<usize>,
    /// Whether the elements of lists take from it.
    counts_elements: Cell<bool>,
    /// How many values are being read from their own text, one in another.
    texts: Cell<u8>,
}

/// How many values may be read from their own text, one in another. serde_json's limit of levels
/// begins anew with each.
const MAX_NESTED_STRINGS: u8 = 8;

/// Who has sent a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sender {
    Known,
    /// Lists of declared elements are limited as well.
    Unknown,
}

impl Sender {
    /// The memory that trees may need. Those of ordinary bodies need two to ten times that of their
    /// text.
    fn budget(self, bytes: usize) -> usize {
        let (least, per_byte) = match self {
            Sender::Known => (32 << 20, 16),
            Sender::Unknown => (4 << 20, 6),
        };
        bytes.saturating_mul(per_byte).saturating_add(least)
    }
}

/// Reads a body of this many bytes: fast, and if that fails or loses something, again with care.
pub(crate) fn reading<T, E>(
    bytes: usize,
    sender: Sender,
    read: impl Fn() -> Result<T, E>,
) -> Result<T, E> {
    let _outer = Outer::enter();
    READING.with(|reading| reading.counts_elements.set(sender == Sender::Unknown));
    let mut careful = false;
    loop {
        READING.with(|reading| {
            reading.careful.set(careful);
            reading.again.set(false);
            reading.budget.set(sender.budget(bytes));
        });
        let result = read();
        if careful || (result.is_ok() && !READING.with(|reading| reading.again.get())) {
            return result;
        }
        careful = true;
    }
}

/// The state of the reading around this one: a field may hold JSON that its own type reads.
struct Outer {
    careful: bool,
    again: bool,
    budget: usize,
    counts_elements: bool,
}

impl Outer {
    fn enter() -> Self {
        READING.with(|reading| Outer {
            careful: reading.careful.get(),
            again: reading.again.get(),
            budget: reading.budget.get(),
            counts_elements: reading.counts_elements.get(),
        })
    }
}

impl Drop for Outer {
    fn drop(&mut self) {
        READING.with(|reading| {
            reading.careful.set(self.careful);
            reading.again.set(self.again);
            reading.budget.set(self.budget);
            reading.counts_elements.set(self.counts_elements);
        });
    }
}

/// Whether the text of a value is looked at before the value is read.
#[inline]
pub(crate) fn is_careful() -> bool {
    READING.with(|reading| reading.careful.get())
}

/// This reading loses something: another one with care is wanted.
#[cold]
pub(super) fn again() {
    READING.with(|reading| reading.again.set(true));
}

/// Takes memory for a part of a tree, if there is that much.
#[inline]
pub(crate) fn take(bytes: usize) -> bool {
    READING.with(|reading| match reading.budget.get().checked_sub(bytes) {
        Some(left) => {
            reading.budget.set(left);
            true
        }
        None => {
            reading.again.set(true);
            false
        }
    })
}

/// Takes memory for elements of a list, if they count and there is not that much.
#[inline]
pub(super) fn take_for_elements(bytes: usize) -> bool {
    !READING.with(|reading| reading.counts_elements.get()) || take(bytes)
}

/// Reads a value from its own text; `None` if too many are being read so, one in another.
pub(crate) fn within_text<T>(read: impl FnOnce() -> T) -> Option<T> {
    struct Leave;
    impl Drop for Leave {
        fn drop(&mut self) {
            READING.with(|reading| reading.texts.set(reading.texts.get() - 1));
        }
    }
    let texts = READING.with(|reading| reading.texts.get());
    if texts == MAX_NESTED_STRINGS {
        return None;
    }
    READING.with(|reading| reading.texts.set(texts + 1));
    let _leave = Leave;
    Some(read())
}

/// Runs a function, and gives back the memory that it took if it fails.
pub(super) fn refunding<T, E>(run: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let before = READING.with(|reading| reading.budget.get());
    let result = run();
    if result.is_err() {
        READING.with(|reading| reading.budget.set(before));
    }
    result
}
