//! What is measured, and the child process that does it.

use std::process::ExitCode;

use super::counting::allocations;

/// Tells a child process which work to do, and how often.
pub(super) const ORDER: &str = "ENKASH_BENCH_ORDER";

/// The other arguments of a child process.
pub(super) const WORD: &str = "ENKASH_BENCH_WORD";

/// Whether this process was started to do a work, rather than to measure it.
#[must_use]
pub fn is_child() -> bool {
    std::env::var_os(ORDER).is_some()
}

/// What the measuring process tells its children.
#[must_use]
pub fn word() -> String {
    std::env::var(WORD).unwrap_or_default()
}

/// Works that are compared with each other.
pub struct Group {
    /// What they all do.
    pub title: &'static str,
    /// The first one is what the others are compared with.
    pub works: &'static [Work],
}

/// One thing that is measured.
pub struct Work {
    pub(super) name: &'static str,
    run: fn(),
    pub(super) less: Option<fn()>,
    pub(super) few: u64,
    pub(super) many: u64,
}

impl Work {
    /// Something that takes some thousand instructions.
    #[must_use]
    pub const fn new(name: &'static str, run: fn()) -> Work {
        Work { name, run, less: None, few: 10, many: 2_010 }
    }

    /// Takes the cost of this off: what the work needs, and what is not to be measured.
    #[must_use]
    pub const fn less(self, part: fn()) -> Work {
        Work { less: Some(part), ..self }
    }

    /// Measures so many repetitions, for works that take long.
    #[must_use]
    pub const fn times(self, times: u64) -> Work {
        Work { many: self.few + times, ..self }
    }

    /// Measures the very first time: a process that does it once, less one that does not do it.
    #[must_use]
    pub const fn first_use(self) -> Work {
        Work { few: 0, many: 1, ..self }
    }
}

/// The order to do a work, but for how often.
pub(super) fn order((group, work): (usize, usize), part: &str) -> String {
    format!("{group}/{work}/{part}")
}

/// Does what the order says, where this is a child process with one. Writes how many allocations
/// there were.
pub(super) fn do_as_ordered(groups: &[Group]) -> Option<ExitCode> {
    let order = std::env::var(ORDER).ok()?;
    let mut words = order.split('/');
    let mut number = || words.next().and_then(|word| word.parse().ok());
    let (group, work): (Option<usize>, Option<usize>) = (number(), number());
    let work = groups.get(group?)?.works.get(work?)?;
    let run = if words.next()? == "less" { work.less? } else { work.run };
    let times: u64 = words.next()?.parse().ok()?;
    for _ in 0..times {
        run();
    }
    println!("{}", allocations());
    Some(ExitCode::SUCCESS)
}
