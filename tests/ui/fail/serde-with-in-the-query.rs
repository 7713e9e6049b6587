use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer")]
pub struct ListCustomers {
    #[serde(with = "upper")]
    pub name: String,
}

fn main() {}
