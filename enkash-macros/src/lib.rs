#![doc = include_str!("../docs/reference.md")]
#![doc = include_str!("../docs/expansion.md")]

mod case;
mod check;
mod declaration;
mod diagnostic;
mod driver;
mod expand;
mod parse;
mod pattern;
mod reserved_headers;
#[cfg(test)]
mod tests;
mod tokens;
mod types;

use driver::declare;
use proc_macro::TokenStream;

/// Declares an endpoint: a request of the API, with the type of its response.
///
/// ```
/// use enkash_core::{Product, endpoint};
///
/// const PRODUCT: Product = Product::new("example");
///
/// /// Asks for a customer.
/// #[endpoint(GET, "/api/v0/customer/<customerId>")]
/// pub struct GetCustomer {
///     /// The customer.
///     pub customer_id: String,
///     /// Whether closed accounts count, too.
///     pub closed: Option<bool>,
/// }
/// ```
///
/// The reference on the page of the crate `enkash-macros` has every key, location and rule.
#[proc_macro_attribute]
pub fn endpoint(arguments: TokenStream, item: TokenStream) -> TokenStream {
    declare::<declaration::Endpoint>(arguments.into(), item.into()).into()
}

/// Declares a model, which requests and responses are made of: a struct, or an enum of strings.
///
/// ```
/// use enkash_core::model;
///
/// /// A customer.
/// #[model]
/// pub struct Customer {
///     /// The name.
///     #[length(1..=100)]
///     pub name: String,
///     /// The state.
///     pub status: Option<Status>,
/// }
///
/// /// A customer's state.
/// #[model]
/// pub enum Status {
///     /// In use.
///     Active,
///     /// Not in use.
///     Inactive,
/// }
/// ```
///
/// The reference on the page of the crate `enkash-macros` has every key and rule.
#[proc_macro_attribute]
pub fn model(arguments: TokenStream, item: TokenStream) -> TokenStream {
    declare::<declaration::Model>(arguments.into(), item.into()).into()
}

/// Declares an identifier: a string that always matches a pattern.
///
/// ```
/// use enkash_core::pattern;
///
/// /// A customer's identifier.
/// #[pattern("^KC[A-Z0-9]{14}$")]
/// pub struct CustomerId;
///
/// const ID: CustomerId = CustomerId::from_static("KC0123456789ABCD");
/// assert!(CustomerId::new("KC-1").is_err());
/// ```
///
/// The reference on the page of the crate `enkash-macros` has the details.
#[proc_macro_attribute]
pub fn pattern(arguments: TokenStream, item: TokenStream) -> TokenStream {
    declare::<declaration::Identifier>(arguments.into(), item.into()).into()
}
