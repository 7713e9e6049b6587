//! Counts instructions and allocations of small pieces of work, which are the same on every run;
//! time is not.
//!
//! A bench program runs itself under valgrind's callgrind twice, with few and with many repetitions
//! of one work. The difference, divided by the repetitions between, is the work alone, without
//! start-up. Allocations are counted in the same runs, by [`Counting`].

mod child;
mod counting;
mod table;
mod work;

use std::process::ExitCode;

pub use counting::Counting;
pub use work::{Group, Work, is_child, word};

use child::Cost;

/// Measures each group of works and prints it as a table, with the ratio to the first work of the
/// group.
///
/// Words on the command line choose the groups and works whose names hold one of them.
pub fn main(groups: &[Group]) -> ExitCode {
    main_with(groups, "")
}

/// The same, with a [`word`] for the child processes, such as an address.
pub fn main_with(groups: &[Group], word: &str) -> ExitCode {
    if let Some(code) = work::do_as_ordered(groups) {
        return code;
    }
    if !child::has_valgrind() {
        eprintln!(
            "valgrind is not there, and it counts the instructions. Install it: apt-get install valgrind"
        );
        return ExitCode::FAILURE;
    }
    for (at, group) in groups.iter().enumerate() {
        let works = group.works.iter().enumerate();
        let chosen: Vec<_> =
            works.filter(|(_, work)| is_wanted(group.title) || is_wanted(work.name)).collect();
        if chosen.is_empty() {
            continue;
        }
        table::head(group.title);
        let mut first = None;
        for (place, work) in chosen {
            let Some(cost) = measure((at, place), work, word) else {
                eprintln!("valgrind could not run `{}`", work.name);
                return ExitCode::FAILURE;
            };
            table::row(work.name, cost, *first.get_or_insert(cost.instructions));
        }
    }
    ExitCode::SUCCESS
}

/// Does each work of a group in a process of its own, so many times and without valgrind. `count`
/// is asked before and after it; the difference makes a table.
///
/// # Errors
/// `count` fails, or a work does.
pub fn count_calls<E: From<&'static str>>(
    (at, group): (usize, &Group),
    times: u64,
    word: &str,
    what: &str,
    mut count: impl FnMut() -> Result<u64, E>,
) -> Result<(), E> {
    table::count_head(group.title, what);
    for (place, work) in group.works.iter().enumerate() {
        let before = count()?;
        child::natively(&work::order((at, place), "whole"), times, word).ok_or("a work failed")?;
        table::count_row(work.name, count()? - before);
    }
    Ok(())
}

fn is_wanted(name: &str) -> bool {
    let mut words = std::env::args().skip(1).filter(|word| !word.starts_with('-')).peekable();
    words.peek().is_none() || words.any(|word| name.contains(&word))
}

/// The cost of a work, without what it takes as given.
fn measure(place: (usize, usize), work: &Work, word: &str) -> Option<Cost> {
    let cost = child::cost(&work::order(place, "whole"), work, word)?;
    match work.less {
        None => Some(cost),
        Some(_) => Some(cost - child::cost(&work::order(place, "less"), work, word)?),
    }
}
