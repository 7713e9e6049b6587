//! How the JSON of a response or a webhook event is read: fast at first, and once more with care where that would lose
//! something.
//!
//! serde_json hands over a long number as the nearest double, gives up at 128 levels, and builds trees that need up to a
//! hundred times the memory of their text. With care, the text of a value is looked at before the value is read. Ordinary
//! responses need none of this, and it takes time.

use std::cell::Cell;

/// What the trees of a body may need, however short it is. Ordinary trees need two to six times the memory of their text.
const MIN_BUDGET: usize = 4 << 20;
/// What they may need for each byte of the body.
const BUDGET_PER_BYTE: usize = 6;

thread_local! {
    /// A value that is read without [`reading`], by serde_json itself say, is read with care and without a budget.
    static READING: Reading = const {
        Reading {
            careful: Cell::new(true),
            again: Cell::new(false),
            budget: Cell::new(usize::MAX),
        }
    };
}

struct Reading {
    careful: Cell<bool>,
    /// Whether this reading loses something.
    again: Cell<bool>,
    /// The memory that is left for trees.
    budget: Cell<usize>,
}

/// Reads a body of this many bytes: fast, and if that fails or loses something, again with care.
pub(crate) fn reading<T, E>(bytes: usize, read: impl Fn() -> Result<T, E>) -> Result<T, E> {
    let _outer = Outer::enter();
    for careful in [false, true] {
        READING.with(|reading| {
            reading.careful.set(careful);
            reading.again.set(false);
            reading.budget.set(bytes.saturating_mul(BUDGET_PER_BYTE).saturating_add(MIN_BUDGET));
        });
        let result = read();
        if careful || (result.is_ok() && !READING.with(|reading| reading.again.get())) {
            return result;
        }
    }
    unreachable!("the second reading returns")
}

/// The state of the reading around this one: a field may hold JSON that its own type reads.
struct Outer {
    careful: bool,
    again: bool,
    budget: usize,
}

impl Outer {
    fn enter() -> Self {
        READING.with(|reading| Outer {
            careful: reading.careful.get(),
            again: reading.again.get(),
            budget: reading.budget.get(),
        })
    }
}

impl Drop for Outer {
    fn drop(&mut self) {
        READING.with(|reading| {
            reading.careful.set(self.careful);
            reading.again.set(self.again);
            reading.budget.set(self.budget);
        });
    }
}

/// Whether the text of a value is looked at before the value is read.
#[inline]
pub(super) fn is_careful() -> bool {
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

/// Runs a function, and gives back the memory that it took if it fails.
pub(super) fn refunding<T, E>(run: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let before = READING.with(|reading| reading.budget.get());
    let result = run();
    if result.is_err() {
        READING.with(|reading| reading.budget.set(before));
    }
    result
}
