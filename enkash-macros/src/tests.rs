//! The macros as functions from tokens to tokens, without a compiler.

mod snapshots;
mod soup;

use proc_macro2::TokenStream;

use crate::declaration::{Endpoint, Identifier, Model};
use crate::declare::declare;

/// The three attributes by their names.
const ATTRIBUTES: [(&str, fn(TokenStream, TokenStream) -> TokenStream); 3] =
    [("endpoint", declare::<Endpoint>), ("model", declare::<Model>), ("pattern", declare::<Identifier>)];
