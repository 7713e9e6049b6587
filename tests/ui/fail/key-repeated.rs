use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer", body = form, body = json)]
pub struct CreateCustomer {
    pub name: String,
}

fn main() {}
