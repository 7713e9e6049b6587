//! What the attributes write is as clean as what the user writes.
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused,
    rust_2018_idioms,
    future_incompatible,
    let_underscore,
    nonstandard_style,
    keyword_idents,
    macro_use_extern_crate,
    meta_variable_misuse,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unsafe_code,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    variant_size_differences,
    absolute_paths_not_starting_with_crate,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    non_ascii_idents,
    redundant_lifetimes,
    unit_bindings,
    unnameable_types
)]

use enkash_core::{JsonMap, Money, Patch, Product, Violations, endpoint, model, pattern};
use jiff::civil::Date;

const PRODUCT: Product = Product::new("example");

/// A customer's identifier.
#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

/// A state.
#[model]
pub enum Status {
    /// In use.
    Active,
}

/// An address.
#[model(validate = check)]
pub struct Address {
    /// The city.
    #[length(1..=50)]
    pub city: String,
    /// The street.
    pub street: Option<String>,
    /// The state.
    pub status: Status,
    /// When it came into use.
    #[format("yyyy-MM-dd")]
    pub since: Option<Date>,
    /// The undocumented fields.
    #[extra]
    pub more: JsonMap,
}

fn check(address: &Address, found: &mut Violations) {
    if address.street.is_none() {
        found.add("street", "be there");
    }
}

/// Text that is borrowed.
#[model]
pub struct Note<'a> {
    /// The text.
    pub text: &'a str,
}

/// A page of things.
#[model]
pub struct Page<T> {
    /// The things.
    pub rows: Vec<T>,
}

/// Updates a customer.
#[endpoint(PUT, "/api/v0/customer/<customerId>", response = Page<Address>)]
pub struct UpdateCustomer<'a, T> {
    /// The customer.
    pub customer_id: CustomerId,
    /// The company.
    #[query]
    pub company: Option<&'a str>,
    /// The request's id.
    #[header("X-Request-Id")]
    pub request_id: String,
    /// The address.
    pub address: Address,
    /// The limit.
    #[decimals(2)]
    pub limit: Patch<Money>,
    /// Something.
    pub other: T,
    /// The end of it.
    #[cfg(all())]
    pub end: bool,
}

/// Asks for customers.
#[endpoint(GET, "/api/v0/customer")]
struct ListCustomers {
    page: u32,
}

fn main() {
    let list = ListCustomers::builder().page(1).build();
    assert_eq!(list.page, 1);
}
