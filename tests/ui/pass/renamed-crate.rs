//! The core crate under another name.
mod house {
    pub extern crate enkash_core as room;

    pub const PAYOUTS: room::Product = room::Product::new("payouts");
}

use house::room::{endpoint, model, pattern};

#[pattern("^KC[A-Z0-9]{14}$", crate = crate::house::room)]
pub struct CustomerId;

#[model(crate = crate::house::room)]
pub enum Status {
    Active,
}

#[model(crate = crate::house::room)]
pub struct Address {
    #[length(1..=5)]
    pub city: ::std::string::String,
    pub status: Status,
    #[cfg(all())]
    pub floor: u8,
    pub note: house::room::Patch<::std::string::String>,
    #[format("yyyy")]
    pub since: ::jiff::civil::Date,
}

#[endpoint(PUT, "/customer/<customerId>", response = Address, product = house::PAYOUTS, crate = crate::house::room)]
pub struct Update {
    pub customer_id: CustomerId,
    #[header("X-A")]
    pub page: ::std::option::Option<u32>,
    pub address: Address,
}

fn main() {}
