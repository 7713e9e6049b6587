use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer/<name>")]
pub struct GetCustomer<'a> {
    pub name: &'a str,
    pub city: &str,
}

fn main() {}
