use enkash_core::{Json, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer", body = form)]
pub struct ListCustomers {
    pub data: Json,
}

fn main() {}
