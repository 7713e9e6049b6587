//! How much code an endpoint becomes.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::Result;
use crate::cargo::Cargo;
use crate::generate::Subject;

/// Lines of the expanded library, blank ones too.
#[derive(Clone, Copy)]
pub struct Lines {
    /// As rustc prints them.
    pub printed: usize,
    /// As rustfmt lays them out with its own settings; nothing where it cannot read what rustc
    /// prints.
    pub formatted: Option<usize>,
}

/// Expands the library and counts.
pub fn count_lines(cargo: &Cargo, subject: &Subject) -> Result<Lines> {
    cargo.write(subject)?;
    let expanded = cargo.expand(subject)?;
    Ok(Lines {
        printed: expanded.lines().count(),
        formatted: format(&expanded).map(|text| text.lines().count()),
    })
}

/// rustfmt prints nothing where the text does not parse.
fn format(text: &str) -> Option<String> {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--emit", "stdout"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    // The input is closed at the end of this statement; rustfmt begins to print only then.
    rustfmt.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = rustfmt.wait_with_output().ok()?;
    String::from_utf8(output.stdout).ok().filter(|text| output.status.success() && !text.is_empty())
}
