//! Nothing in scope.
#![no_implicit_prelude]

extern crate enkash_core;
extern crate std;

const PRODUCT: ::enkash_core::Product = ::enkash_core::Product::new("example");

#[::enkash_core::pattern("^KC[A-Z0-9]{14}$", sensitive)]
pub struct CustomerId;

#[::enkash_core::model]
pub enum Status {
    Active,
}

#[::enkash_core::model(validate = check)]
pub struct Address {
    #[length(1..=5)]
    pub city: ::std::string::String,
    pub street: ::std::option::Option<::std::string::String>,
    pub status: Status,
    pub lines: ::std::vec::Vec<::std::string::String>,
    #[serde(default)]
    pub floor: u8,
    #[format("yyyy")]
    pub since: ::std::option::Option<::jiff::civil::Date>,
    #[extra]
    pub more: ::enkash_core::JsonMap,
}

fn check(_: &Address, _: &mut ::enkash_core::Violations) {}

#[::enkash_core::endpoint(PUT, "/api/v0/customer/<customerId>", response = Address)]
pub struct Update<'a, T> {
    pub customer_id: CustomerId,
    #[query]
    pub page: ::std::option::Option<u32>,
    pub address: Address,
    pub patch: ::enkash_core::Patch<u8>,
    pub text: &'a str,
    pub other: T,
}

fn main() {
    let request = Update::builder();
    let _ = request.text("a").other(1_u8);
}
