//! Nothing in scope. No field is required: what the compiler says of a missing one needs
//! `#[diagnostic]`, a name of the prelude.
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
    pub city: ::std::option::Option<::std::string::String>,
    pub street: ::std::option::Option<::std::string::String>,
    pub status: ::std::option::Option<Status>,
    pub lines: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    pub floor: ::std::option::Option<u8>,
    #[format("yyyy")]
    pub since: ::std::option::Option<::jiff::civil::Date>,
    #[extra]
    pub more: ::enkash_core::JsonMap,
}

fn check(_: &Address, _: &mut ::enkash_core::Violations) {}

#[::enkash_core::endpoint(PUT, "/api/v0/customer", response = Address)]
pub struct Update<'a, T> {
    pub customer_id: ::std::option::Option<CustomerId>,
    #[query]
    pub page: ::std::option::Option<u32>,
    pub address: ::std::option::Option<Address>,
    pub patch: ::enkash_core::Patch<u8>,
    pub text: ::std::option::Option<&'a str>,
    pub other: ::std::option::Option<T>,
}

fn main() {
    let _ = Update::builder().text("a").maybe_other(::std::option::Option::Some(1_u8)).build();
    let _ = Address::builder().lines(["a"]).build();
}
