use enkash_core::{Json, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer", returns = Json)]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
