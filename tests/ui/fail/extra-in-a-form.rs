use enkash_core::{JsonMap, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer", body = form)]
pub struct CreateCustomer {
    #[extra]
    pub more: JsonMap,
}

fn main() {}
