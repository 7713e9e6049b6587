//! Reads the JSON of a response or a webhook event in a fast mode, and again in a careful mode if
//! the fast one would lose something.
//!
//! serde_json passes a long number as the nearest double, fails at 128 levels, and builds trees
//! that take up to a hundred times the memory of their JSON. The careful mode inspects the JSON of
//! a value before the value is read. Ordinary responses do not need it, and it takes time.

use std::cell::Cell;

thread_local! {
    /// Outside of [`reading`], for example in a call of serde_json, values are read in the careful
    /// mode and without a budget.
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
    /// Whether this pass loses something.
    again: Cell<bool>,
    /// The remaining memory for trees.
    budget: Cell<usize>,
    /// Whether elements of lists count against the budget.
    counts_elements: Cell<bool>,
    /// The number of values that are currently read from their own JSON, nested in each other.
    texts: Cell<u8>,
}

/// The maximum nesting of values that are read from their own JSON. serde_json's limit of levels
/// starts again with each.
const MAX_NESTED_STRINGS: u8 = 8;

/// The sender of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sender {
    Known,
    /// Any sender: lists of declared elements are limited as well.
    Unknown,
}

impl Sender {
    /// Returns the memory budget for trees. Those of ordinary bodies take two to ten times the
    /// memory of their JSON.
    fn budget(self, bytes: usize) -> usize {
        let (least, per_byte) = match self {
            Sender::Known => (32 << 20, 16),
            Sender::Unknown => (4 << 20, 6),
        };
        bytes.saturating_mul(per_byte).saturating_add(least)
    }
}

/// Reads a body of this length in the fast mode, and in the careful mode if that fails or loses
/// something.
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

/// The state of the surrounding pass, since a field may contain JSON that its own type reads.
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

/// Returns whether the JSON of a value must be inspected before the value is read.
#[inline]
pub(crate) fn is_careful() -> bool {
    READING.with(|reading| reading.careful.get())
}

/// Records that this pass loses something, so that the body is read again in the careful mode.
#[cold]
pub(super) fn again() {
    READING.with(|reading| reading.again.set(true));
}

/// Takes memory for a part of a tree, and returns whether the budget allows it.
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

/// Takes memory for elements of a list if they count, and returns whether the budget allows it.
#[inline]
pub(super) fn take_for_elements(bytes: usize) -> bool {
    !READING.with(|reading| reading.counts_elements.get()) || take(bytes)
}

/// Reads a value from its own JSON; `None` if too many are nested.
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

/// Runs a function, and returns the memory that it took to the budget if it fails.
pub(super) fn refunding<T, E>(run: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let before = READING.with(|reading| reading.budget.get());
    let result = run();
    if result.is_err() {
        READING.with(|reading| reading.budget.set(before));
    }
    result
}
