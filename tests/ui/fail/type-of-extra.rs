use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[extra]
    pub more: Vec<String>,
}

fn main() {}
