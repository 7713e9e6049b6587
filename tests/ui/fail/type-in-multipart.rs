use enkash_core::{Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[model]
pub struct Address {
    pub city: String,
}

#[endpoint(POST, "/api/v0/customer", body = multipart)]
pub struct CreateCustomer {
    pub address: Address,
}

fn main() {}
