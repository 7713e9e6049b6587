use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/transfer", unique = ids)]
pub struct Transfer {
    pub ids: Vec<String>,
}

fn main() {}
