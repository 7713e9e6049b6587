use enkash_core::{Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[model]
pub struct Customer {
    pub name: &'static str,
}

#[endpoint(GET, "/api/v0/customer", response = Customer)]
pub struct GetCustomer {
    pub page: u32,
}

fn main() {}
