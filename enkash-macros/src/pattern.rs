//! Patterns: from a regular expression to the tables of `enkash_core::pattern::Pattern`.
//!
//! parse (`parse`, with `\d \w \s` made ASCII by `ascii`) → find the kinds of characters that the expression tells
//! apart (`alphabet`) → make steps of it (`steps`) → find the states that a value can lead to (`states`) → merge what is
//! the same (`minimise`) → write (`tables`). Working on kinds of characters and not on the bytes of UTF-8 keeps the
//! tables small: `[^"]` is two kinds, whatever the value is written in.

mod alphabet;
mod ascii;
mod automaton;
mod error;
mod minimise;
mod parse;
mod states;
mod steps;
mod tables;
#[cfg(test)]
mod tests;

use self::alphabet::Alphabet;
pub(crate) use self::automaton::Automaton;
pub(crate) use self::error::PatternError;
use self::steps::Steps;

/// Compiles a regular expression that the whole value must match.
pub(crate) fn compile(source: &str) -> Result<Automaton, PatternError> {
    let hir = parse::parse(source)?;
    let alphabet = Alphabet::new(&hir, source)?;
    let steps = Steps::new(&hir, &alphabet, source)?;
    let states = states::determine(&steps, &alphabet, source)?;
    let states = minimise::minimise(&states);
    tables::write(&states, &alphabet, source)
}
