use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/rate/<from>-<to>")]
pub struct ListCustomers {
    pub from: String,
    pub to: String,
}

fn main() {}
