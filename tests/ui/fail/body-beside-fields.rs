use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer/bulk")]
pub struct CreateCustomers {
    #[body]
    pub names: Vec<String>,
    pub company: String,
}

fn main() {}
