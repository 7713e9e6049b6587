use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer", idempotent = "yes")]
pub struct CreateCustomer {
    pub name: String,
}

fn main() {}
