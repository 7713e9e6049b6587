use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer", body = Form)]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
