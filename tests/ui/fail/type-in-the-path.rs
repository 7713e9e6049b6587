use enkash_core::{Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[model]
pub struct Customer {
    pub name: String,
}

#[endpoint(GET, "/api/v0/customer/<customer>")]
pub struct GetCustomer {
    pub customer: Customer,
}

fn main() {}
