use enkash_core::{Product, Secret, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/session/<token>")]
pub struct GetSession {
    pub token: Secret,
}

fn main() {}
