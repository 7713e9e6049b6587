use enkash_core::{Json, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(method = GET, path = "/api/v0/customer/<customerId>", response = Json)]
pub struct ListCustomers {
    pub customer_id: String,
}

fn main() {}
