use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer/<customerId>")]
pub struct GetCustomer {
    pub customer_id: Option<String>,
}

fn main() {}
