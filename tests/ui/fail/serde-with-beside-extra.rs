use enkash_core::{JsonMap, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[extra]
    #[serde(with = "upper")]
    pub more: JsonMap,
}

fn main() {}
