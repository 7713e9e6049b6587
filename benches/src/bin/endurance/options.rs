//! The command line.

use enkash_benches::Failure;
use lexopt::{Arg, Parser, ValueExt};

/// How much is done.
pub struct Options {
    pub calls: u64,
    pub at_once: usize,
    pub storm: usize,
    /// Calls with bare reqwest instead, and no storm: what of the memory is the transport's.
    pub bare: bool,
}

impl Options {
    /// What the command line says.
    pub fn read() -> Result<Options, Failure> {
        let mut options = Options { calls: 100_000, at_once: 64, storm: 1_000, bare: false };
        let mut parser = Parser::from_env();
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("calls") => options.calls = parser.value()?.parse()?,
                Arg::Long("at-once") => options.at_once = parser.value()?.parse()?,
                Arg::Long("storm") => options.storm = parser.value()?.parse()?,
                Arg::Long("bare") => options.bare = true,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}
