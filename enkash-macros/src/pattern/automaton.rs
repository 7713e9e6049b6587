//! A compiled pattern.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::Path;

/// A pattern as it will stand in the program.
#[derive(Debug)]
pub(crate) struct Automaton {
    /// The regular expression as it was written.
    pub(super) source: String,
    /// The tables, laid out as `enkash_core::pattern::Pattern` reads them.
    pub(super) tables: Vec<u8>,
    /// How many moves the tables have.
    pub(super) moves: u16,
    /// The first state that says no at the end of the value: those before it say yes.
    pub(super) refusing: u16,
    /// The state before the first character.
    pub(super) start: u16,
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
