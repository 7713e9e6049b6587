use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer")]
pub union CreateCustomer {
    number: u32,
    fraction: f32,
}

fn main() {}
