use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer")]
pub struct GetCustomer {
    #[path]
    pub customer_id: String,
    #[path]
    pub company_id: String,
    #[length(5..1)]
    pub name: String,
}

fn main() {}
