use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

pub struct Address {
    pub city: String,
}

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    pub addresses: Option<Vec<Address>>,
}

fn main() {}
