//! The names of the prelude, taken by others.
#![allow(dead_code, unused_macros)]
use enkash_core::{Product, endpoint, model, pattern};

const PRODUCT: Product = Product::new("example");

pub struct Result;
pub struct Ok;
pub struct Err;
pub struct Some;
pub struct None;
pub struct Box;
pub struct Default;
pub struct Clone;
pub struct Debug;
pub struct Send;
pub struct Into;
pub struct From;
pub struct Iterator;
pub struct FnMut;
pub struct Fn;
pub struct Drop;
pub struct ToString;
pub struct Cow;
pub struct Client;
pub struct Endpoint;
pub struct Field;
pub struct Serialize;
pub struct Deserialize;
pub struct Self_;
#[allow(non_camel_case_types)]
pub struct str;
#[allow(non_camel_case_types)]
pub struct bool;
#[allow(non_camel_case_types)]
pub struct usize;

macro_rules! panic {
    ($($any:tt)*) => { compile_error!("not the panic that was meant") };
}
macro_rules! matches {
    ($($any:tt)*) => { compile_error!("not the matches that was meant") };
}

#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

#[model]
pub enum Status {
    Active,
}

#[model]
pub struct Address {
    #[length(1..=5)]
    pub city: String,
    pub status: Option<Status>,
    #[serde(default)]
    pub floor: u8,
}

#[endpoint(PUT, "/api/v0/customer/<customerId>", response = Address)]
pub struct Update {
    pub customer_id: CustomerId,
    #[query]
    pub page: Option<u32>,
    pub address: Vec<Address>,
}

fn main() {}
