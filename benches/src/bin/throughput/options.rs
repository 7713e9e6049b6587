//! The command line.

use std::time::Duration;

use enkash_benches::Failure;
use lexopt::{Arg, Parser, ValueExt};

use crate::load::WARM_UP;

/// How long everything takes.
pub struct Options {
    pub rounds: usize,
    pub slice: Duration,
}

impl Options {
    /// What the command line says.
    pub fn read() -> Result<Options, Failure> {
        let mut options = Options { rounds: 40, slice: Duration::from_millis(250) };
        let mut parser = Parser::from_env();
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("rounds") => options.rounds = parser.value()?.parse()?,
                Arg::Long("slice") => {
                    options.slice = Duration::from_millis(parser.value()?.parse()?)
                }
                other => return Err(other.unexpected().into()),
            }
        }
        if options.rounds == 0 || options.slice.is_zero() {
            return Err("at least one round, and slices of at least a millisecond".into());
        }
        Ok(options)
    }

    /// How long it takes with so many slices in a round.
    pub fn seconds(&self, slices: usize) -> u64 {
        ((self.slice + WARM_UP).as_secs_f64() * (self.rounds * slices) as f64).ceil() as u64
    }
}
