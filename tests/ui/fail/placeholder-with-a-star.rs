use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/file/*path")]
pub struct ListCustomers {
    pub path: String,
}

fn main() {}
