use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[header("X-Company")]
    #[rename("company")]
    pub company: String,
}

fn main() {}
