use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer/<customerIds>")]
pub struct GetCustomers {
    pub customer_ids: Vec<String>,
}

fn main() {}
