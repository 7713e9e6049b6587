use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer{?page,size}")]
pub struct ListCustomers {
    pub page: u32,
    pub size: u32,
}

fn main() {}
