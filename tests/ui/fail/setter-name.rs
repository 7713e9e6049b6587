use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    pub note: Option<String>,
    pub maybe_note: bool,
}

fn main() {}
