use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer")]
pub struct ListCustomers {
    #[header(X-Request-Id)]
    pub request_id: String,
}

fn main() {}
