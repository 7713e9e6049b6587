//! The attributes of enkash: `#[endpoint]`, `#[model]` and `#[pattern]`.
//!
//! Every expansion goes the same way: *parse* reads what stands there, *check* turns it into a declaration that cannot
//! hold a mistake or reports all mistakes at once, *expand* writes the code and cannot fail.

mod case;
mod check;
mod declaration;
mod declare;
mod diagnostic;
mod expand;
mod parse;
mod pattern;

use declare::declare;
use proc_macro::TokenStream;

/// Declares an endpoint.
#[proc_macro_attribute]
pub fn endpoint(arguments: TokenStream, item: TokenStream) -> TokenStream {
    declare::<declaration::Endpoint>(arguments.into(), item.into()).into()
}

/// Declares a shape that is nested in a request or found in an answer.
#[proc_macro_attribute]
pub fn model(arguments: TokenStream, item: TokenStream) -> TokenStream {
    declare::<declaration::Model>(arguments.into(), item.into()).into()
}

/// Declares an identifier whose values always match a pattern.
#[proc_macro_attribute]
pub fn pattern(arguments: TokenStream, item: TokenStream) -> TokenStream {
    declare::<declaration::Identifier>(arguments.into(), item.into()).into()
}
