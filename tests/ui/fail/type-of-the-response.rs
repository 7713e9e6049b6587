use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

pub struct Customer {
    pub name: String,
}

#[endpoint(GET, "/api/v0/customer", response = Customer)]
pub struct GetCustomer {
    pub page: u32,
}

fn main() {}
