use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(DELETE, "/api/v0/customer", body = form)]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
