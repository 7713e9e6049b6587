use enkash_core::{JsonMap, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(HEAD, "/api/v0/customer")]
pub struct FindCustomers {
    #[extra]
    pub filters: JsonMap,
}

fn main() {}
