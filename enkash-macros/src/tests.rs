//! The macros as functions from tokens to tokens, without a compiler.

mod snapshots;
mod soup;

use proc_macro2::TokenStream;

use crate::declaration::{Endpoint, Identifier, Model};
use crate::declare::declare;

/// A macro: from the arguments and the item to the code.
type Attribute = fn(TokenStream, TokenStream) -> TokenStream;

/// The three attributes by their names.
const ATTRIBUTES: [(&str, Attribute); 3] =
    [("endpoint", declare::<Endpoint>), ("model", declare::<Model>), ("pattern", declare::<Identifier>)];
