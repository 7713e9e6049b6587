use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer<T> {
    pub values: std::collections::HashMap<String, T>,
}

fn main() {}
