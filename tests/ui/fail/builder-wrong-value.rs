use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer")]
pub struct ListCustomers {
    pub page: Option<u32>,
}

fn main() {
    let _request = ListCustomers::builder().page("1").build();
}
