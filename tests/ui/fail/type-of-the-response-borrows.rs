use enkash_core::{Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[model]
pub struct Customer<'a> {
    pub name: &'a str,
}

#[endpoint(GET, "/api/v0/customer", response = Customer<'static>)]
pub struct GetCustomer {
    pub page: u32,
}

fn main() {}
