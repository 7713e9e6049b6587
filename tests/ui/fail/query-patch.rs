use enkash_core::{Patch, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer")]
pub struct ListCustomers {
    pub name: Patch<String>,
}

fn main() {}
