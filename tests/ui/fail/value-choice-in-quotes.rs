use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer", body = "application/x-www-form-urlencoded")]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
