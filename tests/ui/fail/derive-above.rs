use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[derive(Clone)]
#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    pub name: String,
}

fn main() {}
