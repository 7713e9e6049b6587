//! Patterns: from a regular expression to the tables of `enkash_core::pattern::Pattern`.
//!
//! Parse (`parse`, with `\d \w \s` made ASCII by `ascii`) → character classes (`classes`) → NFA
//! (`nfa`) → DFA (`dfa`) → minimisation (`minimise`) → tables (`tables`). An automaton over
//! character classes, and not over the bytes of UTF-8, keeps the tables small: `[^"]` has two
//! classes, whatever the value is written in.

mod ascii;
mod classes;
mod compiled_pattern;
mod dfa;
mod error;
mod minimise;
mod nfa;
mod parse;
mod tables;
#[cfg(test)]
mod tests;

use self::classes::CharClasses;
pub(crate) use self::compiled_pattern::CompiledPattern;
pub(crate) use self::error::PatternError;
use self::nfa::Nfa;

/// Compiles a regular expression that the whole value must match.
pub(crate) fn compile(source: &str) -> Result<CompiledPattern, PatternError> {
    let hir = parse::parse(source)?;
    let classes = CharClasses::new(&hir, source)?;
    let nfa = Nfa::new(&hir, &classes, source)?;
    let dfa = dfa::determinise(&nfa, &classes, source)?;
    let dfa = minimise::minimise(&dfa);
    tables::write(&dfa, &classes, source)
}
