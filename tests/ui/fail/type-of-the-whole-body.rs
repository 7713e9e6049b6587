use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

pub struct Address {
    pub city: String,
}

#[endpoint(PUT, "/api/v0/address")]
pub struct SetAddress {
    #[body]
    pub address: Address,
}

fn main() {}
