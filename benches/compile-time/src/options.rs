//! The command line.

use crate::Result;
use crate::generate::{STYLES, Style};

/// What `--help` prints.
pub const HELP: &str = "\
What an endpoint costs the compiler and the binary, beside peers.

    cargo run --release -p compile-time -- [OPTIONS]

    --sizes 1,50,200,1000            endpoints per crate; growth is reported between one size and the next
    --styles plain,enkash,rustify,ruma
    --quick                          sizes 50 and 200, without binaries and macro crates
    --help                           this text

The table goes to stdout, progress to stderr. Everything together takes about an hour on two cores.
";

/// What to measure.
pub struct Options {
    /// Numbers of endpoints, rising.
    pub sizes: Vec<usize>,
    /// In the order of the table's columns.
    pub styles: Vec<&'static Style>,
    /// Whether release binaries are built and their bytes counted.
    pub binaries: bool,
    /// Whether the crates that hold the macros are compiled under callgrind, too.
    pub macro_crates: bool,
}

/// What the command line asks for.
pub enum Wish {
    Help,
    Measure(Options),
}

/// Reads the arguments behind the program's name.
pub fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Wish> {
    let mut quick = false;
    let mut sizes = None;
    let mut styles = None;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--quick" => quick = true,
            "--sizes" => sizes = Some(read_sizes(&value(&argument, arguments.next())?)?),
            "--styles" => styles = Some(read_styles(&value(&argument, arguments.next())?)?),
            "--help" | "-h" => return Ok(Wish::Help),
            other => return Err(format!("`{other}` is no option; `--help` lists them").into()),
        }
    }
    let all = if quick { vec![50, 200] } else { vec![1, 50, 200, 1000] };
    Ok(Wish::Measure(Options {
        sizes: sizes.unwrap_or(all),
        styles: styles.unwrap_or_else(|| STYLES.to_vec()),
        binaries: !quick,
        macro_crates: !quick,
    }))
}

fn value(option: &str, found: Option<String>) -> Result<String> {
    found.ok_or_else(|| format!("`{option}` needs a value behind it").into())
}

fn read_sizes(list: &str) -> Result<Vec<usize>> {
    let mut sizes = Vec::new();
    for text in list.split(',') {
        match text.parse() {
            Ok(size) if (1..10_000).contains(&size) => sizes.push(size),
            _ => {
                return Err(
                    format!("`{text}` is no size; a size is a number from 1 to 9999").into()
                );
            }
        }
    }
    sizes.sort_unstable();
    sizes.dedup();
    Ok(sizes)
}

fn read_styles(list: &str) -> Result<Vec<&'static Style>> {
    let find = |name: &str| {
        STYLES
            .iter()
            .copied()
            .find(|style| style.name == name)
            .ok_or_else(|| format!("`{name}` is no style").into())
    };
    list.split(',').map(find).collect()
}
