//! Runs this program once more, to do a work: under valgrind, or as it is.

use std::ops::Sub;
use std::process::{Command, Output};

use super::work::{ORDER, WORD, Work};

/// What one repetition of a work takes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cost {
    pub(super) instructions: f64,
    pub(super) allocations: f64,
}

impl Sub for Cost {
    type Output = Cost;

    fn sub(self, less: Cost) -> Cost {
        Cost {
            instructions: self.instructions - less.instructions,
            allocations: self.allocations - less.allocations,
        }
    }
}

/// Whether valgrind can be started.
pub(super) fn has_valgrind() -> bool {
    Command::new("valgrind").arg("--version").output().is_ok()
}

/// The cost of one repetition: many of them less few of them, divided by those between.
pub(super) fn cost(order: &str, work: &Work, word: &str) -> Option<Cost> {
    let difference = counted(order, work.many, word)? - counted(order, work.few, word)?;
    let times = (work.many - work.few) as f64;
    Some(Cost {
        instructions: difference.instructions / times,
        allocations: difference.allocations / times,
    })
}

/// The cost of a whole process.
fn counted(order: &str, times: u64, word: &str) -> Option<Cost> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    let output = ordered(valgrind.arg(std::env::current_exe().ok()?), order, times, word)?;
    let report = String::from_utf8_lossy(&output.stderr).into_owned();
    let instructions: u64 =
        report.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok())?;
    let allocations: u64 = String::from_utf8_lossy(&output.stdout).trim().parse().ok()?;
    Some(Cost { instructions: instructions as f64, allocations: allocations as f64 })
}

/// Does a work as it is; whether that went well.
pub(super) fn natively(order: &str, times: u64, word: &str) -> Option<()> {
    ordered(&mut Command::new(std::env::current_exe().ok()?), order, times, word).map(drop)
}

fn ordered(command: &mut Command, order: &str, times: u64, word: &str) -> Option<Output> {
    command.env(ORDER, format!("{order}/{times:07}")).env(WORD, word);
    // With it, the errors of some peers look at the whole stack.
    let output = command.env_remove("RUST_BACKTRACE").output().ok()?;
    if !output.status.success() {
        eprintln!("{}", String::from_utf8_lossy(&output.stderr));
        return None;
    }
    Some(output)
}
