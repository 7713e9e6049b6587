use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer")]
pub struct GetCustomer {
    #[path]
    pub customer_id: String,
}

fn main() {}
