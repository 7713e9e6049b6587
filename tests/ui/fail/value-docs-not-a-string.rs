use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer", docs = api_8990296)]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
