use enkash_core::{Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[model]
pub struct Page {
    pub page: u32,
}

#[endpoint(GET, "/api/v0/customer")]
pub struct ListCustomers {
    #[serde(flatten)]
    pub page: Page,
}

fn main() {}
