use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer")]
pub struct FindCustomers {
    #[body]
    pub names: Vec<String>,
}

fn main() {}
