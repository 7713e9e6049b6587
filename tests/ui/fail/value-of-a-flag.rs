use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/oauth/token", bare = true)]
pub struct SignIn {
    pub grant_type: String,
}

fn main() {}
