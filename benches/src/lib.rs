//! Counts instructions and allocations of small pieces of work, which are the same on every run; time is not.
//!
//! A bench program runs itself twice under valgrind, with `n` and `n + STEP` repetitions of one work; the difference
//! divided by `STEP` is the work alone, without start-up. Allocations are counted in the same way by [`Counting`].

use std::alloc::{GlobalAlloc, Layout, System};
use std::process::{Command, ExitCode};
use std::sync::atomic::{AtomicU64, Ordering};

/// One thing that is measured: what it is called, and the work.
pub type Work = (&'static str, fn());

/// Repetitions that are measured.
const STEP: u64 = 2_000;

/// Tells a child process which work to do, and how often.
const ORDER: &str = "ENKASH_BENCH_ORDER";

static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);

/// Counts allocations; everything else is the system's business.
pub struct Counting;

// SAFETY: every call is handed to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `realloc`.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

/// Measures each group of works and prints it as a table, with the ratio to the first work of the group.
pub fn main(groups: &[(&str, &[Work])]) -> ExitCode {
    if let Ok(order) = std::env::var(ORDER) {
        let (name, times) = order.rsplit_once('*').expect("this program writes the order itself");
        let times: u64 = times.parse().expect("this program writes the order itself");
        let works = groups.iter().flat_map(|(_, works)| works.iter());
        let (_, work) = works.into_iter().find(|(known, _)| *known == name).expect("the order names a work");
        (0..times).for_each(|_| work());
        return ExitCode::SUCCESS;
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        eprintln!("valgrind is not there, and it counts the instructions. Install it: apt-get install valgrind");
        return ExitCode::FAILURE;
    }
    for (title, works) in groups {
        println!("\n{title}\n{:<34} {:>12} {:>8} {:>11}", "", "instructions", "ratio", "allocations");
        let mut first = None;
        for (name, work) in *works {
            let Some(instructions) = instructions(name) else {
                eprintln!("valgrind could not run {name}");
                return ExitCode::FAILURE;
            };
            let base = *first.get_or_insert(instructions);
            let ratio = instructions as f64 / base as f64;
            println!("{name:<34} {instructions:>12} {ratio:>8.2} {:>11}", allocations(*work));
        }
    }
    ExitCode::SUCCESS
}

fn allocations(work: fn()) -> u64 {
    // Once for whatever is made only once.
    work();
    let before = ALLOCATIONS.load(Ordering::Relaxed);
    work();
    ALLOCATIONS.load(Ordering::Relaxed) - before
}

fn instructions(name: &str) -> Option<u64> {
    let low = run(name, 10)?;
    let high = run(name, 10 + STEP)?;
    Some((high - low) / STEP)
}

fn run(name: &str, times: u64) -> Option<u64> {
    let program = std::env::current_exe().ok()?;
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .env(ORDER, format!("{name}*{times}"))
        .output()
        .ok()?;
    let report = String::from_utf8_lossy(&output.stderr).into_owned();
    report.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok())
}
