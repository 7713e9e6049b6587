use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint("/api/v0/customer", GET)]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
