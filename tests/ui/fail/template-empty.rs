use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "")]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
