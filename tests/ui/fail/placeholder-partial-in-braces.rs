use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/invoice/{name}.pdf")]
pub struct ListCustomers {
    pub name: String,
}

fn main() {}
