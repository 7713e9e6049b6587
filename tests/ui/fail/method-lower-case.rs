use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(put, "/api/v0/customer")]
pub struct UpdateCustomer {
    pub name: String,
}

fn main() {}
