use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer")]
pub enum CreateCustomer {
    Company,
    Person,
}

fn main() {}
