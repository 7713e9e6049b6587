//! Patterns: from a regular expression to the tables of `enkash_core::pattern::Pattern`.
//!
//! parse (`parse`, with `\d \w \s` made ASCII by `ascii`) → find the kinds of characters that the expression tells
//! apart (`alphabet`) → make steps of it (`steps`) → find the states that a value can lead to (`states`) → merge what is
//! the same (`minimise`) → write (`tables`). Working on kinds of characters and not on the bytes of UTF-8 keeps the
//! tables small: `[^"]` is two kinds, whatever the value is written in.

mod alphabet;
mod ascii;
mod error;
mod minimise;
mod parse;
mod states;
mod steps;
mod tables;
#[cfg(test)]
mod tests;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::Path;

use self::alphabet::Alphabet;
pub(crate) use self::error::PatternError;
use self::steps::Steps;

/// A pattern as it will stand in the program.
#[derive(Debug)]
pub(crate) struct Automaton {
    /// The regular expression as it was written.
    source: String,
    /// The tables, laid out as `enkash_core::pattern::Pattern` reads them.
    tables: Vec<u8>,
    /// How many moves the tables have.
    moves: u16,
    /// The first state that says no at the end of the value: those before it say yes.
    refusing: u16,
    /// The state before the first character.
    start: u16,
}

/// Compiles a regular expression that the whole value must match.
pub(crate) fn compile(source: &str) -> Result<Automaton, PatternError> {
    let hir = parse::parse(source)?;
    let alphabet = Alphabet::new(&hir, source)?;
    let steps = Steps::new(&hir, &alphabet, source)?;
    let states = states::determine(&steps, &alphabet, source)?;
    let states = minimise::minimise(&states);
    tables::write(&states, &alphabet, source)
}

impl Automaton {
    /// The regular expression as it was written.
    pub(crate) fn source(&self) -> &str {
        &self.source
    }

    /// Generate the constant expression that makes the pattern.
    pub(crate) fn expand(&self, core: &Path) -> TokenStream {
        let source = Literal::string(&self.source);
        let tables = Literal::byte_string(&self.tables);
        let [moves, refusing, start] = [self.moves, self.refusing, self.start].map(Literal::u16_unsuffixed);
        quote!(#core::pattern::Pattern::__new(#source, #tables, #moves, #refusing, #start))
    }

    /// How many bytes the tables take in the program.
    #[cfg(test)]
    pub(crate) fn table_bytes(&self) -> usize {
        self.tables.len()
    }

    /// Whether the empty value matches.
    #[cfg(test)]
    pub(crate) fn matches_empty(&self) -> bool {
        self.start < self.refusing
    }
}
