//! What the compiler needs for a generated library.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use crate::Result;
use crate::cargo::Cargo;
use crate::generate::{Style, Subject};
use crate::wrapper::Times;

const CHECK: [&str; 2] = ["check", "--lib"];

/// How often the time is taken. The least is kept: whatever disturbs a run makes it longer.
const ROUNDS: usize = 5;

/// Instructions of rustc for the library in `cargo check`, in millions.
#[derive(Clone, Copy)]
pub struct Instructions {
    /// The first time.
    pub cold: f64,
    /// Once more, after a comment was added: with what incremental compilation kept.
    pub warm: f64,
}

/// What the package with the style's macros costs whoever builds from scratch. Its own dependencies
/// come on top.
#[derive(Clone, Copy)]
pub struct MacroCrate {
    /// Instructions of rustc, in millions.
    pub instructions: f64,
    /// Time of rustc, once.
    pub times: Times,
}

/// Builds what the style depends on, so that no measurement does.
pub fn build_dependencies(cargo: &Cargo, style: &'static Style) -> Result<()> {
    let subject = Subject::library_of(style, 1);
    cargo.write(&subject)?;
    cargo.run(&subject, &CHECK)
}

/// Counts instructions, cold and warm.
pub fn count(cargo: &Cargo, subject: &Subject) -> Result<Instructions> {
    cargo.write(subject)?;
    forget(&cargo.target(subject.style))?;
    let cold = cargo.count(subject, &CHECK, Subject::NAME)?;
    append_comment(&cargo.library(subject))?;
    let warm = cargo.count(subject, &CHECK, Subject::NAME)?;
    Ok(Instructions { cold, warm })
}

/// Takes the time of a warm check.
pub fn time(cargo: &Cargo, subject: &Subject) -> Result<Times> {
    cargo.write(subject)?;
    cargo.run(subject, &CHECK)?;
    let mut least = Times { wall: Duration::MAX, user: Duration::MAX };
    for _ in 0..ROUNDS {
        append_comment(&cargo.library(subject))?;
        let times = cargo.time(subject, &CHECK, Subject::NAME)?;
        least.wall = least.wall.min(times.wall);
        least.user = least.user.min(times.user);
    }
    Ok(least)
}

/// Compiles the package with the macros again and again; whatever depends on it follows uncounted.
pub fn macro_crate(cargo: &Cargo, style: &'static Style) -> Result<MacroCrate> {
    let subject = Subject::library_of(style, 1);
    let crate_name = style.macro_package.replace('-', "_");
    let clean = ["clean", "--package", style.macro_package];
    cargo.run(&subject, &clean)?;
    let times = cargo.time(&subject, &CHECK, &crate_name)?;
    cargo.run(&subject, &clean)?;
    let instructions = cargo.count(&subject, &CHECK, &crate_name)?;
    Ok(MacroCrate { instructions, times })
}

/// Removes what cargo and rustc remember of earlier checks, of the library and of no dependency
/// from a registry.
fn forget(target: &Path) -> Result<()> {
    let debug = target.join("debug");
    let incremental = debug.join("incremental");
    if incremental.exists() {
        fs::remove_dir_all(incremental)?;
    }
    for entry in fs::read_dir(debug.join(".fingerprint"))? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(Subject::NAME) {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

fn append_comment(library: &Path) -> Result<()> {
    let mut file = OpenOptions::new().append(true).open(library)?;
    Ok(writeln!(file, "// A comment changes nothing.")?)
}
