use enkash_core::{Json, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[header("X-Company")]
    pub company: Json,
}

fn main() {}
