use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[header("Content-Type")]
    pub media_type: String,
    #[header("AUTHORIZATION")]
    pub token: String,
}

fn main() {}
