use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer")]
pub struct ListCustomers {
    pub page: u32,
    pub _: String,
}

fn main() {
    let _ = ListCustomers::builder().page(1).build();
}
