use enkash_core::{Patch, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer/<customerId>")]
pub struct GetCustomer {
    pub customer_id: Patch<String>,
}

fn main() {}
