use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer", body = form)]
pub struct CreateCustomer {
    #[serde(with = "as_text")]
    pub visits: u32,
}

fn main() {}
