//! A compiled pattern.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::Path;

/// A pattern as it is in the program.
#[derive(Debug)]
pub(crate) struct CompiledPattern {
    /// The regular expression as it was written.
    pub(super) source: String,
    /// The tables, laid out as `enkash_core::pattern::Pattern` reads them.
    pub(super) tables: Vec<u8>,
    /// How many transitions the tables have.
    pub(super) transitions: u16,
    /// The first rejecting state: those before it accept.
    pub(super) rejecting: u16,
    /// The start state.
    pub(super) start: u16,
}

impl CompiledPattern {
    /// The regular expression as it was written.
    pub(crate) fn source(&self) -> &str {
        &self.source
    }

    /// The constant expression that makes the pattern.
    pub(crate) fn expand(&self, core: &Path) -> TokenStream {
        let source = Literal::string(&self.source);
        let tables = Literal::byte_string(&self.tables);
        let [transitions, rejecting, start] =
            [self.transitions, self.rejecting, self.start].map(Literal::u16_unsuffixed);
        quote!(#core::pattern::Pattern::__new(#source, #tables, #transitions, #rejecting, #start))
    }

    /// How many bytes the tables take in the program.
    #[cfg(test)]
    pub(crate) fn table_bytes(&self) -> usize {
        self.tables.len()
    }

    /// Whether the empty value matches.
    #[cfg(test)]
    pub(crate) fn matches_empty(&self) -> bool {
        self.start < self.rejecting
    }
}
