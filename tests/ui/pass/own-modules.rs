//! Modules and types with the names of crates.
#![allow(dead_code)]

mod std {}
mod core {}
mod alloc {}
mod serde {}
mod enkash_core {}

const PRODUCT: ::enkash_core::Product = ::enkash_core::Product::new("example");

#[::enkash_core::pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

#[::enkash_core::model]
pub enum Status {
    Active,
}

#[::enkash_core::model]
pub struct Address {
    #[length(1..=5)]
    pub city: String,
    pub status: Option<Status>,
}

#[::enkash_core::endpoint(PUT, "/api/v0/customer/<customerId>", response = Address)]
pub struct Update {
    pub customer_id: CustomerId,
    pub address: Address,
}

fn main() {}
